import WritDiagnostics
import WritSource

extension YAMLTreeBuilder {
    /// What a scalar says. Only null is told from text here; the declared type does the rest.
    mutating func resolve(_ scalar: YAMLScalar, tagAt offset: Int) -> DocumentNode.Content {
        switch scalar.properties.tag {
        case "tag:yaml.org,2002:str", "!":
            return .scalar(text: scalar.text, style: .quoted)
        case "tag:yaml.org,2002:null" where scalar.isPlain && Self.isNull(scalar.text):
            return .null
        case .some:
            reportTag(at: offset, isScalar: true)
            return .null
        case nil:
            if scalar.isPlain, Self.isNull(scalar.text) { return .null }
            return .scalar(text: scalar.text, style: scalar.isPlain ? .plain : .quoted)
        }
    }

    private static func isNull(_ text: String) -> Bool {
        text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
    }

    mutating func reportTag(at offset: Int, isScalar: Bool) {
        let place = tagRange(from: offset)
        let tag = text.file.text(of: place)
        if tag == "!!null" {
            return log.report(
                .yamlTag, "`!!null` stands before a value that is not null", at: place, "contradicts the value",
                help: "remove the tag or the value")
        }
        log.report(
            .yamlTag, "the tag \(DocumentLog.quoted(tag)) is not supported", at: place, "not understood",
            help: "remove it: the declared type of the fact says what the value is"
                + (isScalar ? "; `!!str` is allowed" : ""))
    }

    /// The words of the tag among the properties at `offset`.
    private func tagRange(from offset: Int) -> SourceRange {
        var start = offset
        while start < text.range.upper, byte(start) != UInt8(ascii: "!") { start += 1 }
        return SourceRange(start, wordEnd(from: start))
    }

    // MARK: Places

    func byteRange(_ start: Int, _ end: Int) -> SourceRange {
        let lower = text.offset(ofCharacter: start, from: base)
        return SourceRange(lower, max(lower, text.offset(ofCharacter: end, from: base)))
    }

    /// Where the value itself starts after `&name`, `!tag` and the space and comments around them.
    func skipProperties(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, byte(offset) == UInt8(ascii: "&") || byte(offset) == UInt8(ascii: "!") {
            offset = min(end, wordEnd(from: offset))
            offset = skipSpaceAndComments(from: offset, to: end)
        }
        return offset
    }

    private func skipSpaceAndComments(from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            if byte(offset) == UInt8(ascii: "#") {
                while offset < end, byte(offset) != UInt8(ascii: "\n") { offset += 1 }
            } else if byte(offset).isJSONSpace {
                offset += 1
            } else {
                break
            }
        }
        return offset
    }

    private func wordEnd(from start: Int) -> Int {
        var offset = start
        while offset < text.range.upper, !byte(offset).isJSONSpace, byte(offset) != UInt8(ascii: ",") { offset += 1 }
        return offset
    }

    /// The end of a place without the line breaks at its end.
    func trimmed(_ place: SourceRange) -> Int {
        var end = place.upper
        while end > place.lower, byte(end - 1).isJSONSpace { end -= 1 }
        return end
    }

    func byte(_ offset: Int) -> UInt8 { text.file.bytes[offset] }
}
