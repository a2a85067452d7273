/// Makes a diagram level by level: a node is a column and the rows that may still apply there, and equal ones are one.
///
/// Columns with few bounds come first, which is worth a factor of ten in size. Some tables need more nodes than there is
/// memory whatever the order; the builder stops at a limit, and there is no diagram.
struct RowDiagramBuilder {
    private let boxes: TableBoxes
    private let limits: TableIndex.Limits
    /// The columns in the order in which they are asked.
    private let order: [Int]
    /// By row, the place in the order from which on it asks nothing.
    private let restsFrom: [Int32]

    private var nodes: [RowDiagram.Node] = []
    private var bounds: [Int64] = []
    private var edges: [Int32] = []
    private var memo = RowSetTable()
    /// The rows of all sets that are being worked on, one set after another.
    private var rows: [Int32] = []
    private var work = 0

    private struct OverLimit: Error {}

    /// The diagram of a table; nil beyond the limits.
    static func diagram(of boxes: TableBoxes, limits: TableIndex.Limits) -> RowDiagram? {
        var builder = RowDiagramBuilder(boxes, limits)
        builder.rows = (0..<Int32(boxes.rowCount)).map(\.self)
        guard let root = try? builder.edge(level: 0, from: 0) else { return nil }
        return RowDiagram(nodes: builder.nodes, bounds: builder.bounds, edges: builder.edges, root: root)
    }

    private init(_ boxes: TableBoxes, _ limits: TableIndex.Limits) {
        self.boxes = boxes
        self.limits = limits
        let widths = (0..<boxes.columnCount).map { boxes.bounds(of: $0).count }
        let order = (0..<boxes.columnCount).sorted { (widths[$0], $0) < (widths[$1], $1) }
        self.order = order
        restsFrom = (0..<boxes.rowCount).map { row in
            Int32(order.lastIndex { !boxes.cell(row, $0).isAny }.map { $0 + 1 } ?? 0)
        }
    }

    /// Where the rows from `start` on lead, of which the columns before `level` are known to pass. Takes the rows away.
    private mutating func edge(level: Int, from start: Int) throws(OverLimit) -> Int32 {
        defer { rows.removeSubrange(start...) }
        if let answer = answer(level: level, from: start) { return RowDiagram.edge(to: answer) }
        var level = level
        while rows[start...].allSatisfy({ boxes.cell(Int($0), order[level]).isAny }) { level += 1 }
        let key = memo.key(level, rows[start...])
        if let known = memo.find(key, rows[start...]) { return known }
        let edge = try node(level: level, from: start)
        memo.insert(key, rows[start...], edge)
        return edge
    }

    /// What the rows come to, if the columns from `level` on no longer matter. Drops rows that others hide.
    private mutating func answer(level: Int, from start: Int) -> Int32? {
        guard start < rows.count else { return TableIndex.none }
        guard let first = certain(level, from: start) else { return nil }
        if boxes.isUnique {
            if certain(level, from: first + 1) != nil { return TableIndex.undecidable }
            return rows.count == start + 1 ? rows[start] : nil
        }
        rows.removeSubrange((first + 1)...)
        return first == start ? rows[start] : nil
    }

    /// The next place of a row that applies whatever the columns from `level` on hold.
    private func certain(_ level: Int, from start: Int) -> Int? {
        var place = start
        while place < rows.count {
            if restsFrom[Int(rows[place])] <= level { return place }
            place += 1
        }
        return nil
    }

    /// A node for a column: goes along its values, with the rows whose cells pass.
    private mutating func node(level: Int, from start: Int) throws(OverLimit) -> Int32 {
        let column = order[level]
        var passing = PassingRows(count: rows.count - start)
        var turns: [(value: Int64, row: Int32)] = []
        for place in 0..<(rows.count - start) {
            for interval in boxes.intervals(Int(rows[start + place]), column) {
                if interval.low == ValueSet.least {
                    passing.toggle(place)
                } else {
                    turns.append((interval.low, Int32(place)))
                }
                if interval.high < .max { turns.append((interval.high + 1, Int32(place))) }
            }
        }
        turns.sort { $0.value < $1.value }
        work += turns.count
        var made = (bounds: [Int64](), edges: [try child(passing, level, start)])
        var next = 0
        while next < turns.count {
            let value = turns[next].value
            while next < turns.count, turns[next].value == value {
                passing.toggle(Int(turns[next].row))
                next += 1
            }
            let edge = try child(passing, level, start)
            if edge != made.edges.last {
                made.bounds.append(value)
                made.edges.append(edge)
            }
        }
        return try add(column, made.bounds, made.edges)
    }

    private mutating func child(_ passing: PassingRows, _ level: Int, _ start: Int) throws(OverLimit) -> Int32 {
        let end = rows.count
        passing.forEach { rows.append(rows[start + $0]) }
        work += rows.count - end + 4
        if work > limits.work { throw OverLimit() }
        return try edge(level: level + 1, from: end)
    }

    private mutating func add(_ column: Int, _ made: [Int64], _ leading: [Int32]) throws(OverLimit) -> Int32 {
        var node = RowDiagram.Node(
            column: Int32(column), count: Int32(made.count), firstBound: Int32(bounds.count),
            firstEdge: Int32(edges.count))
        if let first = made.first, let last = made.last, Int128(last) - Int128(first) < Int128(4 * made.count + 12) {
            // Few values: an edge for each, so that nothing is searched.
            bounds.append(first)
            edges.append(leading[0])
            for (place, bound) in made.enumerated() {
                let end = place + 1 < made.count ? made[place + 1] : bound + 1
                edges += repeatElement(leading[place + 1], count: Int(end - bound))
            }
            node.count = Int32(Int(node.firstEdge) - edges.count)
        } else {
            bounds += made
            edges += leading
        }
        nodes.append(node)
        if nodes.count > limits.nodes || edges.count > limits.edges { throw OverLimit() }
        return Int32(nodes.count - 1)
    }
}

/// Which of some rows pass at the value reached, by their place among them.
private struct PassingRows {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func toggle(_ place: Int) { words[place >> 6] ^= 1 << UInt64(place & 63) }

    func forEach(_ visit: (Int) -> Void) {
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                visit(index << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
