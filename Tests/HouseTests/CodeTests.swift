import PageSupport
import Testing

/// A code that nothing reports is a page that nobody needs.
@Suite struct CodeTests {
    @Test func everyCodeIsReported() throws {
        let files = try SourceText.all()
        for declaring in files where declaring.name.hasSuffix("Codes") {
            for line in declaring.lines {
                guard let match = line.firstMatch(of: /static let (\w+) = DiagnosticCode\("(W\d{4})"/) else { continue }
                let use = ".\(match.output.1)"
                let isUsed = files.contains { file in
                    file.path != declaring.path && file.lines.contains { Self.uses(use, $0) }
                }
                #expect(
                    isUsed, "\(declaring.path) declares \(match.output.2) \(match.output.1), and nothing reports it")
            }
        }
    }

    /// Whether a line has the name and not only a longer one.
    private static func uses(_ name: String, _ line: Substring) -> Bool {
        line.ranges(of: name).contains { range in
            range.upperBound == line.endIndex || !(line[range.upperBound].isLetter || line[range.upperBound].isNumber)
        }
    }
}
