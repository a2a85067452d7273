import WritSemantics
import WritValues

/// A single value of an answer.
struct AnswerScalar: SingleValueDecodingContainer {
    let decoder: AnswerDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.part.isUnknown }

    func decode(_ type: Bool.Type) throws -> Bool { try found(decoder.part.value?.boolean, "true or false") }

    /// Text as it is; the name of an enumeration's case; any quantity as a policy writes it.
    func decode(_ type: String.Type) throws -> String {
        try found(decoder.part.value.flatMap { $0.text ?? $0.plainCase }, "a text, or a value without fields")
    }

    /// The nearest one to the exact number. Money is none: it would lose its currency.
    func decode(_ type: Double.Type) throws -> Double {
        try found(decoder.part.value?.decimal.flatMap { Double($0) }, "a number")
    }

    func decode(_ type: Float.Type) throws -> Float {
        try found(decoder.part.value?.decimal.flatMap { Float($0) }, "a number")
    }

    func decode(_ type: Int.Type) throws -> Int { try whole() }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole() }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole() }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole() }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole() }
    func decode(_ type: UInt.Type) throws -> UInt { try whole() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole() }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }

    /// A whole number that the type holds.
    private func whole<Value: FixedWidthInteger>() throws -> Value {
        try found(decoder.part.value?.whole.flatMap { Value(exactly: $0) }, "a whole number that `\(Value.self)` holds")
    }

    private func found<Value>(_ value: Value?, _ expected: String) throws -> Value {
        guard let value else { throw decoder.mismatch(expected) }
        return value
    }
}

extension PolicyValue {
    /// The digits of a number.
    fileprivate var decimal: String? {
        guard case .count(let count) = datum, case .number(let scale) = type else { return nil }
        return DecimalText.print(count: count, scale: scale, minimumDecimals: 0)
    }

    /// A number without decimals.
    fileprivate var whole: Int128? {
        guard case .count(let count) = datum, case .number(let scale) = type else { return nil }
        return Exact.rescale(count, from: scale, to: 0)
    }

    /// The name on the wire of a case without fields.
    fileprivate var plainCase: String? {
        guard case .variant(_, let fields) = datum, fields.isEmpty else { return nil }
        return caseName
    }
}
