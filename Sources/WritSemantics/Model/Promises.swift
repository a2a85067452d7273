import WritSource

/// What must hold for all facts (`always`) or for none (`never`).
public struct Promise: Sendable {
    public var heading: Heading
    public var isNever: Bool
    public var condition: Term

    public init(heading: Heading, isNever: Bool, condition: Term) {
        self.heading = heading
        self.isNever = isNever
        self.condition = condition
    }
}

/// A named set of facts that tests build on.
public struct NamedCase: Sendable {
    public var heading: Heading
    public var assignments: [Assignment]

    public init(heading: Heading, assignments: [Assignment]) {
        self.heading = heading
        self.assignments = assignments
    }
}

/// A fact, a part of one, or a param set to a constant value, in the order written; a later one wins.
public struct Assignment: Sendable {
    public enum Target: Sendable {
        /// A fact and the field indices below it (through records only).
        case fact(FactID, [Int])
        case param(ParamID)
    }
    public var target: Target
    /// `.unknown` where the author wrote `unknown`.
    public var value: Datum
    public var location: SourceLocation

    public init(target: Target, value: Datum, location: SourceLocation) {
        self.target = target
        self.value = value
        self.location = location
    }
}

/// A test written in a policy file. Its assignments already include those of the cases it builds on.
public struct Test: Sendable {
    public var name: String
    public var location: SourceLocation
    public var assignments: [Assignment]
    public var expectations: [Expectation]

    public init(name: String, location: SourceLocation, assignments: [Assignment], expectations: [Expectation]) {
        self.name = name
        self.location = location
        self.assignments = assignments
        self.expectations = expectations
    }
}

public struct Expectation: Sendable {
    public enum Kind: Sendable {
        /// The decision, made with these arguments, has this outcome: determined, or undetermined with the value of its
        /// `when undetermined`.
        case outcome(DecisionID, [Term], Term)
        case status(DecisionID, [Term], AnswerStatus)
        /// Any other condition: it must be true.
        case holds(Term)
    }
    public var kind: Kind
    /// The decision that `rule`, `actions`, `needs` and `because` speak of: the one that the condition asks; nil when it asks
    /// none or several, and then there are none of these.
    public var decision: DecisionID?
    /// What that decision is asked with, under every kind: its answer is what the clauses are held against.
    public var arguments: [Term]
    /// The rule that answered (`otherwise` for the default).
    public var rule: String?
    /// Actions that must be among those answered.
    public var actions: [ActionCall]
    /// The facts that the undetermined answer must name, written as paths.
    public var needs: [String]
    public var because: String?
    public var location: SourceLocation

    public init(
        kind: Kind, decision: DecisionID? = nil, arguments: [Term] = [], rule: String? = nil,
        actions: [ActionCall] = [], needs: [String] = [],
        because: String? = nil,
        location: SourceLocation
    ) {
        self.kind = kind
        self.decision = decision
        self.arguments = arguments
        self.rule = rule
        self.actions = actions
        self.needs = needs
        self.because = because
        self.location = location
    }
}

/// What became of a question.
public enum AnswerStatus: String, Sendable, Hashable, CaseIterable {
    case determined, undetermined, faulted
}
