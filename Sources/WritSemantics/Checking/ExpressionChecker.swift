import WritSource
import WritSyntax

/// Turns an expression's syntax into a typed term. Never fails: a mistake is reported once and becomes a poison term.
struct ExpressionChecker {
    let elaboration: Elaboration
    var scope: Scope
    /// Whether `unknown` and other things that only tests and cases may say are allowed here.
    var isGiven = false

    // The author of the expressions fills this in:
    //   func check(_ syntax: ExprSyntax, expecting expected: WritType?) -> Term
    //     `expected` guides names of enumeration values, literals and record shapes; the result may still have another type.
    //   func checkCondition(_ syntax: ExprSyntax) -> Term            // boolean, or reported
    //   func checkKept(_ syntax: ExprSyntax, as slot type: WritType, …) -> Term
    //     // checks, widens (rescale), bounds (Term.bounded) and reports what cannot be kept: an outcome, an argument, a param
    //   func checkMessage(_ syntax: MessageSyntax) -> MessageTemplate
    //   func checkActionCall(_ syntax: ActionCallSyntax) -> ActionCall?
    //   func checkCell(_ cell: CellSyntax, column: LocalID) -> Term?  // nil: `any` or empty; else a boolean term over .local(column)
    //   func constant(_ term: Term) -> Datum?                        // folds a term without facts, params, decisions
}
