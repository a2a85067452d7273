import WritDiagnostics
import WritSource

let testCode = DiagnosticCode("W0201", "unknown-name")

/// The place of the first occurrence of some words.
func place(_ words: String, in file: SourceFile) -> SourceLocation {
    let bytes = Array(words.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: bytes) }!
    return SourceLocation(file, SourceRange(start, start + bytes.count))
}

/// One error in a text, at some words.
func error(
    _ message: String, in text: String, at words: String, _ label: String = "", also: [(String, String)] = [],
    help: String? = nil, fixes: [(String, String, String)] = []
) -> Diagnostic {
    let file = SourceFile(path: "rules/a.writ", text: text)
    return Diagnostic(
        testCode, .error, message, at: Label(place(words, in: file), label),
        also: also.map { Label(place($0.0, in: file), $0.1) }, help: help,
        fixIts: fixes.map { FixIt($0.0, replacing: place($0.1, in: file), with: $0.2) })
}

func rich(_ diagnostic: Diagnostic) -> String { RichRenderer(color: false).render([diagnostic]) }
