import WritSemantics

/// Looks on while the reference evaluator works: for explanations and for the coverage of tests.
///
/// What was worked out once is not worked out again; then `recalled` names the scope, and the observer knows what it saw there.
public protocol EvaluationObserver {
    /// Whether anybody looks. When not, the paths of facts are not kept track of.
    static var isObserving: Bool { get }

    /// A define, decision, param or table column is worked out; what follows until `ended` happens in it.
    mutating func began(_ scope: EvaluationScope)
    mutating func ended(_ scope: EvaluationScope)
    mutating func recalled(_ scope: EvaluationScope)
    /// A fact, or a part of one, was read.
    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType)
    mutating func read(_ param: ParamID, _ value: Datum)
    /// Two values were compared, for order or equality; either may be unknown.
    mutating func compared(_ comparison: ObservedComparison)
    /// What a test was made of, once it has been made: the sides of a comparison, the value asked for its case, the list gone
    /// through. What `tested` is told of next was made of it, if it is such a test.
    mutating func weighed(_ sides: [ObservedComparison.Side])
    /// A leaf of the boolean structure of a rule's condition.
    mutating func tested(_ condition: Term, _ result: Datum)
    mutating func beganRule(_ rule: RuleReference, of decision: DecisionID)
    /// One operand of a rule's conjunction; what was read since the rule began or the last conjunct belongs to it.
    mutating func triedConjunct(_ conjunct: Term, _ result: Datum)
    mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum)
    /// The answer of the decision whose scope is open.
    mutating func answered(_ answer: Answer)
}

extension EvaluationObserver {
    public static var isObserving: Bool { true }
    public mutating func began(_ scope: EvaluationScope) {}
    public mutating func ended(_ scope: EvaluationScope) {}
    public mutating func recalled(_ scope: EvaluationScope) {}
    public mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) {}
    public mutating func read(_ param: ParamID, _ value: Datum) {}
    public mutating func compared(_ comparison: ObservedComparison) {}
    public mutating func weighed(_ sides: [ObservedComparison.Side]) {}
    public mutating func tested(_ condition: Term, _ result: Datum) {}
    public mutating func beganRule(_ rule: RuleReference, of decision: DecisionID) {}
    public mutating func triedConjunct(_ conjunct: Term, _ result: Datum) {}
    public mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum) {}
    public mutating func answered(_ answer: Answer) {}
}

/// Something worked out once per case and arguments.
public struct EvaluationScope: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case define(DefineID)
        case decision(DecisionID, arguments: [Datum])
        case param(ParamID)
        case column(LocalID)
    }
    public var kind: Kind
    /// From 1, in the order in which they are begun during one evaluation.
    public var number: Int
}

/// A comparison that was made or, for want of a value, tried.
public struct ObservedComparison: Sendable {
    public struct Side: Sendable {
        /// Nil for a quotient that is too large to be rounded.
        public var value: Datum?
        public var type: WritType
        /// Whether the value stands for a quotient, which has no end of decimals.
        public var isRounded: Bool
        /// Where the value was read, if it was read and not calculated.
        public var path: FactPath?
    }
    public var left: Side
    public var right: Side
}

/// Nobody looks.
struct Unobserved: EvaluationObserver {
    static var isObserving: Bool { false }
}
