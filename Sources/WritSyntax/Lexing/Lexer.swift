import WritDiagnostics
import WritSource

/// Turns bytes into tokens. Never fails and loses nothing: bytes that are no token of Writ become `invalid` tokens or
/// stand for what was meant, and are reported here, so that the parser may pass over them in silence.
public struct Lexer {
    let file: SourceFile
    let bytes: [UInt8]
    /// One past the last byte of the window.
    let limit: Int
    var position: Int
    var tokens: [Token] = []
    var sink = DiagnosticSink()
    /// Braces open inside the holes of a text; empty outside of texts.
    var openBraces: [Brace] = []
    /// Runs of control characters that were reported.
    var controlRuns = 0
    /// Signs of other keyboards up to here with nothing between them.
    var foreignRun = 0
    let words = WordTable.shared

    /// What a `}` closes.
    enum Brace { case hole, set }

    /// Beyond this many tokens the rest of the file is one `invalid` token.
    static let tokenLimit = 4_000_000
    /// Files over this many bytes are not read at all.
    static let byteLimit = 16 << 20

    /// Lexes a file, or a window of it.
    public static func lex(_ file: SourceFile, window: SourceRange? = nil, sink: inout DiagnosticSink) -> TokenBuffer {
        let window = window ?? SourceRange(0, file.bytes.count)
        var lexer = Lexer(file: file, window: window)
        lexer.run()
        sink.absorb(lexer.sink)
        return TokenBuffer(file: file, window: window, tokens: lexer.tokens)
    }

    private init(file: SourceFile, window: SourceRange) {
        self.file = file
        bytes = file.bytes
        limit = window.upper
        position = window.lower
        tokens.reserveCapacity(min(window.count / 5 + 2, Self.tokenLimit))
    }

    private mutating func run() {
        if limit - position > Self.byteLimit { takeRest("this file is larger than 16 MiB") }
        if isWide { takeRest("this file is UTF-16, not UTF-8", SyntaxCodes.encoding, help: "save the file as UTF-8") }
        skipByteOrderMark()
        var flags: TokenFlags = .startsLine
        while true {
            flags.formUnion(skipTrivia())
            if position >= limit { break }
            if tokens.count >= Self.tokenLimit {
                takeRest("this file has more than \(Self.tokenLimit) tokens")
            } else {
                lexToken(flags)
            }
            flags = []
        }
        tokens.append(Token(.endOfFile, limit, limit, flags: flags))
    }

    /// A UTF-16 byte order mark, or a zero for every second byte.
    private var isWide: Bool {
        guard position == 0, limit >= 4 else { return false }
        if (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) { return true }
        let start = bytes[..<min(limit & ~1, 32)]
        return [0, 1].contains { zero in start.indices.allSatisfy { (bytes[$0] == 0) == ($0 & 1 == zero) } }
    }

    private mutating func takeRest(
        _ message: String, _ code: DiagnosticCode = SyntaxCodes.tooLarge, help: String = "split it into several files"
    ) {
        report(code, message, SourceRange.at(position), help: help)
        tokens.append(Token(.invalid, position, limit, flags: .broken))
        position = limit
    }

    // MARK: - Looking at bytes

    /// The byte so far ahead; 0 past the end, which no token holds.
    func peek(_ distance: Int = 0) -> UInt8 {
        let offset = position + distance
        return offset < limit ? bytes[offset] : 0
    }

    func peek(_ distance: Int = 0, is character: Unicode.Scalar) -> Bool { peek(distance) == UInt8(ascii: character) }

    // MARK: - Making tokens

    mutating func emit(_ kind: TokenKind, from start: Int, _ flags: TokenFlags) {
        tokens.append(Token(kind, start, position, flags: flags))
    }

    /// A sign of `length` bytes.
    mutating func sign(_ kind: TokenKind, _ length: Int, _ flags: TokenFlags) {
        let start = position
        position += length
        emit(kind, from: start, flags)
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, _ range: SourceRange, label: String = "", help: String? = nil,
        fixIt: (message: String, replacement: String)? = nil
    ) {
        let location = SourceLocation(file, range)
        let fixIts = fixIt.map { [FixIt($0.message, replacing: location, with: $0.replacement)] } ?? []
        sink.report(Diagnostic(code, .error, message, at: Label(location, label), help: help, fixIts: fixIts))
    }
}
