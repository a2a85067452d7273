import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

@testable import WritSemantics

/// A small policy made by hand, and the checker of expressions in it.
///
/// Facts are named by their types: `n` an integer, `d` a date, `usd` money. Read `declare` for all of them.
final class ExpressionBench {
    let elaboration = Elaboration(model: CheckedModel(name: "bench", digest: ""))
    let globals = GlobalScope(policy: "bench")
    private static let nowhere = SourceLocation(SourceFile(path: "bench.writ", text: ""), .at(0))

    /// - Parameter hasDefaults: whether the policy's header names a calendar and a zone.
    init(hasDefaults: Bool = true, languages: [String] = []) {
        elaboration.defineOnDemand = { [unowned self] in self.elaboration.model[$0] }
        globals.languages = languages
        declareTypes()
        declareFacts()
        declareOthers()
        if hasDefaults {
            globals.calendar = CalendarID(0)
            globals.zone = Zone.named("America/New_York")
        }
    }

    // MARK: Checking

    struct Checked {
        var term: Term
        var diagnostics: [Diagnostic]
        var model: CheckedModel
        var text: String { TermPrinter(model: model).text(term) }
        var type: String { TypeNames.name(of: term.type, in: model) }
        /// `W0301 "words under the carets"` for each, in order.
        var complaints: [String] { diagnostics.map { "\($0.code.id) \($0.primary.location.text)" } }
    }

    func check(_ text: String, expecting expected: WritType? = nil, isGiven: Bool = false) -> Checked {
        run(text, isGiven) { $0.check($1, expecting: expected) }
    }

    func keep(_ text: String, as type: WritType, isOptional: Bool = false) -> Checked {
        run(text) { $0.checkKept($1, as: type, isOptional: isOptional) }
    }

    func condition(_ text: String) -> Checked { run(text) { $0.checkCondition($1) } }

    func constant(_ text: String, expecting expected: WritType? = nil) -> Datum? {
        let checked = check(text, expecting: expected)
        return ConstantFolder().value(checked.term)
    }

    func cell(_ text: String, column type: WritType) -> (text: String?, complaints: [String]) {
        var sink = DiagnosticSink()
        let cell = Parser.parseCell(SourceFile(path: "cell", text: text), sink: &sink)
        let column = elaboration.makeLocal("col", type)
        let term = ExpressionChecker(elaboration: elaboration, scope: Scope(globals: globals)).checkCell(
            cell, column: column)
        let complaints = (sink.diagnostics + elaboration.sink.diagnostics).map {
            "\($0.code.id) \($0.primary.location.text)"
        }
        return (term.map(TermPrinter(model: elaboration.model).text), complaints)
    }

    /// An action call, as it stands after `do`.
    func action(_ text: String) -> (call: ActionCall?, complaints: [String]) {
        elaboration.sink = DiagnosticSink()
        var sink = DiagnosticSink()
        let source = "policy p\ndecision q : integer rule r then 1 do \(text)"
        let tree = Parser.parse(SourceFile(path: "action", text: source), sink: &sink)
        guard let syntax = Self.actionCall(in: tree.root) else { return (nil, ["no call"]) }
        let call = ExpressionChecker(elaboration: elaboration, scope: Scope(globals: globals)).checkActionCall(syntax)
        let complaints = (sink.diagnostics + elaboration.sink.diagnostics).map {
            "\($0.code.id) \($0.primary.location.text)"
        }
        return (call, complaints)
    }

    private static func actionCall(in node: SyntaxNode) -> ActionCallSyntax? {
        ActionCallSyntax(node) ?? node.childNodes.lazy.compactMap { actionCall(in: $0) }.first
    }

    private func run(
        _ text: String, _ isGiven: Bool = false, _ check: (ExpressionChecker, ExprSyntax) -> Term
    ) -> Checked {
        elaboration.sink = DiagnosticSink()
        var sink = DiagnosticSink()
        let syntax = Parser.parseExpr(SourceFile(path: "expression", text: text), sink: &sink)
        let checker = ExpressionChecker(elaboration: elaboration, scope: Scope(globals: globals), isGiven: isGiven)
        let term = check(checker, syntax)
        return Checked(
            term: term, diagnostics: sink.diagnostics + elaboration.sink.diagnostics, model: elaboration.model)
    }

    // MARK: The policy

    static let usd = WritType.money(Currency.named("USD")!)
    static let eur = WritType.money(Currency.named("EUR")!)

    func type(_ name: String) -> WritType {
        switch globals.symbols[name] {
        case .variant(let id)?: .variant(id)
        case .record(let id)?: .record(id)
        default: preconditionFailure("no type \(name)")
        }
    }

    private func heading(_ name: String) -> Heading { Heading(name: name, location: Self.nowhere, policy: "bench") }

    private func slot(_ name: String, _ type: WritType, optional: Bool = false) -> Slot {
        Slot(name: name, type: type, isOptional: optional, location: Self.nowhere)
    }

