import WritDiagnostics
import WritSource

/// What a person meant who wrote what the grammar has no place for.
struct Meaning {
    let code: DiagnosticCode
    let message: String
    let range: SourceRange
    var label = ""
    var help: String?
    /// Stands in the place of `range`.
    var replacement: String?

    /// One thing for another.
    static func writes(_ replacement: String, for text: String, at range: SourceRange, _ code: DiagnosticCode) -> Self {
        Meaning(
            code: code, message: "Writ writes `\(replacement)` for `\(text)`", range: range,
            label: "write `\(replacement)`", replacement: replacement)
    }
}
