import WritSemantics
import WritSource
import WritValues

/// A value that a policy answered, for a host to read.
///
/// ```swift
/// if answer.outcome.caseName == "refund" { pay(answer.outcome["amount"].text) }
/// print(answer.outcome)               // refund(amount: 12.00 USD)
/// ```
/// Reading something that is not there gives an unknown value, never a crash.
public struct PolicyValue: Sendable, CustomStringConvertible {
    /// The value as the engine has it, in counts of its type.
    public let datum: Datum
    /// What the value is: without it a count says nothing.
    public let type: WritType
    let writer: ValueWriter

    init(_ datum: Datum, _ type: WritType, _ writer: ValueWriter) {
        self.datum = datum
        self.type = type
        self.writer = writer
    }

    /// Whether there is no value: a fact that is missing, a part that was left out.
    public var isUnknown: Bool {
        if case .unknown = datum { return true }
        return false
    }

    /// As a policy writes it: `wait(until: 2026-01-19)`, `12.00 USD`.
    public var description: String { writer.literal(datum, type) }

    /// As the answer's JSON has it.
    public var json: String {
        var json = JSONWriter()
        writer.write(datum, type, to: &json)
        return json.text
    }

    // MARK: Single values

    /// The truth value; nil for any other type, and when it is unknown.
    public var boolean: Bool? {
        if case .boolean(let value) = datum { return value }
        return nil
    }

    /// A whole number; nil for any other type.
    public var integer: Int? {
        guard case .count(let count) = datum, type == .integer else { return nil }
        return Int(exactly: count)
    }

    /// A text as it is; a number, an amount of money, a date or a time as a policy writes it.
    public var text: String? {
        switch datum {
        case .text(let text): text
        case .message(let message): writer.text(of: message)
        case .count: writer.literal(datum, type)
        default: nil
        }
    }

    // MARK: Parts

    /// The name on the wire of the case that an enumeration's or a variant's value is.
    public var caseName: String? {
        guard case .variant(let index, _) = datum, case .variant(let id) = type else { return nil }
        return writer.model[id].cases[index].wireName
    }

    /// A field of a record or of a variant's case, by its own name or that on the wire; unknown when there is none.
    public subscript(_ field: String) -> PolicyValue {
        let (slots, values) = fields
        guard let index = slots.firstIndex(where: { $0.name == field || $0.wireName == field }) else { return nothing }
        return PolicyValue(values[index], slots[index].type, writer)
    }

    /// The names of the fields of a record or of a variant's case, in the order declared; of anything else none.
    public var fieldNames: [String] { fields.0.map(\.name) }

    /// The elements of a list; of anything else none.
    public var elements: [PolicyValue] {
        guard case .list(let values) = datum, case .list(let element) = type else { return [] }
        return values.map { PolicyValue($0, element, writer) }
    }

    private var fields: ([Slot], [Datum]) {
        switch (datum, type) {
        case (.record(let values), .record(let id)): (writer.model[id].fields, values)
        case (.variant(let index, let values), .variant(let id)): (writer.model[id].cases[index].fields, values)
        default: ([], [])
        }
    }

    private var nothing: PolicyValue {
        let place = SourceLocation(SourceFile(path: "", bytes: []), .at(0))
        return PolicyValue(.unknown(.nothing(Absence(.noElement, at: place))), type, writer)
    }
}
