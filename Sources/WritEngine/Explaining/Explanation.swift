import WritSemantics
import WritSource

/// Why a decision was answered as it was, and what would change it. Plain data, for others to render.
public struct Explanation: Sendable {
    /// How the decision that was asked for was made.
    public var trace: DecisionTrace
    /// Every other decision made on the way, each once, in the order in which they were begun.
    public var nested: [DecisionTrace]
    /// The broken promises that concern the decision, as indices into the model's.
    public var brokenPromises: [Int]
    public var changes: Changes

    public var answer: Answer { trace.answer }
}

/// A fact, or a part of one, with the value it had.
public struct UsedFact: Sendable, Hashable {
    public var path: FactPath
    public var value: Datum
    public var type: WritType
}

/// A param with the value it had, and on whose word.
public struct UsedParam: Sendable, Hashable {
    public var param: ParamID
    public var value: Datum
    /// Whose word the policy's own value is.
    public var source: SourceNote?
    /// Whether this run had a value of its own.
    public var isOverridden: Bool
}

/// A rule that was tried.
public struct TriedRule: Sendable {
    public enum Fate: String, Sendable, Hashable {
        /// Its condition is true.
        case fired
        /// Its condition is unknown.
        case held
        /// Its condition is false.
        case passedOver
    }
    public var rule: RuleReference
    public var name: String
    public var location: SourceLocation
    public var fate: Fate
    /// The conditions that stopped it: the false ones if it was passed over, the unknown ones if it is held.
    public var stoppedBy: [TriedCondition]
}

/// One operand of a rule's conjunction, with what it came to.
public struct TriedCondition: Sendable {
    public var term: Term
    public var value: Datum
    /// What was read for it, in order.
    public var facts: [UsedFact]
    /// The tests that made it what it is: of `a and b` that is false only the false ones, and so on inwards.
    public var tests: [TriedTest]

    public var location: SourceLocation { term.location }
    /// As its author wrote it.
    public var text: String { term.location.text }

    /// The facts that would have to be told for it to be known, in the order written.
    public var waitsFor: [FactPath] {
        if case .unknown(let cause) = value { cause.missing } else { [] }
    }
}

/// A test without `and`, `or` and `not`: a comparison, a question about a case or a list, a boolean value.
public struct TriedTest: Sendable {
    public var term: Term
    public var value: Datum
    /// What it compared, left to right; nothing for a value that is a boolean itself.
    public var sides: [TestedSide]

    /// As its author wrote it.
    public var text: String { term.location.text }
}

/// One side of a test, with what it came to.
public struct TestedSide: Sendable {
    public var term: Term
    /// Nil for a quotient too large to be shown.
    public var value: Datum?
    /// The type of the value as shown: for a quotient a number or money with a few decimals.
    public var type: WritType
    /// Whether the value stands for a quotient, which has no end of decimals.
    public var isRounded: Bool
    /// The fact, or the part of one, that it is; nil for what is calculated.
    public var path: FactPath?

    /// As its author wrote it.
    public var text: String { term.location.text }
}
