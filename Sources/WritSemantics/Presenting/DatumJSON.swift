import WritSource
import WritValues

/// Writes values as hosts read them: JSON, with the names that hosts use.
///
/// Money and amounts of time are text (`"12.00 USD"`, `"3 working days"`), dates and times ISO 8601, numbers keep every
/// digit, enumeration values are their wire names, a variant with fields is an object with one key, what is unknown null.
public struct DatumJSON: Sendable {
    private let model: CheckedModel
    private let canonical: DatumText
    /// Which text of a message is written.
    private let language: String?

    public init(model: CheckedModel, language: String? = nil) {
        self.model = model
        self.language = language
        canonical = DatumText(model: model)
    }

    public func write(_ datum: Datum, _ type: WritType, to json: inout JSONWriter) {
        switch datum {
        case .boolean(let truth): json.boolean(truth)
        case .count(let count): write(count, type, to: &json)
        case .text(let text): json.string(text)
        case .variant(let index, let fields): write(index, fields, type, to: &json)
        case .record(let fields): record(fields, type, to: &json)
        case .list(let elements): list(elements, type, to: &json)
        case .message(let message): json.string(message.render(language: language, model: model))
        case .unknown: json.null()
        }
    }

    /// The value alone, on one line.
    public func text(_ datum: Datum, _ type: WritType) -> String {
        var json = JSONWriter(.compact)
        write(datum, type, to: &json)
        return json.text
    }

    /// The values of named slots as an object, by their wire names.
    public func object(_ values: [Datum], _ slots: [Slot], to json: inout JSONWriter) {
        json.object { json in
            for (value, slot) in zip(values, slots) {
                json.key(slot.wireName)
                write(value, slot.type, to: &json)
            }
        }
    }

    private func write(_ count: Int128, _ type: WritType, to json: inout JSONWriter) {
        if case .number(let scale) = type {
            json.number(DecimalText.print(count: count, scale: scale, minimumDecimals: 0))
        } else {
            json.string(canonical.text(.count(count), type))
        }
    }

    private func write(_ index: Int, _ fields: [Datum], _ type: WritType, to json: inout JSONWriter) {
        guard case .variant(let id) = type, index < model[id].cases.count else {
            return json.string(canonical.text(.variant(index, fields), type))
        }
        let found = model[id].cases[index]
        guard !found.fields.isEmpty else { return json.string(found.wireName) }
        json.object { json in
            json.key(found.wireName)
            object(fields, found.fields, to: &json)
        }
    }

    private func record(_ fields: [Datum], _ type: WritType, to json: inout JSONWriter) {
        guard case .record(let id) = type else { return json.null() }
        object(fields, model[id].fields, to: &json)
    }

    private func list(_ elements: [Datum], _ type: WritType, to json: inout JSONWriter) {
        guard case .list(let element) = type else { return json.null() }
        json.array(elements) { json, value in write(value, element, to: &json) }
    }
}
