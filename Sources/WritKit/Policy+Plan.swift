extension Policy {
    /// The plan that the machine runs, for people.
    public var planText: String { engine.planText }
}
