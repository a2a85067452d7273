import WritSemantics
import WritSource
import WritValues

/// Writes values of one model: for hosts as JSON, for people as policies spell them, messages in one language.
struct ValueWriter: Sendable {
    let model: CheckedModel
    let language: String?

    /// As a policy writes it.
    func literal(_ datum: Datum, _ type: WritType) -> String { DatumText(model: model).text(datum, type) }

    func text(of message: RenderedMessage) -> String { message.render(language: language, model: model) }

    func write(_ datum: Datum, _ type: WritType, to json: inout JSONWriter) {
        DatumJSON(model: model, language: language).write(datum, type, to: &json)
    }
}
