import WritFacts

/// Turns any `Encodable` value into the document that it is on the wire.
///
/// Coding keys are the names on the wire. Whole numbers keep every digit. A `Double` is what its shortest decimal digits
/// say, as JSON would have it: `12.5` is twelve and a half, and `0.1 + 0.2` has the seventeen decimals that it has, so a
/// fact of two decimals refuses it. Text is text; dates, times and amounts are texts that the policy reads by their type.
struct FactEncoder: Encoder {
    let node: EncodedNode
    var codingPath: [any CodingKey] = []
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// - Parameter name: what messages call the document; the type's name if nil.
    static func document<Value: Encodable>(of value: Value, named name: String? = nil) throws -> DocumentNode {
        let node = EncodedNode()
        try FactEncoder(node: node).write(value)
        return node.document(named: name ?? "\(Value.self)")
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.beginMapping()
        return KeyedEncodingContainer(KeyedFacts(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.beginList()
        return FactList(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleFact(encoder: self) }

    func below(_ key: any CodingKey) -> FactEncoder {
        FactEncoder(node: node.below(key.stringValue), codingPath: codingPath + [key])
    }

    func next() -> FactEncoder {
        let key = IndexKey(node.count)
        return FactEncoder(node: node.appended(), codingPath: codingPath + [key])
    }

    // MARK: Values

    func write<Value: Encodable>(_ value: Value) throws {
        switch value {
        case let text as String: node.content = .scalar(text, .string)
        case let truth as Bool: write(truth)
        case let number as Int: write(number: number)
        case let number as Double: write(number: number)
        case let value as any WireConvertible: node.content = .scalar(value.wireText, .string)
        default: try value.encode(to: self)
        }
    }

    func write(_ truth: Bool) { node.content = .scalar(truth ? "true" : "false", .boolean) }

    /// Digits are passed on as they are; the words `nan` and `inf` are none, as the binder will say.
    func write(number: some CustomStringConvertible) { node.content = .scalar(number.description, .number) }
}

/// The place of an element in a list, from 0.
struct IndexKey: CodingKey {
    let intValue: Int?

    init(_ index: Int) { intValue = index }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { nil }

    var stringValue: String { "\(intValue ?? 0)" }
}
