import WritSemantics

/// How one decision was made.
///
/// What was read and what became of each rule is worked out when it is asked for, from what was noted when the decision was
/// made; who wants to look at it several times keeps it.
public struct DecisionTrace: Sendable {
    public var answer: Answer
    public var arguments: [Datum]
    private let noted: Noted

    private enum Noted: Sendable {
        indirect case recorded(RecordedTrace)
        case tested(TestedCase)
    }

    init(answer: Answer, arguments: [Datum], recorded: RecordedTrace) {
        self.answer = answer
        self.arguments = arguments
        noted = .recorded(recorded)
    }

    init(answer: Answer, arguments: [Datum], tested: TestedCase) {
        self.answer = answer
        self.arguments = arguments
        noted = .tested(tested)
    }

    /// What it read, directly or through defines and other decisions, in the order of first use.
    public var facts: [UsedFact] {
        switch noted {
        case .recorded(let trace): trace.facts
        case .tested(let tested): tested.usedFacts
        }
    }

    public var params: [UsedParam] {
        switch noted {
        case .recorded(let trace): trace.params
        case .tested(let tested): tested.usedParams
        }
    }

    /// The rules that were tried, in order.
    public var rules: [TriedRule] {
        switch noted {
        case .recorded(let trace): trace.rules
        case .tested(let tested): tested.triedRules
        }
    }

    /// The decisions that it read, as indices into the explanation's `nested`, in the order of first use.
    public var decisions: [Int] {
        switch noted {
        case .recorded(let trace): trace.decisions
        case .tested: []
        }
    }
}
