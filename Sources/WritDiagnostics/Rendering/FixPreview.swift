import WritSource

/// The line as it would read with a fix applied.
struct FixPreview {
    /// The new words, in a file that has only that line; nil if they do not show well on one line.
    let label: Label?
    private static let longest = 160

    init(_ fixIt: FixIt) {
        let location = fixIt.location
        let file = location.file
        let line = file.lineIndex(of: location.range.lower)
        let whole = file.rangeOfLine(line)
        let fits = location.range.upper <= whole.upper && whole.count + fixIt.replacement.utf8.count <= Self.longest
        guard fits, !fixIt.replacement.isEmpty, !fixIt.replacement.contains("\n") else {
            label = nil
            return
        }
        let before = file.bytes[whole.lower..<max(whole.lower, location.range.lower)]
        let after = file.bytes[location.range.upper..<whole.upper]
        let replacement = Array(fixIt.replacement.utf8)
        let patched = SourceFile(
            path: file.path, bytes: before + replacement + after, firstLine: line + file.firstLine)
        let start = before.count
        label = Label(SourceLocation(patched, SourceRange(start, start + replacement.count)), "")
    }
}
