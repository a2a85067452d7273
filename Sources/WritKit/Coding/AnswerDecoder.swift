/// Reads a value of an answer as a type of the host's.
///
/// A variant is an enumeration with associated values, as Swift itself makes them `Codable`: the case by its name, with or
/// without fields. An enumeration is one with raw values of `String` too.
struct AnswerDecoder: Decoder {
    let part: AnswerPart
    var codingPath: [any CodingKey] = []
    /// What the value is called where the path begins: the decision, or `actions`.
    let root: String
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ part: AnswerPart, called root: String) {
        self.part = part
        self.root = root
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let entries = part.entries else { throw mismatch("a group of fields") }
        return KeyedDecodingContainer(AnswerFields<Key>(decoder: self, entries: entries))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let value = part.value, let parts = value.list else { throw mismatch("a list") }
        return AnswerList(decoder: self, parts: parts.map { .value($0) })
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { AnswerScalar(decoder: self) }

    func below(_ key: any CodingKey, _ part: AnswerPart) -> AnswerDecoder {
        var below = AnswerDecoder(part, called: root)
        below.codingPath = codingPath + [key]
        return below
    }

    // MARK: Values

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let wire = type as? any WireConvertible.Type { return try read(wire) as! Value }
        do { return try Value(from: self) } catch { throw AnswerMismatch(error, at: place, of: part, wanted: type) }
    }

    private func read<Value: WireConvertible>(_ type: Value.Type) throws -> Value {
        guard let text = part.value?.text, let value = Value(wireText: text) else { throw mismatch("`\(type)`") }
        return value
    }

    func mismatch(_ expected: String) -> AnswerMismatch {
        AnswerMismatch(at: place, expected: expected, found: part.shown)
    }

    /// `refund.amount`, `lines[2].sku`
    private var place: String {
        codingPath.reduce(into: root) { text, key in
            if let index = (key as? IndexKey)?.intValue {
                text += "[\(index + 1)]"
            } else {
                text += ".\(key.stringValue)"
            }
        }
    }
}

extension PolicyValue {
    /// The elements of a list; nil for anything else.
    fileprivate var list: [PolicyValue]? {
        if case .list = datum { return elements }
        return nil
    }
}
