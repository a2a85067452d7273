/// A count of combinations: a natural number of 256 bits.
struct WideCount: Equatable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// Whether something was too large, so that nothing can be concluded.
    private(set) var isOver = false

    init(_ value: UInt64) { words.0 = value }

    static func == (left: WideCount, right: WideCount) -> Bool {
        !left.isOver && !right.isOver && left.words == right.words
    }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        func step(_ word: UInt64) -> UInt64 {
            let product = word.multipliedFullWidth(by: factor)
            let (low, isOver) = product.low.addingReportingOverflow(carry)
            // A high half is never all ones: there is room for the carry.
            carry = product.high + (isOver ? 1 : 0)
            return low
        }
        words = (step(words.0), step(words.1), step(words.2), step(words.3))
        if carry != 0 { isOver = true }
    }

    mutating func add(_ other: WideCount) {
        var carry: UInt64 = 0
        func step(_ word: UInt64, _ other: UInt64) -> UInt64 {
            let (sum, isOver) = word.addingReportingOverflow(other)
            let (whole, isOverAgain) = sum.addingReportingOverflow(carry)
            carry = isOver || isOverAgain ? 1 : 0
            return whole
        }
        words = (
            step(words.0, other.words.0), step(words.1, other.words.1), step(words.2, other.words.2),
            step(words.3, other.words.3)
        )
        if carry != 0 || other.isOver { isOver = true }
    }
}

extension TableGrid {
    /// Whether rows that do not overlap fill everything, by counting combinations of atoms; false where counting does not tell.
    ///
    /// Only known values are counted, which is enough where ``leavesUnknownsOut(_:)`` says so of all columns.
    func isFilledByApartRows() -> Bool {
        guard columns.allSatisfy({ !$0.mayBeUnknown || leavesUnknownsOut($0) }) else { return false }
        var filled = WideCount(0)
        for row in 0..<rowCount { filled.add(count(applying(row))) }
        return whole.withUnsafeBufferPointer { filled == count($0.baseAddress!) }
    }

    /// Whether no row is false of an unknown value of a column. Then the unknown value need not be looked at to find gaps: where all rows are
    /// false for some other column's sake they are so for any known value in its place too.
    func leavesUnknownsOut(_ column: GridColumn) -> Bool {
        (0..<rowCount).allSatisfy { column.hasUnknown(possible($0)) || layout.isEmpty(possible($0)) }
    }

    /// Combinations of known atoms.
    private func count(_ box: BoxWords) -> WideCount {
        var count = WideCount(1)
        for column in columns { count.multiply(by: UInt64(column.knownCount(of: box))) }
        return count
    }
}

extension GridColumn {
    func hasUnknown(_ box: BoxWords) -> Bool {
        slot.kind == .run ? AtomRun(word: box[slot.first]).hasUnknown : has(atomCount, in: box)
    }

    /// How many known atoms a box has of it.
    fileprivate func knownCount(of box: BoxWords) -> Int {
        if slot.kind == .run { return AtomRun(word: box[slot.first]).atoms?.count ?? 0 }
        let count = (slot.first..<slot.first + slot.words).reduce(0) { $0 + box[$1].nonzeroBitCount }
        return count - (has(atomCount, in: box) ? 1 : 0)
    }
}
