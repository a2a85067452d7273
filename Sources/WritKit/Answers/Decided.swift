import WritEngine
import WritSemantics

/// What a policy concluded about one case.
public struct Decided: Sendable {
    /// The policy that was asked.
    public let policy: Policy
    /// The answer as the engine gave it.
    public let answer: Answer
    /// What was asked: for an explanation, the case is looked at once more.
    public let question: Question
    /// The promises that concern the decision and that this case breaks.
    public let broken: [Promise]

    /// The decision's name.
    public var decision: String { policy.name(of: answer.decision) }

    /// `determined`, `undetermined` or `faulted`.
    public var status: AnswerStatus { answer.status }

    /// The value answered; unknown when the answer is undetermined or faulted.
    public var outcome: PolicyValue {
        PolicyValue(answer.outcome ?? .unknown(.nothing(unknownPlace)), type, writer)
    }

    /// What the host shall do.
    public var actions: [DecidedAction] {
        answer.actions.map { action in
            let declared = policy.model[action.action]
            let arguments = zip(declared.parameters, action.arguments).compactMap { slot, datum in
                datum.map { (slot.wireName, PolicyValue($0, slot.type, writer)) }
            }
            return DecidedAction(name: declared.heading.name, arguments: arguments)
        }
    }

    /// Why, in the language asked for; under the collecting modes one line a rule.
    public var because: String { answer.because.map { writer.text(of: $0) }.joined(separator: "\n") }

    /// The names of the rules that answered.
    public var rules: [String] { answer.rules.map { policy.name(of: $0, in: answer.decision) } }

    /// The rule that answered; nil when none did, or several.
    public var rule: String? { rules.count == 1 ? rules[0] : nil }

    /// On whose word: a document, a page, or `house`.
    public var sources: [String] {
        answer.sources.reduce(into: []) { list, note in
            if !list.contains(note.description) { list.append(note.description) }
        }
    }

    /// The facts that would settle an undetermined answer, most useful first.
    public var needs: [String] { answer.needs.map(\.description) }

    /// What went wrong in a faulted answer.
    public var fault: Fault? { answer.fault }

    /// Under `collect`: what is certain although the whole is undetermined.
    public var certain: [PolicyValue] { answer.certain.map { PolicyValue($0, elementType, writer) } }

    /// What the case calls itself.
    public var id: String? { question.facts.id }

    /// The answer as one line of JSON.
    public var json: String { AnswerJSON.text(self) }

    /// The answer for a person, in about five lines.
    public var text: String { AnswerText().text(of: self) }

    /// Why it was answered so: the facts, the rules passed over, and what would change it. The case is looked at once more.
    public var explanation: Explanation { policy.engine.explain(question) }

    /// The explanation for a person.
    public var explanationText: String { ExplanationText().text(of: self) }

    /// Whether the policy stands behind the answer: it is not faulted and breaks no promise.
    public var isSound: Bool { status != .faulted && broken.isEmpty }

    // MARK: Inside

    var writer: ValueWriter { ValueWriter(policy: policy, language: question.language) }
    var type: WritType { policy.model[answer.decision].type }
    var mode: Decision.Mode { policy.model[answer.decision].mode }

    private var elementType: WritType {
        if case .list(let element) = type { return element }
        return type
    }

    private var unknownPlace: Absence { Absence(.noRule, at: policy.model[answer.decision].heading.location) }
}

/// Something the host is told to carry out.
public struct DecidedAction: Sendable, CustomStringConvertible {
    /// The action's name, as the policy declares it.
    public let name: String
    /// The arguments given, in the order declared; one that was left out is not here.
    public let arguments: [(name: String, value: PolicyValue)]

    /// The value given for an argument, by its name on the wire; nil when it was left out or there is none of that name.
    public subscript(_ argument: String) -> PolicyValue? { arguments.first { $0.name == argument }?.value }

    /// As a policy writes it: `tell(who: "desk", until: 2026-03-04)`.
    public var description: String {
        if arguments.isEmpty { return name }
        return "\(name)(\(arguments.map { "\($0.name): \($0.value)" }.joined(separator: ", ")))"
    }
}

/// A decision, with everything it is asked about.
public struct Question: Sendable {
    /// What is asked.
    public var decision: DecisionID
    /// What the case tells.
    public var facts: FactSet
    /// The values that stand in for the policy's own in this run.
    public var params: ParamSet
    /// The decision's arguments, in the order of its parameters.
    public var arguments: [Datum]
    /// The language of texts; nil for the policy's first.
    public var language: String?

    /// A question whose facts, params and arguments have been bound to the policy that it is asked of.
    public init(
        _ decision: DecisionID, facts: FactSet, params: ParamSet, arguments: [Datum] = [], language: String? = nil
    ) {
        self.decision = decision
        self.facts = facts
        self.params = params
        self.arguments = arguments
        self.language = language
    }
}
