import WritSource

/// Writes explanations as JSON.
enum ExplanationJSON {
    static func write(_ decided: Decided, to json: inout JSONWriter) { json.null() }
}
