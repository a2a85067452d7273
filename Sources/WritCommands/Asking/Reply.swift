import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// What comes of asking about one case.
enum Reply {
    /// - Parameter isMany: whether it is one of many, and has to say which.
    case answer(Decided, isMany: Bool)
    case refusal(Refusal)
}

/// A case that could not be asked about.
struct Refusal {
    let policy: Policy
    /// Nil when more than one decision was asked for.
    let decision: String?
    /// What the case calls itself, as far as it could be read.
    let id: String?
    let errors: [Diagnostic]

    /// One line, which stands where the answer would.
    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.field("decision", decision)
            json.field("status", "rejected")
            json.key("errors")
            json.array(errors) { json, error in
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

extension DocumentNode {
    /// The text of the entry `id`.
    var caseName: String? {
        guard case .scalar(let text, _) = entries?.first(where: { $0.key == "id" })?.value.content else { return nil }
        return text
    }
}
