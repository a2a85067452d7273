/// One token of a buffer: a kind and two offsets, trivial and twelve bytes. What stands before it up to the previous
/// token (spaces, line breaks, comments) is its leading trivia, so tokens tile the file.
public struct Token: Sendable, Hashable {
    public internal(set) var kind: TokenKind
    public internal(set) var flags: TokenFlags
    let lower: UInt32
    let upper: UInt32

    init(_ kind: TokenKind, _ lower: Int, _ upper: Int, flags: TokenFlags = []) {
        self.kind = kind
        self.flags = flags
        self.lower = UInt32(lower)
        self.upper = UInt32(upper)
    }

    /// Offset of the first byte, after the leading trivia.
    public var start: Int { Int(lower) }
    /// Offset one past the last byte.
    public var end: Int { Int(upper) }
}

/// What the lexer noticed on the way.
public struct TokenFlags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first token of its line.
    public static let startsLine = TokenFlags(rawValue: 1)
    /// Written otherwise than Writ writes it, and reported: the kind is what it stands for.
    public static let foreign = TokenFlags(rawValue: 2)
    /// Holds bytes over 127, so its text may need normalising.
    public static let wide = TokenFlags(rawValue: 4)
    /// A text that its line's end cut short, or bytes that are not UTF-8; reported.
    public static let broken = TokenFlags(rawValue: 8)
    /// A comment stands in the leading trivia.
    public static let commented = TokenFlags(rawValue: 16)

    /// What only a token has that was complained of.
    static let reported: TokenFlags = [.foreign, .broken]
}
