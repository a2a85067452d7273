import WritValues

/// Writes values for people, each by its type.
///
/// Without a locale it writes the canonical form, which is also how the language spells the value: `12.00 USD`,
/// `2026-01-19`, `refund(amount: 12.00 USD)`. With one it writes what a reader of that language expects.
public struct DatumText: Sendable {
    let model: CheckedModel
    public let locale: Locale?
    /// On whose clocks instants are shown; UTC when there is none.
    let zone: Zone?

    public init(model: CheckedModel, locale: Locale? = nil, zone: Zone? = nil) {
        self.model = model
        self.locale = locale
        self.zone = zone
    }

    public func text(_ datum: Datum, _ type: WritType) -> String {
        switch datum {
        case .boolean(let truth): word(truth)
        case .count(let count): quantity(count, type)
        case .text(let text): locale == nil ? Self.quoted(text) : text
        case .variant(let index, let fields): variant(index, fields, type)
        case .record(let fields): record(fields, type)
        case .list(let elements): list(elements, type)
        case .message(let message): messageText(message)
        case .unknown: locale?.words.unknown ?? "unknown"
        }
    }

    private func word(_ truth: Bool) -> String {
        guard let locale else { return truth ? "true" : "false" }
        return truth ? locale.words.yes : locale.words.no
    }

    private func messageText(_ message: RenderedMessage) -> String {
        let text = message.render(language: locale?.language, model: model, zone: zone)
        return locale == nil ? Self.quoted(text) : text
    }

    // MARK: Structure

    private func variant(_ index: Int, _ fields: [Datum], _ type: WritType) -> String {
        switch type {
        case .calendar: return index < model.calendars.count ? model.calendars[index].heading.name : "calendar \(index)"
        case .variant(let id) where index < model[id].cases.count:
            let found = model[id].cases[index]
            let name = locale.map { found.readable(in: $0.language) } ?? found.name
            return found.fields.isEmpty ? name : name + "(" + labelled(fields, found.fields) + ")"
        default: return "case \(index)"
        }
    }

    private func record(_ fields: [Datum], _ type: WritType) -> String {
        guard case .record(let id) = type else { return "(\(fields.count) fields)" }
        return model[id].heading.name + "(" + labelled(fields, model[id].fields) + ")"
    }

    /// Optional parts that are unknown are left out.
    private func labelled(_ fields: [Datum], _ slots: [Slot]) -> String {
        zip(fields, slots).compactMap { field, slot in
            if case .unknown = field, slot.isOptional { return nil }
            return "\(slot.name): \(text(field, slot.type))"
        }.joined(separator: ", ")
    }

    private func list(_ elements: [Datum], _ type: WritType) -> String {
        guard case .list(let element) = type else { return "[\(elements.count) elements]" }
        let texts = elements.map { text($0, element) }
        guard let locale else { return "[" + texts.joined(separator: ", ") + "]" }
        return texts.joined(separator: locale.words.comma)
    }

    /// A text as the language writes it.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "{": result += "\\{"
            case "}": result += "\\}"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
