import WritDiagnostics
import WritSource
import WritSyntax

/// Checks what a rule answers: its value, its actions, why, and on whose word.
struct ConclusionChecker {
    let elaboration: Elaboration
    let scope: Scope
    /// What the value must be; nil under `count`.
    let valueType: WritType?

    var expressions: ExpressionChecker { ExpressionChecker(elaboration: elaboration, scope: scope) }

    /// The answer of a rule that must have a value, but under `count`. Of one that could not be read the value is not missed:
    /// `whole` is all that was written.
    func conclusion(
        _ syntax: ExprSyntax?, _ clauses: RuleClauses, of owner: String, at location: SourceLocation, whole: SyntaxNode
    ) -> Conclusion {
        let isLost = syntax == nil && whole.isBroken
        return Conclusion(
            value: isLost ? expressions.poison(at: location) : value(syntax, of: owner, at: location),
            actions: actions(clauses.do),
            because: clauses.because?.message.map(expressions.checkMessage),
            source: clauses.source.flatMap { SourceNotes.note($0, elaboration) }, location: location)
    }

    private func value(_ syntax: ExprSyntax?, of owner: String, at location: SourceLocation) -> Term? {
        guard let valueType else {
            if let syntax { reportUnused(syntax.location) }
            return nil
        }
        if let syntax { return expressions.checkKept(syntax, as: valueType) }
        elaboration.error(
            .missingThen, "\(owner) does not say what it answers", at: location, "no value",
            help: owner.hasPrefix("rule") ? "add `then` and the value" : "write the value after the word")
        return expressions.poison(at: location)
    }

    func reportUnused(_ location: SourceLocation) {
        elaboration.error(
            .unusedValue, "under `count` a rule has no value: it only counts", at: location, "never used",
            help: "remove the value, or use another mode")
    }

    private func actions(_ clause: DoClauseSyntax?) -> [ActionCall] {
        (clause?.calls ?? []).compactMap(expressions.checkActionCall)
    }

    /// Under `collect`, `otherwise` may be one element or a whole list: what it is decides what it is checked as.
    func otherwiseType(_ syntax: ExprSyntax?, element: WritType, list: WritType) -> WritType {
        guard let syntax else { return list }
        let sink = elaboration.sink
        defer { elaboration.sink = sink }
        let type = expressions.check(syntax, expecting: list).type
        return if case .list = type { list } else { element }
    }
}
