import WritSemantics
import WritSyntax

/// Writes values and names as a policy spells them, so that what is printed can be read again.
struct LiteralText {
    let model: CheckedModel
    private let canonical: DatumText

    init(_ model: CheckedModel) {
        self.model = model
        canonical = DatumText(model: model)
    }

    func text(_ datum: Datum, _ type: WritType) -> String {
        switch (datum, type) {
        case (.variant(let index, let fields), .variant(let id)):
            let found = model[id].cases[index]
            return Self.name(found.name) + (found.fields.isEmpty ? "" : labelled(fields, found.fields))
        case (.variant(let index, _), .calendar): return Self.name(model.calendars[index].heading.name)
        case (.record(let fields), .record(let id)):
            return Self.name(model[id].heading.name) + labelled(fields, model[id].fields)
        case (.list(let elements), .list(let element)):
            return "[" + elements.map { text($0, element) }.joined(separator: ", ") + "]"
        case (.unknown, _): return "unknown"
        default: return canonical.text(datum, type)
        }
    }

    /// What is left out is unknown.
    private func labelled(_ fields: [Datum], _ slots: [Slot]) -> String {
        let texts = zip(fields, slots).compactMap { field, slot -> String? in
            if case .unknown = field, slot.isOptional { return nil }
            return "\(Self.name(slot.name)): \(text(field, slot.type))"
        }
        return "(" + texts.joined(separator: ", ") + ")"
    }

    /// A name, between backticks where it would not be read as one.
    static func name(_ name: String) -> String {
        if PlainName.isName(name) || isForeign(name) { return name }
        return "`\(name)`"
    }

    /// Whether it is a name with letters that no word of the language has.
    private static func isForeign(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.properties.isXIDStart else { return false }
        return name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
            && name.unicodeScalars.contains { !$0.isASCII }
    }
}
