import WritSource

/// The lines of one file that some labels speak of, with marks under the words.
struct Snippet {
    /// A stretch of one line to be marked.
    private struct Mark {
        let line: Int
        let range: SourceRange
        let text: String
        let isPrimary: Bool
    }

    private let file: SourceFile
    private let marks: [Mark]
    private let paint: Paint
    private let ink: Paint.Ink
    private let gutter: Int

    /// - Parameter gutter: how many columns line numbers take.
    init(_ labels: [(label: Label, isPrimary: Bool)], gutter: Int, paint: Paint, ink: Paint.Ink) {
        file = labels[0].label.location.file
        self.gutter = gutter
        self.paint = paint
        self.ink = ink
        let marks = labels.flatMap { Self.marks($0.label, isPrimary: $0.isPrimary) }
        // A stable order: by line, and in a line as given.
        self.marks = marks.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
    }

    func render() -> String {
        var text = bar() + "\n"
        var last: Mark?
        var window: SourceRange?
        for mark in marks {
            if let last, mark.line > last.line + 1 { text += gap(after: last.line, before: mark.line) }
            let shown = ShownLine(file, line: mark.line, focus: mark.range)
            // Two marks share one showing of their line, unless it is so long that they are shown different parts.
            if last?.line != mark.line || window != shown.window { text += source(shown, line: mark.line) }
            text += bar() + " " + underline(mark, shown) + "\n"
            last = mark
            window = shown.window
        }
        return text
    }

    /// The empty gutter.
    func bar() -> String { paint(String(repeating: " ", count: gutter) + " |", .frame) }

    private func source(_ shown: ShownLine, line: Int) -> String {
        let number = String(line + file.firstLine)
        let margin = String(repeating: " ", count: max(0, gutter - number.utf8.count)) + number + " |"
        return paint(margin, .frame) + (shown.text.isEmpty ? "" : " " + shown.text) + "\n"
    }

    /// What stands between two marked lines: the one line there is, or dots.
    private func gap(after last: Int, before next: Int) -> String {
        guard next == last + 2 else { return paint("...", .frame) + "\n" }
        let shown = ShownLine(file, line: last + 1, focus: .at(file.rangeOfLine(last + 1).lower))
        return source(shown, line: last + 1)
    }

    private func underline(_ mark: Mark, _ shown: ShownLine) -> String {
        let start = shown.column(of: mark.range.lower)
        let end = max(start + 1, shown.endColumn(of: mark.range.upper))
        let carets = String(repeating: mark.isPrimary ? "^" : "-", count: end - start)
        let words = mark.text.isEmpty ? "" : " " + VisibleText.oneLine(mark.text)
        return String(repeating: " ", count: start) + paint(carets + words, mark.isPrimary ? ink : .frame)
    }

    /// One mark, or for several lines one on the first and one on the last, which has the words.
    private static func marks(_ label: Label, isPrimary: Bool) -> [Mark] {
        let file = label.location.file
        let range = label.location.range
        let first = file.lineIndex(of: range.lower)
        // A range that ends with a line break ends on the line that it breaks.
        let last = file.lineIndex(of: range.isEmpty ? range.lower : range.upper - 1)
        func mark(_ line: Int, _ lower: Int, _ upper: Int, _ text: String) -> Mark {
            Mark(line: line, range: SourceRange(lower, max(lower, upper)), text: text, isPrimary: isPrimary)
        }
        if first == last { return [mark(first, range.lower, range.upper, label.text)] }
        let bytes = file.bytes
        var start = file.rangeOfLine(last).lower
        while start < range.upper - 1, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") {
            start += 1
        }
        return [
            mark(first, range.lower, file.rangeOfLine(first).upper, ""),
            mark(last, start, range.upper, label.text),
        ]
    }
}
