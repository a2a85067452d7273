/// What the tests made of a mutant.
public struct MutantResult: Sendable {
    /// The change.
    public let mutant: Mutant
    /// What became of it.
    public let fate: Fate

    /// What can become of a mutant.
    public enum Fate: Sendable {
        /// A test fails on it.
        case noticed
        /// No test fails on it, and one with this case would.
        case missed(MissingTest)
        /// No test fails on it, and no case was found that tells it from the policy. Perhaps there is none.
        case same
    }

    /// Whether a test fails on it.
    public var isNoticed: Bool {
        if case .noticed = fate { true } else { false }
    }
}
