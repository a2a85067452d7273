import WritSemantics
import WritSource

/// Writes answers as JSON, the keys always in one order and, but for
/// `certain`, `promises`, `explanation` and `id`, always there.
public enum AnswerJSON {
    /// One answer as one JSON text.
    public static func text(
        _ decided: Decided, layout: JSONWriter.Layout = .compact, explained: Bool = false
    ) -> String {
        var json = JSONWriter(layout)
        write(decided, explained: explained, to: &json)
        return json.text
    }

    public static func write(_ decided: Decided, explained: Bool = false, to json: inout JSONWriter) {
        json.object { json in
            json.field("decision", decided.decision)
            json.field("status", decided.status.rawValue)
            json.key("outcome")
            write(decided.answer.outcome == nil ? nil : decided.outcome, to: &json)
            write(decided.actions, to: &json)
            writeReasons(decided, to: &json)
            writeGaps(decided, to: &json)
            if explained {
                json.key("explanation")
                ExplanationJSON.write(decided, to: &json)
            }
            writePolicy(decided, to: &json)
        }
    }

    private static func write(_ value: PolicyValue?, to json: inout JSONWriter) {
        guard let value else { return json.null() }
        value.writer.write(value.datum, value.type, to: &json)
    }

    private static func write(_ actions: [DecidedAction], to json: inout JSONWriter) {
        json.key("actions")
        json.array(actions) { json, action in
            json.object { json in
                json.field("action", action.name)
                json.key("arguments")
                json.object { json in
                    for (name, value) in action.arguments {
                        json.key(name)
                        write(value, to: &json)
                    }
                }
            }
        }
    }

    /// The rule, its words and its source: one of each, or lists under the modes that let several rules answer.
    private static func writeReasons(_ decided: Decided, to json: inout JSONWriter) {
        let isMany = decided.mode != .first && decided.mode != .unique
        write("rule", decided.rules, asList: isMany, to: &json)
        write("because", decided.answer.because.map { decided.writer.text(of: $0) }, asList: isMany, to: &json)
        write("source", decided.sources, asList: isMany, to: &json)
    }

    private static func write(_ key: String, _ texts: [String], asList: Bool, to json: inout JSONWriter) {
        json.key(key)
        if asList {
            json.array(texts) { $0.string($1) }
        } else if texts.isEmpty {
            json.null()
        } else {
            json.string(texts.joined(separator: "\n"))
        }
    }

    /// What is missing, what went wrong, and, if there are any, what is certain all the same and the promises broken.
    private static func writeGaps(_ decided: Decided, to json: inout JSONWriter) {
        write("needs", decided.needs, asList: true, to: &json)
        json.key("fault")
        write(decided.fault, to: &json)
        if !decided.certain.isEmpty {
            json.key("certain")
            json.array(decided.certain) { write($1, to: &$0) }
        }
        if !decided.broken.isEmpty { write("promises", decided.broken.map(\.heading.name), asList: true, to: &json) }
    }

    private static func write(_ fault: Fault?, to json: inout JSONWriter) {
        guard let fault else { return json.null() }
        json.object { json in
            json.field("kind", fault.kind.rawValue)
            json.field("detail", fault.detail)
            json.field("at", fault.location.description)
        }
    }

    private static func writePolicy(_ decided: Decided, to json: inout JSONWriter) {
        json.key("policy")
        json.object { json in
            json.field("name", decided.policy.name)
            json.field("digest", decided.policy.digest)
        }
        if let id = decided.id { json.field("id", id) }
    }
}
