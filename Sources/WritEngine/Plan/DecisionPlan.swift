import WritSemantics
import WritSource
import WritValues

/// A decision: its block tries the rules and settles; the conclusions are blocks of their own.
public struct DecisionPlan: Sendable {
    public var name: String
    public var mode: Decision.Mode
    public var block: Int32
    public var parameters: [Place]
    /// What its readers see.
    public var result: Place
    /// The flag that it ran, for a decision without arguments.
    public var flag: Int32?
    /// Only the state is used: why the conclusion worked out last is unknown.
    public var conclusionState: Int32
    /// By rule.
    public var rules: [ConclusionPlan]
    public var ruleNames: [String]
    public var otherwise: ConclusionPlan? = nil
    public var undetermined: ConclusionPlan? = nil
    /// Its own place, for faults of the decision as a whole.
    public var location: SourceLocation
    /// Of the outcome, for details of faults.
    public var type: WritType

    var conclusions: [ConclusionPlan] { rules + [otherwise, undetermined].compactMap(\.self) }

    /// The conclusions, in the order of their numbers: the rules', that of `otherwise`, that of `when undetermined`.
    func conclusion(_ number: Int) -> ConclusionPlan {
        if number < rules.count { return rules[number] }
        return number == rules.count ? otherwise! : undetermined!
    }

    func reference(_ number: Int) -> RuleReference {
        if number < rules.count { return .rule(number) }
        return number == rules.count ? .otherwise : .undetermined
    }
}

/// What a rule answers. Its block leaves the value and the arguments in their places.
public struct ConclusionPlan: Sendable {
    public var block: Int32
    public var value: Place?
    public var actions: [ActionPlan]
    /// The block that works out the holes of `because`, and the message.
    public var because: (block: Int32, message: Int32)?
    public var source: SourceNote?
    public var location: SourceLocation
}

public struct ActionPlan: Sendable {
    public var action: ActionID
    public var arguments: [Place?]
    public var location: SourceLocation
}
