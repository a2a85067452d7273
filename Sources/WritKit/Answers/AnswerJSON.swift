import WritSemantics
import WritSource

/// Writes answers as JSON, the keys always in one order; a key without anything to say is left out, but for `outcome`.
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

    /// The rule, its words and its source: a text, or a list under the modes that let several rules answer.
    private static func writeReasons(_ decided: Decided, to json: inout JSONWriter) {
        let isMany = decided.rules.count > 1
        write("rule", decided.rules, asList: isMany, to: &json)
        write("because", decided.answer.because.map { decided.writer.text(of: $0) }, asList: isMany, to: &json)
        write("source", decided.sources, asList: decided.sources.count > 1, to: &json)
    }

    private static func write(_ key: String, _ texts: [String], asList: Bool, to json: inout JSONWriter) {
        guard !texts.isEmpty else { return }
        json.key(key)
        if asList { json.array(texts) { $0.string($1) } } else { json.string(texts.joined(separator: "\n")) }
    }

    /// What is missing, what went wrong, what is certain all the same, and the promises that are broken.
    private static func writeGaps(_ decided: Decided, to json: inout JSONWriter) {
        if decided.status == .undetermined { write("needs", decided.needs, asList: true, to: &json) }
        if let fault = decided.fault {
            json.key("fault")
            json.object { json in
                json.field("kind", fault.kind.rawValue)
                json.field("detail", fault.detail)
                json.field("at", fault.location.description)
            }
        }
        if !decided.certain.isEmpty {
            json.key("certain")
            json.array(decided.certain) { write($1, to: &$0) }
        }
        write("promises", decided.broken.map(\.heading.name), asList: true, to: &json)
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
