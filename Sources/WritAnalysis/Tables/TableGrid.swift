import WritEngine

/// A decision's rows as boxes of atoms: of each row and column the atoms that pass, as few words that are compared quickly.
///
/// There are two boxes to a row. In the one it *applies*. In the other it applies or is *held*: a cell that meets an unknown
/// value says neither yes nor no. Without unknown values they are the same.
final class TableGrid: Sendable {
    let space: ColumnSpace
    let rowCount: Int
    /// The columns of which some row asks something; no other plays a part.
    let columns: [GridColumn]
    let layout: BoxLayout
    /// The box of everything.
    let whole: [UInt64]
    /// Whether some row's two boxes differ.
    let hasHeldRows: Bool
    /// The boxes in which rows apply, by row, and behind them, where they differ, those in which they apply or are held.
    nonisolated(unsafe) let words: BoxWords
    private nonisolated(unsafe) let memory: UnsafeMutablePointer<UInt64>

    /// Words of all boxes beyond which the analysis is not tried: 256 MB.
    private static let mostWords = 1 << 25

    /// Nil where it would need too much memory: columns of many thousand values whose cells are lists of them.
    ///
    /// - Parameter mostBits: of columns with more atoms cells are runs, if they can be.
    init?(_ boxes: TableBoxes, _ space: ColumnSpace, mostBits: Int = GridColumn.mostBits) {
        self.space = space
        rowCount = boxes.rowCount
        var columns = (0..<boxes.columnCount).filter { column in
            (0..<boxes.rowCount).contains { !boxes.cell($0, column).isAny }
        }.map { GridColumn($0, boxes, space, mostBits: mostBits) }
        let layout = BoxLayout(&columns)
        let boxCount = rowCount * 2
        guard boxCount <= Int(Int32.max) / 2, (boxCount + 2) * layout.stride <= Self.mostWords else { return nil }
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: boxCount * layout.stride + 1)
        words.initialize(repeating: 0, count: boxCount * layout.stride + 1)
        for column in columns {
            for row in 0..<boxes.rowCount {
                let cell = boxes.cell(row, column.number)
                let applying = words + row * layout.stride
                column.write(boxes.intervals(row, column.number), unknown: cell.ofUnknown == .yes, into: applying)
                let held = applying + boxes.rowCount * layout.stride
                column.write(boxes.intervals(row, column.number), unknown: cell.ofUnknown != .no, into: held)
            }
        }
        let half = rowCount * layout.stride
        hasHeldRows = (0..<half).contains { words[$0] != words[$0 + half] }
        var whole = [UInt64](repeating: 0, count: layout.stride + 1)
        for column in columns { whole.withUnsafeMutableBufferPointer { column.writeWhole(into: $0.baseAddress!) } }
        self.whole = whole
        self.columns = columns
        self.layout = layout
        memory = words
        self.words = BoxWords(words)
    }

    deinit { memory.deallocate() }

    /// Where a row applies.
    func applying(_ row: Int) -> BoxWords { words + row * layout.stride }
    /// Where it applies or is held.
    func possible(_ row: Int) -> BoxWords { words + (row + rowCount) * layout.stride }

    /// A box in the values of all columns.
    func box(_ words: BoxWords) -> ColumnBox {
        var box = ColumnBox(columns: space.columns.indices.map(space.whole))
        for column in columns { box.columns[column.number] = column.values(of: words) }
        return box
    }
}

extension GridColumn {
    /// Writes its cell of a box that has nothing there yet.
    func write(
        _ intervals: ArraySlice<ValueSet.Interval>, unknown: Bool, into box: UnsafeMutablePointer<UInt64>
    ) {
        let hasUnknown = unknown && mayBeUnknown
        switch slot.kind {
        case .run:
            var atoms: ClosedRange<Int>?
            forEachRun(of: intervals) { atoms = $0 }
            box[slot.first] = AtomRun(atoms, unknown: hasUnknown).word
        case .bits:
            forEachRun(of: intervals) { run in for atom in run { set(atom, in: box) } }
            if hasUnknown { set(atomCount, in: box) }
        }
    }

    func writeWhole(into box: UnsafeMutablePointer<UInt64>) {
        switch slot.kind {
        case .run: box[slot.first] = AtomRun(0...atomCount - 1, unknown: mayBeUnknown).word
        case .bits: for atom in 0..<atomCount + (mayBeUnknown ? 1 : 0) { set(atom, in: box) }
        }
    }

    func removeUnknown(from box: UnsafeMutablePointer<UInt64>) {
        switch slot.kind {
        case .run: box[slot.first] &= ~1
        case .bits: box[slot.first + atomCount >> 6] &= ~(1 << UInt64(atomCount & 63))
        }
    }

    private func set(_ atom: Int, in box: UnsafeMutablePointer<UInt64>) {
        box[slot.first + atom >> 6] |= 1 << UInt64(atom & 63)
    }

    func has(_ atom: Int, in box: BoxWords) -> Bool { box[slot.first + atom >> 6] & 1 << UInt64(atom & 63) != 0 }

    /// Its cell of a box as values, neighbouring atoms joined.
    func values(of box: BoxWords) -> CellValues {
        if slot.kind == .run {
            let run = AtomRun(word: box[slot.first])
            return CellValues(intervals: run.atoms.map { [values($0)] } ?? [], mayBeUnknown: run.hasUnknown)
        }
        var intervals: [ClosedRange<Int64>] = []
        var atom = 0
        while atom < atomCount {
            let start = atom
            while atom < atomCount, has(atom, in: box) { atom += 1 }
            if atom > start { intervals.append(values(start...atom - 1)) }
            atom += 1
        }
        return CellValues(intervals: intervals, mayBeUnknown: has(atomCount, in: box))
    }

    /// The first and the last of its atoms that a box has, and whether it has the unknown value.
    func hull(of box: BoxWords) -> AtomRun {
        if slot.kind == .run { return AtomRun(word: box[slot.first]) }
        let unknown = has(atomCount, in: box)
        let place = (word: slot.first + atomCount >> 6, bit: UInt64(1) << UInt64(atomCount & 63))
        let words = (slot.first..<slot.first + slot.words).lazy.map { box[$0] & ~($0 == place.word ? place.bit : 0) }
        guard let first = words.firstIndex(where: { $0 != 0 }), let last = words.lastIndex(where: { $0 != 0 }) else {
            return AtomRun(nil, unknown: unknown)
        }
        return AtomRun(
            (first - slot.first) * 64 + words[first].trailingZeroBitCount,
            (last - slot.first) * 64 + 63 - words[last].leadingZeroBitCount, unknown: unknown)
    }
}
