import WritDiagnostics
import WritSource
import WritSyntax

/// `payment is deposit or else false`: what is false when unknown is meant to be the question, not its right side.
extension ExpressionChecker {
    /// Reports an answer to a question that stands as what a side of it falls back to.
    func reportedLooseQuestion(_ view: DefaultSyntax, _ terms: [Term]) -> Term? {
        guard let first = terms.first, let last = terms.last, !terms.contains(where: \.isPoison), last.type == .boolean,
            first.type.joined(with: .boolean) == nil, let side = view.operands.first?.location,
            let (question, word) = question(endingWith: view)
        else { return nil }
        let asked = SourceLocation(question.file, SourceRange(question.range.lower, side.range.upper))
        let rest = SourceLocation(question.file, SourceRange(side.range.upper, view.location.range.upper)).text
        return mistake(
            TypeCodes.incomparable, "cannot choose between \(typeName(first.type)) and \(typeName(last.type))",
            at: last.location, "this is \(typeName(last.type))",
            also: [Label(first.location, "this is \(typeName(first.type))")],
            help: "`or else` binds tighter than \(word): write `(\(asked.text))\(rest)`",
            fixIts: [FixIt("put the question in brackets", replacing: asked, with: "(\(asked.text))")])
    }

    /// The relation whose right side this is, and what asks.
    private func question(endingWith view: DefaultSyntax) -> (SourceLocation, String)? {
        guard let parent = view.node.parent else { return nil }
        if let relation = IsRelationSyntax(parent), isSame(relation.right, view) { return (relation.location, "`is`") }
        if let relation = InRelationSyntax(parent), isSame(relation.right, view) { return (relation.location, "`in`") }
        if let relation = ComparisonSyntax(parent), isSame(relation.right, view) {
            return (relation.location, "a comparison")
        }
        return nil
    }

    private func isSame(_ side: ExprSyntax?, _ view: DefaultSyntax) -> Bool { side?.location == view.location }
}
