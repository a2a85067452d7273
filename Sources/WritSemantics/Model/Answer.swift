import WritSource

/// What a decision concluded about one case.
public struct Answer: Sendable {
    public var decision: DecisionID
    public var status: AnswerStatus
    /// The value. Under `when undetermined V` the status stays undetermined and this is `V`.
    public var outcome: Datum?
    public var actions: [AnsweredAction]
    /// The rule that answered; several under the collecting modes.
    public var rules: [RuleReference]
    public var because: [RenderedMessage]
    public var sources: [SourceNote]
    /// The facts that would settle an undetermined answer, most useful first.
    public var needs: [FactPath]
    public var fault: Fault?
    /// Under `collect`: what is certain although the whole is undetermined.
    public var certain: [Datum]
    /// Rules whose condition is unknown, in order.
    public var held: [RuleReference]

    // Made for every case: put together where it is needed, and not copied from where it was made.
    @inlinable
    public init(
        decision: DecisionID, status: AnswerStatus, outcome: Datum? = nil, actions: [AnsweredAction] = [],
        rules: [RuleReference] = [], because: [RenderedMessage] = [], sources: [SourceNote] = [],
        needs: [FactPath] = [],
        fault: Fault? = nil, certain: [Datum] = [], held: [RuleReference] = []
    ) {
        self.decision = decision
        self.status = status
        self.outcome = outcome
        self.actions = actions
        self.rules = rules
        self.because = because
        self.sources = sources
        self.needs = needs
        self.fault = fault
        self.certain = certain
        self.held = held
    }
}

/// An action for the host to carry out.
public struct AnsweredAction: Sendable, Hashable {
    public var action: ActionID
    /// In the order of the action's parameters; nil where an optional one was left out.
    public var arguments: [Datum?]

    public init(action: ActionID, arguments: [Datum?]) {
        self.action = action
        self.arguments = arguments
    }
}

/// A rule of a decision, or what it does when none applies.
public enum RuleReference: Sendable, Hashable {
    /// The index in the decision's `rules`.
    case rule(Int)
    case otherwise
    case undetermined
}
