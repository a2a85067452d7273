import WritSource
import WritSyntax

/// An `accept` in a decision, before it is known which rules the decision has.
struct AcceptanceDraft {
    let syntax: AcceptClauseSyntax
    /// The decision, the extension or the rule that it stands in.
    let scope: SourceLocation
    /// The name of that rule.
    var rule: SyntaxToken?
}
