import WritSyntax

/// The names that stand where a text could not be read. One of them may be what was declared there: to say that there is no
/// such name would be a second message for one mistake.
struct LostNames {
    private(set) var names: Set<String> = []
    /// Names right before something unexpected: that was reported, and they are most likely part of it, as in `USD 100`.
    private var places: Set<Place> = []

    private struct Place: Hashable {
        var tree: ObjectIdentifier
        var index: Int
    }

    mutating func collect(in tree: SyntaxTree) {
        if tree.root.isBroken { visit(tree.root) }
    }

    func contains(_ token: SyntaxToken) -> Bool {
        names.contains(token.text) || places.contains(Place(tree: ObjectIdentifier(token.tree), index: token.index))
    }

    private mutating func visit(_ node: SyntaxNode) {
        if node.kind == .unexpected || node.kind == .missing || isNameless(node) { return add(node) }
        for child in node.childNodes where child.isBroken { visit(child) }
    }

    /// A type or record without a name: its cases and fields belong to nothing.
    private func isNameless(_ node: SyntaxNode) -> Bool {
        if let type = TypeDeclarationSyntax(node) { return type.name == nil }
        if let record = RecordDeclarationSyntax(node) { return record.name == nil }
        return false
    }

    private mutating func add(_ node: SyntaxNode) {
        if node.kind == .unexpected {
            places.insert(Place(tree: ObjectIdentifier(node.tree), index: node.tokenRange.lowerBound - 1))
        }
        for token in node.tokens where token.kind.isName { names.insert(token.text) }
    }
}

extension Elaboration {
    /// Whether a name is not known because something else was reported: a declaration that could not be read, or a policy
    /// that was not found.
    func isLost(_ token: SyntaxToken, in globals: GlobalScope) -> Bool {
        globals.hasLostUse || lostNames.contains(token)
    }

    /// The same for what stands in a type: a field or a case.
    func isLostPart(_ name: String) -> Bool { lostNames.names.contains(name) }
}
