/// Texts that are made while a row is looked at, numbered beside those of the row: equal texts have equal numbers all the
/// same, and the row stays as it is. For one thread at a time.
public final class MadeTexts {
    /// No row has as many texts.
    private static let first = 1 << 40
    private let table = TextTable()

    public init() {}

    /// Forgets all of them.
    public func removeAll() { table.removeAll() }

    /// The number of a text in normal form C: the row's own if it has one.
    public func number(of text: String, beside row: CaseRow) -> Int {
        var text = text
        return text.withUTF8 { row.find($0) ?? Self.first + table.number(of: $0, TextTable.hash($0)) }
    }

    /// The text of a number, the row's or one of these.
    public func text(_ number: Int, beside row: CaseRow) -> String {
        if number < Self.first { return row.text(number) }
        return table.withBytes(number - Self.first) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a text, the row's or one of these.
    public func withText<Result>(
        _ number: Int, beside row: CaseRow, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        number < Self.first ? row.withText(number, body) : table.withBytes(number - Self.first, body)
    }
}
