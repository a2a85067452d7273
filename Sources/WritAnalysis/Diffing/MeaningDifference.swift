import WritSemantics

/// What a change of a policy does to its decisions.
public struct MeaningDifference: Sendable {
    /// One for each decision that either version has, in the order of the new one, then those that are gone.
    public var decisions: [DecisionDifference]

    public init(decisions: [DecisionDifference]) { self.decisions = decisions }

    /// Whether it is proved that every decision answers every case as before.
    public var isNothing: Bool {
        decisions.allSatisfy { if case .same = $0.kind { true } else { false } }
    }
}

/// What a change does to one decision.
public struct DecisionDifference: Sendable {
    /// The decision's name, with that of its policy where there are several.
    public var name: String
    /// Nil where the decision is new.
    public var old: DecisionID?
    /// Nil where the decision is gone.
    public var new: DecisionID?
    public var kind: Kind

    public enum Kind: Sendable {
        /// Proved: no case is answered differently.
        case same
        /// The cases that are answered differently, each kind of change once.
        case changed([ChangeClass], isComplete: Bool)
        case added
        case removed
        /// The outcome has another type now, in words; answers are not compared.
        case retyped(String)
        /// No change was found, and that there is none was not proved.
        case undecided(Hardness)
    }

    public init(name: String, old: DecisionID?, new: DecisionID?, kind: Kind) {
        self.name = name
        self.old = old
        self.new = new
        self.kind = kind
    }
}

/// Cases that were answered in one way and are answered in another.
public struct ChangeClass: Sendable {
    /// What answered before, and what answers now.
    public var old: Side
    public var new: Side
    /// Which cases, in the words of the policy: each region the parts of a conjunction.
    public var regions: [[String]]
    /// Whether the regions are all cases of the class and no others.
    public var isWhole: Bool
    /// A case of the class, in each version's own facts.
    public var oldExample: ExampleCase
    public var newExample: ExampleCase

    public init(
        old: Side, new: Side, regions: [[String]], isWhole: Bool, oldExample: ExampleCase, newExample: ExampleCase
    ) {
        self.old = old
        self.new = new
        self.regions = regions
        self.isWhole = isWhole
        self.oldExample = oldExample
        self.newExample = newExample
    }

    /// How one version answers the cases of a class.
    public enum Side: Hashable, Sendable {
        /// The rule that answers, `otherwise` among them, and which value: of a truth 1 or 0, of an enumeration or variant the number of
        /// its case. Of other types a rule's answers are of one kind.
        case rule(RuleReference, name: String, value: Int? = nil)
        /// Several rules of a collecting decision.
        case rules([String])
        case undetermined
        case faulted
        /// No rule, and no `otherwise`.
        case uncovered
    }
}
