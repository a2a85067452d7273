import WritSemantics

/// What a change of a policy does to one decision.
public struct DecisionChange: Sendable {
    /// The decision's name, with that of its policy where there are several.
    public let name: String
    /// What became of it.
    public internal(set) var kind: Kind
    /// The decision in the old version and in the new one; nil where it is not there.
    let old: DecisionID?
    let new: DecisionID?

    /// What can become of a decision.
    public enum Kind: Sendable {
        /// Proved: no case is decided differently.
        case same
        /// Which cases are decided differently, each kind of change once; and whether these are proved to be all.
        case changed([ChangedCases], isComplete: Bool)
        /// It is only in the new version.
        case added
        /// It is only in the old version.
        case removed
        /// Its outcome has another type, in words; answers are not compared.
        case retyped(String)
        /// No change was found, and that there is none was not proved; with what made it hard.
        case undecided(String)
    }

    /// The kinds of cases that are decided differently.
    public var changes: [ChangedCases] {
        if case .changed(let changes, _) = kind { return changes }
        return []
    }

    /// Whether it is proved that nothing changed.
    public var isSame: Bool {
        if case .same = kind { return true }
        return false
    }
}

/// Cases that were decided in one way and are decided in another.
public struct ChangedCases: Sendable {
    /// What answered before.
    public let old: AnswerSide
    /// What answers now.
    public let new: AnswerSide
    /// Which cases, in the words of the policy, each region in one line; empty where none was worked out.
    public let regions: [String]
    /// Whether the regions are all these cases and no others.
    public let isWhole: Bool
    /// One of the cases: its facts as a test writes them, `order.amount = 120.00 USD`.
    public let facts: [String]
    /// What the old version answers to it.
    public let before: Decided
    /// What the new version answers to it.
    public let after: Decided
    /// Which edit does it.
    public let cause: ChangeCause
    /// How many of the cases given are so; nil where none were given.
    public internal(set) var caseCount: Int?
}

/// What answers a kind of cases, in one version.
public struct AnswerSide: Sendable, Hashable {
    /// The rules that answer; none where the answer is undetermined, faulted, or no rule applies.
    public let rules: [String]
    /// What they answer, as the policy writes it; else `undetermined`, `faulted` or `no rule applies`.
    public let outcome: String

    /// `refund(amount: amount) by small`
    public var text: String { rules.isEmpty ? outcome : "\(outcome) by \(rules.joined(separator: ", "))" }
}
