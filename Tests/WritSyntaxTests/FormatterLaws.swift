import Testing

@testable import WritSyntax

/// What formatting must leave alone.
enum FormatterLaws {
    /// The same tokens and comments, the same messages, the same tree; and formatting again changes nothing.
    static func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let before = Parsed(text)
        let formatted = Formatter.format(before.tree)
        let after = Parsed(formatted)
        #expect(after.tree.spellings == before.tree.spellings, "tokens of:\n\(text)", sourceLocation: sourceLocation)
        #expect(after.tree.root.shape == before.tree.root.shape, "tree of:\n\(text)", sourceLocation: sourceLocation)
        #expect(after.tree.comments == before.tree.comments, "comments of:\n\(text)", sourceLocation: sourceLocation)
        let messages = after.diagnostics.map(\.message)
        #expect(messages == before.diagnostics.map(\.message), "messages of:\n\(text)", sourceLocation: sourceLocation)
        #expect(Formatter.format(after.tree) == formatted, "format twice:\n\(text)", sourceLocation: sourceLocation)
    }
}

extension SyntaxTree {
    var spellings: [String] { root.tokens.map(\.spelling) }

    var comments: [String] {
        root.tokens.flatMap { token in
            Trivia(file, tokens.leadingTrivia(of: token.index)).comments.map { file.text(of: $0.range) }
        }
    }
}

extension SyntaxNode {
    /// Kinds all the way down.
    var shape: String { "\(kind)(" + childNodes.map(\.shape).joined(separator: " ") + ")" }
}
