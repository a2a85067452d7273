extension SyntaxNode {
    /// Something below is missing, unexpected or written as Writ does not write it; it was reported.
    public var isBroken: Bool {
        if tree.isWhole { return false }
        if kind == .missing || kind == .unexpected { return true }
        return storedChildren.contains { child in
            let index = Int(child.index)
            if child.isToken { return !tree.tokens[index].flags.isDisjoint(with: .reported) }
            return SyntaxNode(tree: tree, id: index).isBroken
        }
    }
}
