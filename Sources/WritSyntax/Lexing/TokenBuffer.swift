import WritSource

/// The tokens of one file, or of a window of one, in order. The last is `endOfFile` and carries the rest of the trivia.
public struct TokenBuffer: Sendable {
    public let file: SourceFile
    /// The bytes that were lexed: the whole file but for a table cell.
    public let window: SourceRange
    public internal(set) var tokens: [Token]

    public var count: Int { tokens.count }

    public subscript(index: Int) -> Token { tokens[index] }

    /// Where the leading trivia of a token starts: the end of the token before.
    public func triviaStart(of index: Int) -> Int { index == 0 ? window.lower : tokens[index - 1].end }

    /// Spaces, line breaks and comments before a token.
    public func leadingTrivia(of index: Int) -> SourceRange { SourceRange(triviaStart(of: index), tokens[index].start) }

    public func range(of index: Int) -> SourceRange { SourceRange(tokens[index].start, tokens[index].end) }
}
