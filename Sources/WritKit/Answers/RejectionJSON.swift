import WritDiagnostics
import WritSource

/// Writes what stands in the place of an answer for a case that could not be asked about.
public enum RejectionJSON {
    /// One line of JSON without its line break: `"status":"rejected"` with the mistakes, as docs/language/12 lists them.
    ///
    /// - Parameters:
    ///   - decision: what was asked for; nil when it was several.
    ///   - id: what the case calls itself, as far as it could be read.
    public static func text(
        _ diagnostics: [Diagnostic], decision: String?, policy: Policy, id: String? = nil
    ) -> String {
        var json = JSONWriter()
        json.object { json in
            json.field("decision", decision)
            json.field("status", "rejected")
            json.key("errors")
            json.array(diagnostics.filter { $0.severity == .error }) { json, error in
                json.object { json in
                    json.field("code", error.code.id)
                    json.field("message", error.message)
                    json.field("line", error.primary.location.start.line)
                    json.field("column", error.primary.location.start.column)
                }
            }
            json.key("policy")
            json.object { json in
                json.field("name", policy.name)
                json.field("digest", policy.digest)
            }
            if let id { json.field("id", id) }
        }
        return json.text
    }
}
