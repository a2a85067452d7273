/// The fields of a record, of a variant's case or of an action.
struct AnswerFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: AnswerDecoder
    let entries: [AnswerPart.Field]

    var codingPath: [any CodingKey] { decoder.codingPath }

    /// Each field once: by its name on the wire, or by that in the policy where only this is a key.
    var allKeys: [Key] {
        entries.compactMap { entry in entry.names.lazy.compactMap { Key(stringValue: $0) }.first }
    }

    func contains(_ key: Key) -> Bool { entry(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { entry(key)?.part.isUnknown ?? true }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try below(key).decode(type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try below(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try below(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder { try below(key) }

    private func entry(_ key: Key) -> AnswerPart.Field? { entries.first { $0.goes(by: key.stringValue) } }

    private func below(_ key: Key) throws -> AnswerDecoder {
        guard let entry = entry(key) else { throw decoder.mismatch("a field `\(key.stringValue)`") }
        return decoder.below(key, entry.part)
    }
}
