import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// Writes a case and what the policy answers to it as a `test` for the policy's file, laid out as `writ fmt` does.
struct TestBlockWriter {
    let policy: Policy

    private var model: CheckedModel { policy.model }

    func text(of missing: MissingTest, named name: String) -> String {
        let question = missing.decided.question
        let told = model.told(missing.read.map(\.path), of: question.facts)
        var given = told.map { "\(way(to: $0)) = \(literal($0.value, $0.type))" }
        for (index, value) in question.params.overrides.enumerated() {
            guard let value else { continue }
            let param = model[ParamID(index)]
            given.append("\(param.heading.name) = \(literal(value, param.slot.type))")
        }
        let facts = given.isEmpty ? "" : "  given " + given.joined(separator: ",\n        ") + "\n"
        let text = "test \(literal(.text(name), .text))\n\(facts)  expect \(expectation(missing))\n"
        var sink = DiagnosticSink()
        let tree = Parser.parse(SourceFile(path: "test", text: text), sink: &sink)
        return sink.hasErrors ? text : Formatter.format(tree)
    }

    private func way(to told: ToldFact) -> String {
        ([model[told.fact].heading.name] + model.slots(to: told).dropFirst().map(\.name)).joined(separator: ".")
    }

    private func literal(_ value: Datum, _ type: WritType) -> String { policy.literals.text(value, type) }

    // MARK: What is expected

    private func expectation(_ missing: MissingTest) -> String {
        let decided = missing.decided
        let asked = call(decided.question)
        var text: String
        switch decided.status {
        case .faulted: text = "\(asked) is faulted"
        case .undetermined where decided.answer.outcome == nil:
            let needs = decided.needs.isEmpty ? "" : "\n    needs \(decided.needs.joined(separator: ", "))"
            text = "\(asked) is undetermined\(needs)"
        default:
            text = "\(asked) is \(decided.answer.outcome.map { literal($0, decided.type) } ?? "unknown")"
            if let rule = decided.rules.first { text += " by \(rule == "when undetermined" ? "undetermined" : rule)" }
        }
        for (index, action) in decided.answer.actions.enumerated() {
            text += (index == 0 ? "\n    does " : "\n         ") + self.action(action)
        }
        if missing.isAboutWords, !decided.because.isEmpty {
            text += "\n    because \(literal(.text(decided.because), .text))"
        }
        return text
    }

    private func call(_ question: Question) -> String {
        let decision = model[question.decision]
        if question.arguments.isEmpty { return decision.heading.name }
        let arguments = zip(question.arguments, decision.parameterSlots).map { literal($0, $1.type) }
        return "\(decision.heading.name)(\(arguments.joined(separator: ", ")))"
    }

    private func action(_ action: AnsweredAction) -> String {
        let declared = model[action.action]
        let arguments = zip(declared.parameters, action.arguments).compactMap { slot, value -> String? in
            guard let value, !value.isUnknown else { return nil }
            return "\(slot.name): \(literal(value, slot.type))"
        }
        let name = declared.heading.name
        return arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ", ")))"
    }
}
