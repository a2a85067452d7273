import WritDiagnostics
import WritSource

/// libyaml's complaints, in words for people. Its own are written for those who know its parser.
extension YAMLTreeBuilder {
    mutating func report(_ failure: YAMLFailure) -> YAMLStop {
        let offset = text.offset(ofCharacter: failure.position, from: base)
        let opening = failure.contextPosition.map { text.offset(ofCharacter: $0, from: base) }
        let key = keyOnOwnLine(before: offset)
        var problem = YAMLProblem(failure, found: describe(offset), isTab: isTab(offset), isOwnLine: key != nil)
        var place = problem.pointsAtKey ? key! : word(at: offset)
        var also: [(SourceRange, String)] = []
        if let opening, opening != offset {
            if problem.pointsAtOpening {
                place = opening == offset ? place : firstWords(from: opening)
            } else if let label = problem.openingLabel {
                also = [(word(at: opening), label)]
            }
        }
        if problem.label.isEmpty { problem.label = "here" }
        log.report(.yamlSyntax, problem.message, at: place, problem.label, also: also, help: problem.help)
        return YAMLStop(offset: offset)
    }

    /// The words from the start of the line to an offset, if no other key stands among them.
    private func keyOnOwnLine(before offset: Int) -> SourceRange? {
        var start = text.file.rangeOfLine(text.file.lineIndex(of: offset)).lower
        while start < offset, byte(start).isJSONSpace { start += 1 }
        let words = SourceRange(start, max(start, offset))
        let isKey = !words.isEmpty && !text.file.bytes[words.lower..<words.upper].contains(UInt8(ascii: ":"))
        return isKey ? words : nil
    }

    private func describe(_ offset: Int) -> String {
        guard offset < text.range.upper else { return "the end of the file" }
        let range = word(at: offset)
        return range.isEmpty ? "the end of the line" : "`\(text.file.text(of: range))`"
    }

    private func isTab(_ offset: Int) -> Bool { offset < text.range.upper && byte(offset) == UInt8(ascii: "\t") }

    /// The word at an offset, or the one character if it is no letter; empty at the end of a line.
    private func word(at offset: Int) -> SourceRange {
        guard offset < text.range.upper else { return .at(text.range.upper) }
        if byte(offset) == UInt8(ascii: "\n") || byte(offset) == UInt8(ascii: "\r") { return .at(offset) }
        var end = offset
        while end < text.range.upper, byte(end).isWordByte, end - offset < 40 { end += 1 }
        while end < text.range.upper, byte(end) & 0xC0 == 0x80 { end += 1 }
        return SourceRange(offset, max(end, offset + text.file.scalarLength(at: offset)))
    }

    /// From an offset to the end of its line.
    private func firstWords(from offset: Int) -> SourceRange {
        let line = text.file.rangeOfLine(text.file.lineIndex(of: offset))
        return SourceRange(offset, trimmed(SourceRange(offset, max(offset, min(line.upper, text.range.upper)))))
    }
}
