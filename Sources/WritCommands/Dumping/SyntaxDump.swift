import WritSource
import WritSyntax

/// The tokens of a text, one a line: place, kind, spelling.
enum TokenDump {
    static func text(_ tree: SyntaxTree) -> String {
        (0..<tree.tokens.count).reduce(into: "") { text, index in
            let place = tree.file.position(of: tree.tokens[index].start)
            let spelling = tree.file.text(of: tree.tokens.range(of: index))
            text += "\(place.line):\(place.column) \(tree.tokens[index].kind) \(VisibleText.quoted(spelling))\n"
        }
    }
}

/// The tree of a text, a node or a token a line, indented by depth.
enum SyntaxDump {
    static func text(_ root: SyntaxNode) -> String {
        var text = ""
        // A loop, not recursion: the text may be a hostile one, nested as deep as the parser allows.
        var open: [(element: SyntaxElement, depth: Int)] = [(.node(root), 0)]
        while let (element, depth) = open.popLast() {
            text += String(repeating: "  ", count: depth)
            switch element {
            case .token(let token): text += VisibleText.quoted(token.spelling) + "\n"
            case .node(let node):
                text += "\(node.kind)\n"
                open += node.children.reversed().map { ($0, depth + 1) }
            }
        }
        return text
    }
}
