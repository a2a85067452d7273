import WritEngine
import WritSemantics

/// Writes explanations for people: what was read, what became of each rule, and what would change the answer.
public struct ExplanationText: Sendable {
    private let ink: Ink

    public init(color: Bool = false) { ink = Ink(isOn: color) }

    public func text(of decided: Decided) -> String {
        let explanation = decided.explanation
        let words = Words(ink: ink, decided: decided)
        var text = words.section("facts", facts(explanation.trace.facts, words))
        text += words.section("params", explanation.trace.params.map(words.param))
        text += words.section("rules", explanation.trace.rules.flatMap(words.rule))
        for nested in explanation.nested {
            text += words.section(words.headline(nested), nested.rules.flatMap(words.rule))
        }
        text += words.section("what would change it", changes(explanation.changes, words))
        return text
    }

    private func facts(_ facts: [UsedFact], _ words: Words) -> [String] {
        words.told(facts).map { "\($0.path.description) = \(words.value($0.value, $0.type))" }
    }

    private func changes(_ changes: Changes, _ words: Words) -> [String] {
        let lines = changes.telling(besides: words.decided.answer).map { change in
            let value = words.value(change.value, change.fact.type)
            return "\(change.fact.path.description) = \(value)  gives  \(words.outcome(of: change.answer))"
        }
        return lines + (changes.isCapped ? ["not everything was tried: the case is large"] : [])
    }
}

/// The parts of an explanation in words.
private struct Words {
    let ink: Ink
    let decided: Decided

    private var model: CheckedModel { decided.policy.model }

    func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n" + ink.bold(title) + "\n" + lines.map { "  \($0)\n" }.joined()
    }

    func value(_ datum: Datum, _ type: WritType) -> String {
        let text = decided.writer.literal(datum, type)
        return text.count > 160 ? text.prefix(157) + "…" : text
    }

    /// The facts worth a line: a list or a record of which parts were read is told by these.
    func told(_ facts: [UsedFact]) -> [UsedFact] {
        facts.filter { fact in
            switch fact.value {
            case .list, .record: !facts.contains { $0.path.isInside(fact.path) }
            default: true
            }
        }
    }

    func param(_ used: UsedParam) -> String {
        let param = model[used.param]
        let note = used.isOverridden ? "given for this run" : used.source?.description
        let value = value(used.value, param.slot.type)
        return "\(param.heading.name) = \(value)" + (note.map { "  " + ink.dim("(\($0))") } ?? "")
    }

    /// The rule's fate, and a line for each condition that stopped it.
    func rule(_ tried: TriedRule) -> [String] {
        let fate =
            switch tried.fate {
            case .fired: ink.green("applies")
            case .held: ink.yellow("cannot be told")
            case .passedOver: "does not apply"
            }
        return ["\(tried.name): \(fate)"] + tried.stoppedBy.map(condition)
    }

    private func condition(_ tried: TriedCondition) -> String {
        let text = tried.text.split { $0.isWhitespace }.joined(separator: " ")
        let word = tried.value.isUnknown ? "unknown" : "not so"
        let facts = told(tried.facts)
        var shown = facts.prefix(4).map { "\($0.path.description) is \(value($0.value, $0.type))" }
        if facts.count > 4 { shown.append("and \(facts.count - 4) more") }
        return "  \(word): \(text)" + (shown.isEmpty ? "" : "  " + ink.dim("(\(shown.joined(separator: ", ")))"))
    }

    func headline(_ trace: DecisionTrace) -> String {
        let decision = model[trace.answer.decision]
        let arguments = zip(decision.parameterSlots, trace.arguments).map { "\($0.name): \(value($1, $0.type))" }
        let call = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
        return "\(decision.heading.name)\(call): \(outcome(of: trace.answer))"
    }

    func outcome(of answer: Answer) -> String {
        let type = model[answer.decision].type
        let outcome = answer.outcome.map { value($0, type) }
        let rules = answer.rules.map { decided.policy.name(of: $0, in: answer.decision) }
        let by = rules.isEmpty ? "" : "  " + ink.dim("(\(rules.joined(separator: ", ")))")
        return (answer.status == .determined ? outcome ?? "nothing" : outcome ?? answer.status.rawValue) + by
    }
}

extension FactPath {
    /// Whether it leads to a part of what another leads to.
    fileprivate func isInside(_ other: FactPath) -> Bool {
        fact == other.fact && steps.count > other.steps.count && steps.starts(with: other.steps)
    }
}
