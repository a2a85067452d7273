/// The fields of a record, by their keys.
struct KeyedFacts<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: FactEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { encoder.below(key).node.content = .null }

    func encode(_ value: some Encodable, forKey key: Key) throws { try encoder.below(key).write(value) }

    // The standard library refuses these two for containers that do not name them.
    func encode(_ value: Int128, forKey key: Key) { encoder.below(key).write(number: value) }
    func encode(_ value: UInt128, forKey key: Key) { encoder.below(key).write(number: value) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder.below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.below(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.below(SuperKey()) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder.below(key) }
}

/// The elements of a list.
struct FactList: UnkeyedEncodingContainer {
    let encoder: FactEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.node.count }

    func encodeNil() { encoder.next().node.content = .null }

    func encode(_ value: some Encodable) throws { try encoder.next().write(value) }

    func encode(_ value: Int128) { encoder.next().write(number: value) }
    func encode(_ value: UInt128) { encoder.next().write(number: value) }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        encoder.next().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.next().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder.next() }
}

/// A value by itself.
struct SingleFact: SingleValueEncodingContainer {
    let encoder: FactEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.node.content = .null }
    func encode(_ value: Bool) { encoder.write(value) }
    func encode(_ value: String) { encoder.node.content = .scalar(value, .string) }
    func encode(_ value: Double) { encoder.write(number: value) }
    func encode(_ value: Float) { encoder.write(number: value) }
    func encode(_ value: Int) { encoder.write(number: value) }
    func encode(_ value: Int8) { encoder.write(number: value) }
    func encode(_ value: Int16) { encoder.write(number: value) }
    func encode(_ value: Int32) { encoder.write(number: value) }
    func encode(_ value: Int64) { encoder.write(number: value) }
    func encode(_ value: Int128) { encoder.write(number: value) }
    func encode(_ value: UInt) { encoder.write(number: value) }
    func encode(_ value: UInt8) { encoder.write(number: value) }
    func encode(_ value: UInt16) { encoder.write(number: value) }
    func encode(_ value: UInt32) { encoder.write(number: value) }
    func encode(_ value: UInt64) { encoder.write(number: value) }
    func encode(_ value: UInt128) { encoder.write(number: value) }
    func encode(_ value: some Encodable) throws { try encoder.write(value) }
}

/// Where a class puts what its superclass encodes.
struct SuperKey: CodingKey {
    let intValue: Int? = nil
    let stringValue = "super"

    init() {}
    init?(intValue: Int) { nil }
    init?(stringValue: String) { nil }
}
