import WritDiagnostics
import WritSource
import WritSyntax

/// Checks tests: what is given, and what is expected of it.
struct TestDeclarationChecker {
    let elaboration: Elaboration
    let sites: Sites
    let cases: CaseChecker

    func check() {
        var names: [String: [String: SourceLocation]] = [:]
        for site in sites.tests {
            guard let test = test(site) else { continue }
            if let first = names[site.policy.name]?[test.name] { reportTwice(test, first) }
            names[site.policy.name, default: [:]][test.name] = test.location
            elaboration.model.tests.append(test)
        }
    }

    private func test(_ site: Site<TestDeclarationSyntax>) -> Test? {
        let syntax = site.syntax
        let given = syntax.given
        let assignments =
            cases.base(given?.base, in: site.globals) + cases.own(given?.assignments ?? [], in: site.globals)
        let expectations = ExpectationChecker(elaboration: elaboration, globals: site.globals)
        let expected = syntax.expectations.compactMap(expectations.check)
        guard let name = syntax.name else { return nil }
        if syntax.expectations.isEmpty, !syntax.node.isBroken { reportNothingExpected(name) }
        return Test(
            name: elaboration.fixed(name, "the name of a test") ?? name.node.text, location: name.location,
            assignments: assignments, expectations: expected)
    }

    private func reportNothingExpected(_ name: TextSyntax) {
        elaboration.warn(
            .invalidExpectation, "the test expects nothing", at: name.location, "always passes",
            help: "say what the answer is, as in `expect resolution is refund`")
    }

    private func reportTwice(_ test: Test, _ first: SourceLocation) {
        elaboration.error(
            .duplicateName, "two tests of the policy are called \"\(test.name)\"", at: test.location, "again",
            also: [Label(first, "the first one")], help: "give one of them another name")
    }
}
