import WritSource

/// Keeps lists of words within the columns of a page.
enum TextWrapping {
    /// As many of the texts as fit on a line, with a note of how many do not. One is always there.
    static func fitted(_ texts: [String], columns: Int) -> String {
        var line = texts.first ?? ""
        for (index, text) in texts.enumerated().dropFirst() {
            let isLast = index == texts.count - 1
            if DisplayWidth.of(line) + 2 + DisplayWidth.of(text) > columns - (isLast ? 0 : 14) {
                return line + ", and \(texts.count - index) more"
            }
            line += ", " + text
        }
        return line
    }

    /// The texts one after the other, with line breaks where a line would be too long.
    static func wrapped(_ texts: [String], columns: Int) -> [String] {
        texts.reduce(into: []) { lines, text in
            if let line = lines.last, DisplayWidth.of(line) + 1 + DisplayWidth.of(text) <= columns {
                lines[lines.count - 1] = line + " " + text
            } else {
                lines.append(text)
            }
        }
    }
}
