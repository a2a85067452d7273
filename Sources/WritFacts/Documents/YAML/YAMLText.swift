import WritSource

/// A YAML text that is known to be UTF-8 without control characters, with a way from libyaml's positions to ours.
///
/// libyaml counts characters (Unicode scalars) from the start of what it is given, in `index` as well as in `column`,
/// and it counts several characters as line breaks that editors do not. Our ranges are in bytes, so every position is
/// taken from `index` alone: the byte offset of every 64th character is kept, and the rest is walked.
struct YAMLText {
    let file: SourceFile
    let range: SourceRange
    /// Byte offsets of the characters 0, 64, 128, …; empty when every character is one byte.
    private let offsets: [Int]
    private static let stride = 64
    private static let mostDirectives = 100

    private init(file: SourceFile, range: SourceRange, offsets: [Int]) {
        self.file = file
        self.range = range
        self.offsets = offsets
    }

    /// Nil, with a report, if the text is not one that YAML allows.
    init?(_ file: SourceFile, _ range: SourceRange, _ log: inout DocumentLog) {
        if let invalid = file.firstInvalidUTF8(in: range) {
            log.reportNotUTF8(invalid)
            return nil
        }
        if let directive = Self.directiveTooMany(file, range) {
            log.report(
                .documentTooLarge, "the file declares more than \(Self.mostDirectives) tags", at: directive,
                "not read", help: "remove the lines that start with `%TAG`: documents need no tags")
            return nil
        }
        var offsets: [Int] = []
        var characters = 0
        for offset in range.lower..<range.upper {
            let byte = file.bytes[offset]
            if byte & 0xC0 == 0x80 { continue }
            if characters % Self.stride == 0 { offsets.append(offset) }
            characters += 1
            if byte >= 0x20, byte < 0x7F { continue }
            if let length = Self.forbidden(file.bytes, offset) {
                Self.reportForbidden(SourceRange(offset, offset + length), &log)
                return nil
            }
        }
        self.init(file: file, range: range, offsets: characters == range.count ? [] : offsets)
    }

    /// The offset in the file of the character that libyaml counts as `index`, having been started at `base`.
    func offset(ofCharacter index: Int, from base: Position) -> Int {
        let character = base.character + index
        guard !offsets.isEmpty else { return min(range.lower + character, range.upper) }
        let checkpoint = min(character / Self.stride, offsets.count - 1)
        var offset = offsets[checkpoint]
        for _ in (checkpoint * Self.stride)..<max(checkpoint * Self.stride, character) {
            guard offset < range.upper else { break }
            offset += file.scalarLength(at: offset)
        }
        return offset
    }

    /// A place in both counts.
    struct Position {
        var byte: Int
        var character: Int
    }

    var start: Position { Position(byte: range.lower, character: 0) }

    /// The first line at or after `offset` that starts with `---`: always the start of a document, whatever stands before.
    func nextDocument(from offset: Int, _ base: Position) -> Position? {
        var character = base.character
        for position in base.byte..<range.upper {
            let byte = file.bytes[position]
            if position >= offset, byte == UInt8(ascii: "-"), file.bytes[position - 1] == UInt8(ascii: "\n"),
                isDocumentMarker(position)
            {
                return Position(byte: position, character: character)
            }
            if byte & 0xC0 != 0x80 { character += 1 }
        }
        return nil
    }

    private func isDocumentMarker(_ offset: Int) -> Bool {
        let after = offset + 3
        guard after <= range.upper, file.bytes[offset..<after].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
            return false
        }
        return after == range.upper || file.bytes[after].isJSONSpace
    }

    /// The first `%TAG` line too many. libyaml compares each with all before it, so that a file of them would take
    /// hours.
    private static func directiveTooMany(_ file: SourceFile, _ range: SourceRange) -> SourceRange? {
        let directive = Array("%TAG".utf8)
        var count = 0
        for line in 0..<file.lineCount {
            let words = file.rangeOfLine(line)
            let start = max(words.lower, range.lower)
            guard file.bytes[start..<max(start, words.upper)].starts(with: directive) else { continue }
            count += 1
            if count > mostDirectives { return words }
        }
        return nil
    }

    /// The length of the character at `offset` if YAML forbids it.
    private static func forbidden(_ bytes: [UInt8], _ offset: Int) -> Int? {
        switch bytes[offset] {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F: 1
        case 0xC2: bytes[offset + 1] < 0xA0 && bytes[offset + 1] != 0x85 ? 2 : nil
        case 0xEF: bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE ? 3 : nil
        default: nil
        }
    }

    private static func reportForbidden(_ range: SourceRange, _ log: inout DocumentLog) {
        let scalar = log.file.text(of: range).unicodeScalars.first?.value ?? 0
        let hex = String(scalar, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        log.report(
            .documentControlCharacter, "the file holds the control character \(name)", at: range,
            "not allowed in a document",
            help: "remove it, or write it as an escape inside double quotes")
    }
}
