/// The elements of a list, one after the other.
struct AnswerList: UnkeyedDecodingContainer {
    let decoder: AnswerDecoder
    let parts: [AnswerPart]
    private(set) var currentIndex = 0

    init(decoder: AnswerDecoder, parts: [AnswerPart]) {
        self.decoder = decoder
        self.parts = parts
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { parts.count }
    var isAtEnd: Bool { currentIndex == parts.count }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, parts[currentIndex].isUnknown else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws -> AnswerDecoder {
        guard !isAtEnd else { throw decoder.mismatch("a list of more than \(parts.count) elements") }
        defer { currentIndex += 1 }
        return decoder.below(IndexKey(currentIndex), parts[currentIndex])
    }
}
