/// Texts that never change, by number, and their numbers by their bytes. Shared by all rows of a layout.
public final class FixedTexts: Sendable {
    public let texts: [String]
    private let table: TextTable

    init(_ texts: [String]) {
        self.texts = texts
        let table = TextTable()
        for text in texts {
            var text = text
            text.withUTF8 { bytes in
                // Equal texts would have two numbers: only the first counts, but later ones keep their places.
                let number = table.number(of: bytes, TextTable.hash(bytes))
                if number < table.count - 1 { table.appendDuplicate() }
            }
        }
        self.table = table
    }

    public var count: Int { texts.count }

    /// The number of a text in normal form C; nil when it is none of these.
    func number(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? { table.find(bytes, hash) }
}
