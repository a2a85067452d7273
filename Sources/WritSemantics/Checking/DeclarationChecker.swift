import WritDiagnostics
import WritSource
import WritSyntax

/// Checks all declarations in the order in which they need each other: names, types, fixed values, bodies, tests.
struct DeclarationChecker {
    let elaboration: Elaboration
    let tables: TableFiles

    func check(_ units: [PolicyUnit], name: String?) {
        var collector = NameCollector(elaboration: elaboration)
        collector.collect(units)
        chooseMain(name, collector)
        let sites = collector.sites
        let defines = DefineChecker(elaboration: elaboration, sites: sites)
        elaboration.defineOnDemand = defines.define
        TypeDeclarationChecker(elaboration: elaboration, sites: sites).check()
        checkFixedValues(sites)
        defines.check()
        DecisionChecker(elaboration: elaboration, sites: sites, tables: tables, policyNamed: collector.policy(named:))
            .check()
        PromiseChecker(elaboration: elaboration, sites: sites).check()
        RelationChecker(elaboration: elaboration, sites: sites).check()
        AcceptanceChecker(elaboration: elaboration).check(collector.policies)
        var recursion = RecursionChecker(elaboration: elaboration)
        recursion.check()
        if !elaboration.sink.hasErrors {
            var steps = StepChecker(elaboration: elaboration)
            steps.check()
        }
        checkTests(sites)
        elaboration.defineOnDemand = nil
    }

    private func checkFixedValues(_ sites: Sites) {
        CalendarChecker(elaboration: elaboration, sites: sites).check()
        FieldBoundsChecker(elaboration: elaboration, sites: sites).check()
        ParamChecker(elaboration: elaboration, sites: sites).check()
    }

    private func checkTests(_ sites: Sites) {
        let cases = CaseChecker(elaboration: elaboration, sites: sites)
        cases.check()
        TestDeclarationChecker(elaboration: elaboration, sites: sites, cases: cases).check()
    }

    /// The policy asked for gives the model its name, zone and languages; without a name, that of the first file.
    private func chooseMain(_ name: String?, _ collector: NameCollector) {
        let asked = name.flatMap(collector.policy(named:))
        guard let main = asked ?? collector.policies.first else { return }
        if let name, asked == nil { reportUnknownPolicy(name, main, collector) }
        elaboration.model.name = main.name
        elaboration.model.zone = main.globals.zone
        elaboration.model.languages = main.globals.languages
    }

    private func reportUnknownPolicy(_ name: String, _ main: Policy, _ collector: NameCollector) {
        let names = collector.policies.map(\.name)
        elaboration.error(
            .unknownPolicy, "there is no policy `\(name)` among the files read",
            at: SourceLocation(main.units[0].file, .at(0)), "read first",
            help: Spelling.question(name, among: names)
                ?? "the policies read are \(names.map { "`\($0)`" }.joined(separator: ", "))")
    }
}
