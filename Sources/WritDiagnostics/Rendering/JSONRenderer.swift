import WritSource

/// Diagnostics as a JSON list of objects, every key always there and always in the same order.
///
/// Lines and columns start at 1, columns count Unicode scalars, `offset` and `endOffset` count bytes from 0; an end is
/// one past the last character. A finding of the analysis has `kind`, `example` and `accepted` besides.
public struct JSONRenderer: DiagnosticRenderer, Sendable {
    private let layout: JSONWriter.Layout

    public init(_ layout: JSONWriter.Layout = .pretty) { self.layout = layout }

    public func render(_ diagnostics: [Diagnostic]) -> String {
        var json = JSONWriter(layout)
        write(diagnostics, to: &json)
        return json.text + "\n"
    }

    /// Writes the list as a value of a larger answer.
    public func write(_ diagnostics: [Diagnostic], to json: inout JSONWriter) {
        json.array(diagnostics) { json, diagnostic in write(diagnostic, to: &json) }
    }

    private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
        json.object { json in
            json.field("code", diagnostic.code.id)
            json.field("title", diagnostic.code.title)
            json.field("severity", diagnostic.severity.rawValue)
            json.field("message", diagnostic.message)
            place(diagnostic.primary.location, to: &json)
            json.field("label", diagnostic.primary.text)
            json.key("secondary")
            json.array(diagnostic.secondary) { json, label in
                json.object { json in
                    place(label.location, to: &json)
                    json.field("label", label.text)
                }
            }
            json.field("help", diagnostic.help)
            json.key("fixes")
            json.array(diagnostic.fixIts) { json, fixIt in
                json.object { json in
                    json.field("message", fixIt.message)
                    place(fixIt.location, to: &json)
                    json.field("replacement", fixIt.replacement)
                }
            }
            if let finding = diagnostic.finding { write(finding, to: &json) }
        }
    }

    /// What findings have and other diagnostics have not.
    private func write(_ finding: FindingNote, to json: inout JSONWriter) {
        json.field("kind", finding.kind.rawValue)
        json.key("example")
        if let example = finding.example {
            json.object { json in
                json.field("decision", example.decision)
                json.key("facts")
                json.verbatim(example.facts)
                json.field("test", example.test)
            }
        } else {
            json.null()
        }
        json.key("accepted")
        guard let acceptance = finding.acceptance else { return json.null() }
        json.object { json in
            json.field("reason", acceptance.reason)
            json.field("until", acceptance.until)
            place(acceptance.location, to: &json)
        }
    }

    private func place(_ location: SourceLocation, to json: inout JSONWriter) {
        let (start, end) = (location.start, location.end)
        json.field("path", location.file.path)
        json.field("line", start.line)
        json.field("column", start.column)
        json.field("endLine", end.line)
        json.field("endColumn", end.column)
        json.field("offset", location.range.lower)
        json.field("endOffset", location.range.upper)
    }
}
