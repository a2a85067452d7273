import WritEngine
import WritSemantics
import WritSource

/// Writes explanations for people: what was read, what became of each rule, and what would change the answer.
///
/// Lines keep within 100 columns where words allow it. Everything there is to say is in the JSON of ``AnswerJSON``.
public struct ExplanationText: Sendable {
    private let ink: Ink

    /// - Parameter color: whether to mark words with the colours of a terminal.
    public init(color: Bool = false) { ink = Ink(isOn: color) }

    /// The sections of the explanation, each after an empty line. The case is looked at once more.
    public func text(of decided: Decided) -> String {
        let explanation = decided.explanation
        let words = ExplanationWords(decided: decided, ink: ink)
        var rules = RuleLines(words: words)
        var text = section("facts", FactLines(words: words).lines(explanation.trace.facts))
        text += section("params", explanation.trace.params.flatMap(words.param))
        text += section("rules", explanation.trace.rules.flatMap { rules.lines($0) })
        for nested in explanation.nested {
            text += section(words.headline(nested), nested.rules.flatMap { rules.lines($0) })
        }
        let title = explanation.answer.status == .undetermined ? "what would settle it" : "what would change it"
        return text + section(title, ChangeLines(words: words).lines(explanation.changes))
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n" + ink.bold(title) + "\n" + lines.map { "  \($0)\n" }.joined()
    }
}

/// The words that all parts of an explanation use.
struct ExplanationWords {
    let decided: Decided
    let ink: Ink

    var model: CheckedModel { decided.policy.model }

    /// A value as policies spell it, a long one folded.
    func value(_ datum: Datum, _ type: WritType) -> String {
        let text = VisibleText.oneLine(decided.writer.literal(datum, type))
        if case .list(let elements) = datum, text.count > 40 { return Self.count(elements.count, "element") }
        return text.count > 60 ? text.prefix(57) + "…" : text
    }

    func fact(_ fact: UsedFact) -> String { "\(fact.path.description) = \(value(fact.value, fact.type))" }

    /// The value, and on whose word, beside it or below it.
    func param(_ used: UsedParam) -> [String] {
        let param = model[used.param]
        let note = used.isOverridden ? "given for this run" : used.source?.description
        let value = value(used.value, param.slot.type)
        let line = "\(param.heading.name) = \(value)"
        guard let note = note.map(VisibleText.oneLine) else { return [line] }
        if DisplayWidth.of(line) + DisplayWidth.of(note) > 92 { return [line, "  " + ink.dim("(\(note))")] }
        return [line + "  " + ink.dim("(\(note))")]
    }

    func headline(_ trace: DecisionTrace) -> String {
        let decision = model[trace.answer.decision]
        let arguments = zip(decision.parameterSlots, trace.arguments).map { "\($0.name): \(value($1, $0.type))" }
        let call = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"
        return "\(decision.heading.name)\(call): \(outcome(of: trace.answer))" + by(trace.answer)
    }

    func outcome(of answer: Answer) -> String {
        let outcome = answer.outcome.map { value($0, model[answer.decision].type) }
        return answer.status == .determined ? outcome ?? "nothing" : outcome ?? answer.status.rawValue
    }

    /// The rules that answered.
    func by(_ answer: Answer) -> String {
        let rules = answer.rules.map { decided.policy.name(of: $0, in: answer.decision) }
        return rules.isEmpty ? "" : "  " + ink.dim(VisibleText.oneLine("(\(rules.joined(separator: ", ")))"))
    }

    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    static func oneLine(_ text: String) -> String {
        VisibleText.oneLine(text.split { $0.isWhitespace }.joined(separator: " "))
    }
}
