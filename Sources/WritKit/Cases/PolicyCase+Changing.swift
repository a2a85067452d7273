import WritFacts
import WritSource

extension PolicyCase {
    /// Changes one fact, or a part of one, by the path that messages show: `order.amount`, `order.lines[2].sku`.
    ///
    /// The value is checked as if it stood in a document; a case that refuses it is as it was before. A function and not a
    /// subscript, for those cannot throw. Takes time in proportion to the case.
    ///
    /// - Parameter value: anything that encodes to what a document would say: `"64.00 USD"`, `12`, a struct for a record.
    ///   Nil makes it unknown.
    public mutating func set<Value: Encodable>(_ path: String, to value: Value) throws(PolicyError) {
        try set(path, to: try DocumentNode.encoding(value, named: path))
    }

    /// Changes one fact, or a part of one, to what a JSON text says.
    public mutating func set(_ path: String, json text: String) throws(PolicyError) {
        try set(path, to: try DocumentNode.reading(text, as: .json, named: path))
    }

    /// The same from the bytes of the text, which are checked to be UTF-8.
    public mutating func set(_ path: String, json bytes: [UInt8]) throws(PolicyError) {
        try set(path, to: try DocumentNode.reading(SourceFile(path: "<\(path)>", bytes: bytes), as: .json))
    }

    /// Makes a fact, or a part of one, unknown, as if the case had never told it.
    public mutating func forget(_ path: String) throws(PolicyError) {
        let place = SourceFile(path: "<\(path)>", text: "null")
        try set(path, to: DocumentNode(.null, at: SourceLocation(place, SourceRange(0, 4))))
    }

    private mutating func set(_ path: String, to node: DocumentNode) throws(PolicyError) {
        let way = try FactWay(path, in: policy.model)
        self = try PolicyCase(policy, try way.replacing(in: document, by: node))
    }
}
