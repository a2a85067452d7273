import WritSource

/// Lines up the colons of fields that stand under each other.
struct FieldAligner {
    let tree: SyntaxTree

    init(_ tree: SyntaxTree) { self.tree = tree }

    /// Sets the spaces before the colons of a record or a fact.
    func align(_ record: SyntaxNode, _ layouts: inout [TokenLayout]) {
        var group: [SyntaxToken] = []
        for field in record.childNodes.compactMap(FieldSyntax.init) {
            guard let name = field.name else { continue }
            if endsGroup(before: field) {
                align(group, &layouts)
                group = []
            }
            group.append(name)
        }
        align(group, &layouts)
    }

    private func align(_ names: [SyntaxToken], _ layouts: inout [TokenLayout]) {
        let widths = names.map { DisplayWidth.of($0.spelling) }
        let widest = widths.max() ?? 0
        for (name, width) in zip(names, widths) { layouts[name.index + 1].spaces = widest - width + 1 }
    }

    /// An empty line or a comment of its own line.
    private func endsGroup(before field: FieldSyntax) -> Bool {
        let trivia = Trivia(tree.file, tree.tokens.leadingTrivia(of: field.node.tokenRange.lowerBound))
        return trivia.endsBlank || trivia.hasOwnLineComment
    }
}
