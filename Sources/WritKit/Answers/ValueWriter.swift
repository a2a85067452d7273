import WritSemantics
import WritSource
import WritValues

/// Writes values of one policy: for hosts as JSON, for people as policies spell them, messages in one language.
struct ValueWriter: Sendable {
    let policy: Policy
    let language: String?

    var model: CheckedModel { policy.model }

    /// As a policy writes it.
    func literal(_ datum: Datum, _ type: WritType) -> String { policy.literals.text(datum, type) }

    func text(of message: RenderedMessage) -> String { message.render(language: language, model: policy.model) }

    func write(_ datum: Datum, _ type: WritType, to json: inout JSONWriter) {
        policy.json(in: language).write(datum, type, to: &json)
    }
}
