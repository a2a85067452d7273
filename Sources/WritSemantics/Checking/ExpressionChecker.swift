import WritSource
import WritSyntax

/// Turns an expression's syntax into a typed term. Never fails: a mistake is reported once and becomes a poison term.
///
/// A value: entering a list form makes a checker with one more name. Its parts are in `Expressions/`, one file a topic.
struct ExpressionChecker {
    let elaboration: Elaboration
    var scope: Scope
    /// Whether `unknown` and other things that only tests and cases may say are allowed here.
    var isGiven = false

    init(elaboration: Elaboration, scope: Scope, isGiven: Bool = false) {
        self.elaboration = elaboration
        self.scope = scope
        self.isGiven = isGiven
    }

    var model: CheckedModel { elaboration.model }

    /// Checks an expression. `expected` guides names of enumeration values, literals and records; the result may still have
    /// another type, and is neither widened nor bounded: see `checkKept`.
    func check(_ syntax: ExprSyntax, expecting expected: WritType? = nil) -> Term {
        poison(at: syntax.location)
    }

    /// A condition: a boolean, or reported.
    func checkCondition(_ syntax: ExprSyntax) -> Term {
        poison(at: syntax.location)
    }

    /// A value that is kept, as an outcome, an argument, a param or a declared define: checked, widened (`.rescale`), kept in
    /// bounds (`.bounded`), and reported when it cannot be kept in this type.
    ///
    /// - Parameter isOptional: whether the place may hold an unknown (`T?`), so that `unknown` may be written for it.
    func checkKept(_ syntax: ExprSyntax, as type: WritType, isOptional: Bool = false) -> Term {
        poison(at: syntax.location)
    }

    /// A term that was checked without a declared type (the body of a define): quotients and messages are left as they are,
    /// other quantities are kept in bounds.
    func kept(_ term: Term) -> Term { term }

    func checkMessage(_ syntax: MessageSyntax) -> MessageTemplate {
        MessageTemplate(texts: [(nil, [])])
    }

    /// An action with its arguments; nil when it is wrong, which is then reported.
    func checkActionCall(_ syntax: ActionCallSyntax) -> ActionCall? { nil }

    /// What a table's cell asks of its column: nil for `any` or nothing, else a condition over `.local(column)`.
    func checkCell(_ cell: CellSyntax, column: LocalID) -> Term? { nil }

    /// The value of a term without facts, params, locals and decisions; nil for any other, and where it has none.
    func constant(_ term: Term) -> Datum? { nil }

    /// What stands for an expression with a mistake.
    func poison(at location: SourceLocation) -> Term {
        Term(.constant(.unknown(.nothing(Absence(.written, at: location)))), .poison, location)
    }
}
