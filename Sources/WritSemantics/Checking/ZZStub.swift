import WritSource
import WritSyntax
extension ExpressionChecker {
    func checkActionCall(named token: SyntaxToken, _ arguments: [ArgumentSyntax], at location: SourceLocation) -> ActionCall? { nil }
}