    private func variant(_ name: String, _ cases: [(String, [Slot])], policy: String = "bench") {
        let id = VariantID(elaboration.model.variants.count)
        let all = cases.map {
            VariantCase(name: $0.0, wire: $0.0 == "vip" ? "V.I.P." : nil, fields: $0.1, location: Self.nowhere)
        }
        let heading = Heading(name: name, location: Self.nowhere, policy: policy)
        elaboration.model.variants.append(VariantType(heading: heading, cases: all))
        globals.symbols[name] = .variant(id)
        for (index, each) in cases.enumerated() { globals.variantCases[each.0, default: []].append((id, index)) }
    }

    private func record(_ name: String, _ fields: [Slot]) {
        globals.symbols[name] = .record(RecordID(elaboration.model.records.count))
        elaboration.model.records.append(RecordType(heading: heading(name), fields: fields))
    }

    private func fact(_ name: String, _ type: WritType) {
        globals.symbols[name] = .fact(FactID(elaboration.model.facts.count))
        elaboration.model.facts.append(Fact(heading: heading(name), slot: slot(name, type)))
    }

    private func declareTypes() {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        variant("Weekday", days.map { ($0, []) }, policy: "")
        variant("Level", [("vip", []), ("gold", []), ("basic", [])])
        variant("Tier", [("high", []), ("low", []), ("gold", [])])
        variant(
            "Remedy",
            [
                ("refund", [slot("amount", Self.usd)]), ("reship", [slot("to", .text, optional: true)]),
                ("nothing", []),
                ("credit", [slot("amount", Self.usd), slot("until", .date)]), ("odd", [slot("until", .text)]),
            ])
        record(
            "Line",
            [slot("sku", .text), slot("qty", .integer), slot("price", Self.usd), slot("note", .text, optional: true)])
        record("Pause", [slot("from", .instant), slot("until", .instant, optional: true)])
    }

    private func declareFacts() {
        let scalars: [(String, WritType)] = [
            ("flag", .boolean), ("other", .boolean), ("n", .integer), ("m", .integer), ("x", .number(scale: 4)),
            ("deep", .number(scale: 12)), ("usd", Self.usd), ("limit", Self.usd), ("eur", Self.eur), ("name", .text),
            ("d", .date), ("e", .date), ("t", .time), ("now", .instant), ("then_", .instant), ("place", .zone),
            ("cal", .calendar), ("wait_", .amount(.elapsed)), ("span_", .amount(.days)), ("term_", .amount(.months)),
            ("work", .amount(.workingDays)), ("shift_", .amount(.workingTime)),
        ]
        for (name, type) in scalars { fact(name, type) }
        fact("level", type("Level"))
        fact("tier", type("Tier"))
        fact("remedy", type("Remedy"))
        fact("line", type("Line"))
        fact("lines", .list(type("Line")))
        fact("names", .list(.text))
        fact("counts", .list(.integer))
        fact("stops", .list(type("Pause")))
    }

    private func declareOthers() {
        let hours = WorkingInterval("09:00", "17:00")!
        let calendar = WorkingCalendar(name: "plant", zone: .utc, weekly: [.monday: [hours]])
        elaboration.model.calendars = [CalendarDeclaration(heading: heading("plant"), calendar: calendar)]
        globals.symbols["plant"] = .calendar(CalendarID(0))
        let hundred = Term(.constant(.count(10_000)), Self.usd, Self.nowhere)
        elaboration.model.params = [Param(heading: heading("cap"), slot: slot("cap", Self.usd), value: hundred)]
        globals.symbols["cap"] = .param(ParamID(0))
        let parameters = [elaboration.makeLocal("base", Self.usd), elaboration.makeLocal("factor", .number(scale: 2))]
        let ratio = check("usd / n").term
        elaboration.model.defines = [
            Define(
                heading: heading("net"), parameters: parameters,
                body: Term(.local(parameters[0]), Self.usd, Self.nowhere)),
            Define(heading: heading("share"), parameters: [], body: ratio),
        ]
        globals.symbols["net"] = .define(DefineID(0))
        globals.symbols["share"] = .define(DefineID(1))
        elaboration.model.actions = [
            Action(
                heading: heading("notify"), parameters: [slot("template", .text), slot("copy", .text, optional: true)])
        ]
        globals.symbols["notify"] = .action(ActionID(0))
        let each = elaboration.makeLocal("item", type("Line"))
        elaboration.model.decisions = [
            Decision(heading: heading("outcome"), type: type("Remedy"), mode: .first, rules: []),
            Decision(
                heading: heading("per_line"), parameters: [each], parameterSlots: [slot("item", type("Line"))],
                type: .integer,
                mode: .first, rules: []),
        ]
        globals.symbols["outcome"] = .decision(DecisionID(0))
        globals.symbols["per_line"] = .decision(DecisionID(1))
        globals.ambiguous["twice"] = [Self.nowhere, Self.nowhere]
    }
}
