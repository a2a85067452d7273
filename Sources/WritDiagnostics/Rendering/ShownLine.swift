import WritSource

/// One line of a source as it is shown, knowing at which column each byte stands.
///
/// Tabs become spaces and hidden characters escapes. Of a long line only the part around the focus is shown.
struct ShownLine {
    private struct Cell {
        let end: Int
        /// Columns before and after it.
        let left: Int
        let right: Int
    }

    private(set) var text = ""
    /// The bytes that are shown.
    let window: SourceRange
    private var cells: [Cell] = []
    private var width = 0
    private static let tab = 4
    /// Lines of up to this many bytes are shown whole.
    private static let longest = 200
    private static let before = 60
    private static let after = 120

    init(_ file: SourceFile, line: Int, focus: SourceRange) {
        var range = file.rangeOfLine(line)
        if line == 0 { range.lower = min(range.upper, file.byteOrderMarkLength) }
        window = Self.window(file, range, focus)
        if window.lower > range.lower { show("…", until: window.lower, width: 1) }
        var offset = window.lower
        while offset < window.upper { offset = showRun(file, from: offset) }
        if window.upper < range.upper { text += "…" }
    }

    /// The column at which what starts at `offset` is shown; the first is 0.
    func column(of offset: Int) -> Int { cells.first { $0.end > offset }?.left ?? width }

    /// The column after what ends at `offset`.
    func endColumn(of offset: Int) -> Int { cells.last { $0.end <= offset }.map(\.right) ?? 0 }

    private static func window(_ file: SourceFile, _ line: SourceRange, _ focus: SourceRange) -> SourceRange {
        if line.count <= longest { return line }
        let centre = min(max(focus.lower, line.lower), line.upper)
        var lower = max(line.lower, centre - before)
        var upper = min(line.upper, centre + after)
        // Not in the middle of a character: a continuation byte belongs to the one before it.
        while lower > line.lower, file.bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
        while upper < line.upper, upper > lower, file.bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
        return SourceRange(lower, upper)
    }

    /// Shows the bytes up to the next that is no UTF-8, or that one byte.
    private mutating func showRun(_ file: SourceFile, from start: Int) -> Int {
        let invalid = file.firstInvalidUTF8(in: SourceRange(start, window.upper))
        let end = invalid?.lower ?? window.upper
        if end == start {
            let byte = String(file.bytes[start], radix: 16, uppercase: true)
            show("\\x" + byte, until: start + 1, width: 2 + byte.utf8.count)
            return start + 1
        }
        var offset = start
        for character in file.text(of: SourceRange(start, end)) {
            offset += character.utf8.count
            show(character, until: offset)
        }
        return end
    }

    private mutating func show(_ character: Character, until end: Int) {
        if character == "\t" {
            let count = Self.tab - width % Self.tab
            return show(String(repeating: " ", count: count), until: end, width: count)
        }
        guard character.unicodeScalars.contains(where: VisibleText.isHidden) else {
            return show(String(character), until: end, width: DisplayWidth.of(character))
        }
        let escaped = character.unicodeScalars.map {
            VisibleText.isHidden($0) ? VisibleText.escape($0) : String($0)
        }.joined()
        show(escaped, until: end, width: DisplayWidth.of(escaped))
    }

    private mutating func show(_ shown: String, until end: Int, width columns: Int) {
        text += shown
        cells.append(Cell(end: end, left: width, right: width + columns))
        width += columns
    }
}
