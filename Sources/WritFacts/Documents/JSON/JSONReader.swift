import WritDiagnostics
import WritSource

/// Reads one JSON text as RFC 8259 has it, and nothing more lenient.
///
/// A mistake of structure ends the text, since what follows could mean anything. A mistake inside one value (a bad
/// escape, a key written twice) is reported and reading goes on, so that a list of cases loses only the one.
struct JSONReader {
    let file: SourceFile
    let bytes: [UInt8]
    /// The next byte to read, and the end of the text.
    var position: Int
    let end: Int
    /// Whether the text is one line of many.
    let isLine: Bool
    let limits: DocumentLimits
    var budget: NodeBudget
    var log: DocumentLog
    private(set) var tally = CaseTally()

    init(
        file: SourceFile, range: SourceRange, isLine: Bool, limits: DocumentLimits, budget: NodeBudget,
        log: DocumentLog
    ) {
        self.file = file
        self.isLine = isLine
        bytes = file.bytes
        position = range.lower
        end = range.upper
        self.limits = limits
        self.budget = budget
        self.log = log
    }

    /// Reads the whole text. Nil if its structure is wrong.
    mutating func readText() -> DocumentNode? {
        if let invalid = file.firstInvalidUTF8(in: SourceRange(position, end)) {
            log.reportNotUTF8(invalid)
            return nil
        }
        skipSpace()
        guard let root = readValue(depth: 1) else { return nil }
        skipSpace()
        guard position == end else {
            log.report(
                .jsonSyntax, "expected the end after the value, found \(foundDescription)", at: foundRange,
                "nothing may follow here", also: [(root.location.range, "the value")],
                help: "for several cases, write a list, or one case a line in a file that ends in .ndjson")
            return nil
        }
        return root
    }

    private mutating func readValue(depth: Int) -> DocumentNode? {
        guard budget.spend() else {
            log.reportTooManyValues(budget.limit, at: foundRange)
            return nil
        }
        let start = position
        switch peek {
        case UInt8(ascii: "{"): return readObject(depth: depth)
        case UInt8(ascii: "["): return readArray(depth: depth)
        case UInt8(ascii: "\""):
            guard let text = readString() else { return nil }
            return node(.scalar(text: text, style: .string), from: start)
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            guard let digits = readNumber() else { return nil }
            return node(.scalar(text: digits, style: .number), from: start)
        case UInt8(ascii: "t") where skip(word: "true"):
            return node(.scalar(text: "true", style: .boolean), from: start)
        case UInt8(ascii: "f") where skip(word: "false"):
            return node(.scalar(text: "false", style: .boolean), from: start)
        case UInt8(ascii: "n") where skip(word: "null"):
            return node(.null, from: start)
        default:
            reportNoValue()
            return nil
        }
    }

    private mutating func readArray(depth: Int) -> DocumentNode? {
        let start = position
        guard enter(depth) else { return nil }
        var elements: [DocumentNode] = []
        skipSpace()
        if skip("]") { return node(.list(elements), from: start) }
        while true {
            guard let element = readValue(depth: depth + 1) else { return nil }
            elements.append(element)
            if depth == 1 { tally.endCase(faults: log.faults) }
            skipSpace()
            if skip("]") { return node(.list(elements), from: start) }
            guard readComma(before: "]", "a closing bracket", opened: start) else { return nil }
        }
    }

    private mutating func readObject(depth: Int) -> DocumentNode? {
        let start = position
        guard enter(depth) else { return nil }
        var mapping = MappingBuilder()
        skipSpace()
        if skip("}") { return node(.mapping([]), from: start) }
        while true {
            guard let (key, keyRange) = readKey(opened: start) else { return nil }
            guard let value = readValue(depth: depth + 1) else { return nil }
            if let first = mapping.existing(key) {
                log.reportDuplicate(key, at: keyRange, first: first.keyLocation.range)
            } else {
                mapping.add(DocumentEntry(key: key, keyLocation: SourceLocation(file, keyRange), value: value))
            }
            skipSpace()
            if skip("}") { return node(.mapping(mapping.entries), from: start) }
            guard readComma(before: "}", "a closing brace", opened: start) else { return nil }
        }
    }

    /// Reads a key and the colon after it, up to where its value starts.
    private mutating func readKey(opened: Int) -> (String, SourceRange)? {
        let start = position
        guard peek == UInt8(ascii: "\"") else {
            reportNoKey(opened: opened)
            return nil
        }
        guard let key = readString() else { return nil }
        let range = SourceRange(start, position)
        skipSpace()
        guard skip(":") else {
            log.report(
                .jsonSyntax, "expected a colon after the key, found \(foundDescription)", at: foundRange,
                "`:` is missing here", also: [(range, "the key")])
            return nil
        }
        skipSpace()
        return (key, range)
    }

    /// Reads the comma between two elements, up to where the next one starts.
    private mutating func readComma(before close: Unicode.Scalar, _ name: String, opened: Int) -> Bool {
        let comma = position
        guard skip(",") else {
            reportNoComma(name, opened: opened)
            return false
        }
        skipSpace()
        if peek == UInt8(ascii: close) {
            log.report(
                .jsonSyntax, "a comma stands before \(name)", at: SourceRange(comma, comma + 1),
                "nothing follows it", help: "remove the comma")
            return false
        }
        return true
    }

    private mutating func enter(_ depth: Int) -> Bool {
        let bracket = SourceRange(position, position + 1)
        position += 1
        if depth <= limits.maxDepth { return true }
        log.reportTooDeep(limits.maxDepth, at: bracket)
        return false
    }

    private func node(_ content: DocumentNode.Content, from start: Int) -> DocumentNode {
        DocumentNode(content, at: SourceLocation(file, SourceRange(start, position)))
    }
}
