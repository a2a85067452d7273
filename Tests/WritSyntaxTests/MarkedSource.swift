import Testing
import WritDiagnostics

@testable import WritSyntax

/// Parses a text in which `«…»` stands around what a message must point at (`«»` where something is missing), and holds
/// the one message there to its code and words. A fix-it, if there is one, must leave nothing to complain about.
func expectOne(
    _ code: DiagnosticCode, _ marked: String, _ message: String, fixed: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    let text = parts[0] + rest[0] + rest[1]
    let parsed = Parsed(String(text))
    #expect(parsed.isLossless, sourceLocation: sourceLocation)
    #expect(parsed.diagnostics.count == 1, "\(parsed.report)", sourceLocation: sourceLocation)
    guard let first = parsed.diagnostics.first else { return }
    #expect(first.code == code, sourceLocation: sourceLocation)
    #expect(first.message == message, sourceLocation: sourceLocation)
    let lower = parts[0].utf8.count
    let range = first.primary.location.range
    #expect(
        range == .init(lower, lower + rest[0].utf8.count),
        "points at `\(first.primary.location.text)`, \(first.primary.location.start)", sourceLocation: sourceLocation)
    guard let fixed else { return }
    let mended = mend(parsed, first)
    #expect(mended == fixed, sourceLocation: sourceLocation)
    #expect(Parsed(mended).report == "", sourceLocation: sourceLocation)
}

/// The text with the message's edits made.
private func mend(_ parsed: Parsed, _ diagnostic: Diagnostic) -> String {
    var bytes = parsed.tree.file.bytes
    for fixIt in diagnostic.fixIts.sorted(by: { $0.location.range.lower > $1.location.range.lower }) {
        bytes.replaceSubrange(
            fixIt.location.range.lower..<fixIt.location.range.upper, with: Array(fixIt.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
}
