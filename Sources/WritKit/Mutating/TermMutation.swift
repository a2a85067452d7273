import WritSemantics
import WritSource

/// One small change somewhere in a term.
struct TermMutation {
    /// The whole term, changed.
    var term: Term
    /// What was changed.
    var location: SourceLocation
    /// The change in the policy's own words.
    var description: String
}
