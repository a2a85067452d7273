import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `starts with`, `ends with`, `contains`, `like`.
    func textRelation(_ view: TextRelationSyntax) -> Term {
        let left = operand(view.left, of: view)
        let right = operand(view.right, of: view)
        if left.isPoison || right.isPoison { return broken(.boolean, at: view.location) }
        if view.operator == .contains, case .list = left.type {
            return wrongOperand(
                left, typeName(left.type), help: "ask `\(right.location.text) in \(left.location.text)`", view)
        }
        for term in [left, right] where term.type != .text {
            return wrongOperand(term, typeName(term.type), help: nil, view)
        }
        guard view.operator == .like else {
            return Term(.text(Term.TextTest(view.operator), left, right), .boolean, view.location)
        }
        guard case .constant(.text(let picture)) = right.kind else {
            _ = mistake(
                TypeCodes.patternNotLiteral, "the picture after `like` is written out as a text", at: right.location,
                help: "such as `like \"######-###\"`: # is a digit, @ a letter, ? any character, * any run of them")
            return broken(.boolean, at: view.location)
        }
        return Term(.like(left, PicturePattern(picture)), .boolean, view.location)
    }

    private func wrongOperand(_ term: Term, _ what: String, help: String?, _ view: TextRelationSyntax) -> Term {
        _ = mistake(TypeCodes.badOperand, "this compares texts; found \(what)", at: term.location, help: help)
        return broken(.boolean, at: view.location)
    }
}

extension Term.TextTest {
    init(_ syntax: TextRelationSyntax.Operator) {
        self =
            switch syntax {
            case .startsWith: .startsWith
            case .endsWith: .endsWith
            case .contains, .like: .contains
            }
    }
}
