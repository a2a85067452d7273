import WritSemantics
import WritSource

/// A policy with one small change in it. Tests that test notice it: one of them fails.
public struct Mutant: Sendable {
    /// What was changed.
    public let location: SourceLocation
    /// The change in the policy's own words, on one line.
    public let description: String
    /// The policy that declares what was changed; empty for a file without a header.
    public let policy: String
    let edit: ModelEdit
    /// Where a case must come to for the change to matter.
    let site: EvaluationSite
}
