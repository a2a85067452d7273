import WritSource
import WritSyntax
import WritValues

/// Checks expressions that must be known when the policy is read: bounds, the values of params, periods.
struct ConstantChecker {
    let elaboration: Elaboration
    let globals: GlobalScope

    var expressions: ExpressionChecker { ExpressionChecker(elaboration: elaboration, scope: Scope(globals: globals)) }

    /// The value of an expression in a type; reported, as `what`, when it is none or depends on anything.
    func value(_ syntax: ExprSyntax, as type: WritType, of what: String) -> Datum? {
        term(syntax, as: type, of: what)?.datum
    }

    /// The same with the term that stands for it.
    func term(_ syntax: ExprSyntax, as type: WritType, of what: String) -> (term: Term, datum: Datum)? {
        let errors = elaboration.errorCount
        let term = expressions.checkKept(syntax, as: type)
        guard elaboration.errorCount == errors, term.type != .poison, type != .poison else { return nil }
        guard let datum = expressions.constant(term) else {
            elaboration.error(
                .notConstant, "\(what) must be known when the policy is read", at: syntax.location,
                "depends on something else",
                help: "write a fixed value here, such as a number, an amount or a date")
            return nil
        }
        if case .unknown = datum {
            elaboration.error(.notConstant, "\(what) has no value", at: syntax.location, "cannot be calculated")
            return nil
        }
        return (Term(.constant(datum), type, syntax.location), datum)
    }
}

extension Elaboration {
    /// How many errors were reported up to now.
    var errorCount: Int { sink.diagnostics.count { $0.severity == .error } + sink.dropped }
}
