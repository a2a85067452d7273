import WritSemantics

/// Puts the facts of JSON documents into rows without anything in between: the fast path beside ``FactBinder``.
///
/// It never decides that something is wrong. What is not plainly right makes it refuse, and the caller reads the same bytes
/// again with the careful readers, so that messages and places are theirs. What it takes is what they would have taken.
///
/// A binder remembers in which order documents have their keys, and is for one thread; ``RowSchema`` is for all.
public final class RowBinder {
    public let schema: RowSchema
    private let scratch: RowScratch
    private let guesses: UnsafeMutablePointer<Int32>
    private let index = StructuralIndex()
    /// A document by itself, with the padding that the walk needs.
    private let document = PaddedBytes()

    public init(_ schema: RowSchema) {
        self.schema = schema
        let table = schema.table
        // Each object on the way down has its bits, and there may be as many as values stand in each other.
        let words = (0..<table.groupCount).map { Int(table.groups[$0].words) }.max() ?? 0
        scratch = RowScratch(bitCapacity: words * RowWalk.deepest + 1)
        let count = table.groupCount + table.entryCount
        guesses = .allocate(capacity: max(1, count))
        guesses.initialize(repeating: -1, count: max(1, count))
    }

    deinit { guesses.deallocate() }

    /// Binds one JSON document.
    ///
    /// - Parameter row: made for the schema's layout. What was in it is forgotten.
    /// - Returns: whether the row now is the case. If not, the careful reader has the word, and the row is of no use.
    public func bind(_ text: UnsafeBufferPointer<UInt8>, into row: CaseRow) -> Bool {
        document.removeAll()
        document.append(text)
        guard index.index(document.bytes, count: document.count) else { return false }
        let span = Span(bytes: document.bytes, count: document.count, start: 0, end: document.count)
        return bind(span, index, from: 0, into: row) != nil
    }

    /// Binds the line that `lines` stands at.
    public func bind(_ lines: IndexedLines, into row: CaseRow) -> Bool {
        guard lines.isIndexed, let next = bind(lines.span, lines.index, from: lines.token, into: row) else {
            return false
        }
        lines.token = next
        return true
    }

    /// A document among others, with the padding after the last.
    struct Span {
        var bytes: UnsafePointer<UInt8>
        var count: Int
        var start: Int
        var end: Int
    }

    /// - Parameter token: the first of the document.
    /// - Returns: the first token of what comes next; nil when the document is not bound.
    private func bind(_ span: Span, _ index: StructuralIndex, from token: Int, into row: CaseRow) -> Int? {
        let table = schema.table
        guard table.facts >= 0, row.layout.width == table.width, span.end - span.start <= schema.limits.maxBytes else {
            return nil
        }
        row.reset(to: table.absent)
        var walk = RowWalk(
            table: table, row: .passUnretained(row), bytes: span.bytes, count: span.count, positions: index.positions,
            guesses: guesses, scratch: .passUnretained(scratch), bits: scratch.bits, bitCapacity: scratch.bitCapacity,
            powers: UnsafePointer(scratch.powers), cells: row.cells, arena: row.arena, token: token,
            deepest: min(RowWalk.deepest, schema.limits.maxDepth))
        defer { withExtendedLifetime((row, scratch)) {} }
        guard walk.document(from: span.start, to: span.end) else { return nil }
        // Each value has a token of its own at least, so there are no more values than tokens.
        guard walk.token - token <= schema.limits.maxNodes else { return nil }
        return walk.token
    }
}
