/// What it is about the edits that changes cases, found out by making them one by one.
public struct ChangeCause: Sendable {
    /// How sure it is.
    public enum Certainty: String, Sendable, Hashable {
        /// Each of the edits changes the case when it alone is made.
        case alone
        /// None does alone; without any one of these the case is decided otherwise.
        case together
        /// Found by where they stand, for no version with one edit alone could be made.
        case nearby
    }

    /// How sure it is that it is these.
    public let certainty: Certainty
    /// The edits, in the order of the policy; empty where nothing was found.
    public let edits: [PolicyEdit]

    /// - Parameter edits: in the order of the policy.
    public init(_ certainty: Certainty, _ edits: [PolicyEdit]) {
        self.certainty = certainty
        self.edits = edits
    }
}
