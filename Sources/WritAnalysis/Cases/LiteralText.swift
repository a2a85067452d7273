import WritSemantics
import WritSyntax
import WritValues

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
        // The least value is written as a sum: without its sign the number is too large to be read.
        case (.count(Int128(Int64.min)), _):
            return "\(text(.count(Int128(Int64.min) + 1), type)) - \(text(.count(1), type))"
        case (.count(let count), .amount(let kind)): return amount(count, kind)
        default: return canonical.text(datum, type)
        }
    }

    /// One number and one unit, as the language writes an amount: `239 working minutes`.
    private func amount(_ count: Int128, _ kind: AmountKind) -> String {
        let clock: String
        switch kind {
        case .elapsed: clock = ""
        case .workingTime: clock = "working "
        case .days, .months, .workingDays: return AmountText.print(kind: kind, count: count)
        }
        let units: [(word: String, length: Int128)] = [("hours", 3_600_000_000), ("minutes", 60_000_000)]
        for unit in units where count != 0 && count % unit.length == 0 {
            let number = count / unit.length
            return "\(number) \(clock)\(number == 1 ? String(unit.word.dropLast()) : unit.word)"
        }
        return DecimalText.print(count: count, scale: 6, minimumDecimals: 0) + " \(clock)seconds"
    }

    /// What is left out is unknown.
    private func labelled(_ fields: [Datum], _ slots: [Slot]) -> String {
        let texts = zip(fields, slots).compactMap { field, slot -> String? in
            if case .unknown = field, slot.isOptional { return nil }
            return "\(Self.label(slot.name)): \(text(field, slot.type))"
        }
        return "(" + texts.joined(separator: ", ") + ")"
    }

    /// The name of a field or an argument: after a dot and before a colon every word is one.
    static func label(_ name: String) -> String {
        let isWord = name.utf8.allSatisfy { byte in
            (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
        }
        guard isWord, let first = name.utf8.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else {
            return self.name(name)
        }
        return name
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
