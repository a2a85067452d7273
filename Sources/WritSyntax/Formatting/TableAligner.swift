import WritSource

/// Lines up the bars of a table, counting the columns characters take on a screen.
struct TableAligner {
    let tree: SyntaxTree

    init(_ tree: SyntaxTree) { self.tree = tree }

    /// The cells of one side of all rows, and what they have in common.
    private struct Side {
        var widths: [Int] = []

        mutating func widen(_ column: Int, to width: Int) {
            if column == widths.count { widths.append(0) }
            widths[column] = max(widths[column], width)
        }

        /// What cells take that a row does not have, with a space on each side and a bar.
        func missing(behind count: Int) -> Int { widths[count...].reduce(0) { $0 + $1 + 3 } }
    }

    /// Sets the spaces before the tokens of all rows.
    func align(_ table: SyntaxNode, _ layouts: inout [TokenLayout]) {
        let rows = table.childNodes.compactMap(TableRowSyntax.init)
        for row in rows { space(row, &layouts) }
        var (asked, answered) = (Side(), Side())
        for row in rows {
            let cells = split(row)
            for (column, cell) in cells.asked.enumerated() { asked.widen(column, to: width(of: cell, layouts)) }
            for (column, cell) in cells.answered.enumerated() { answered.widen(column, to: width(of: cell, layouts)) }
        }
        for row in rows {
            let cells = split(row)
            pad(cells.asked, to: asked, &layouts)
            pad(cells.answered, to: answered, &layouts)
        }
    }

    /// The cells in front of `||` and those behind it.
    private func split(_ row: TableRowSyntax) -> (asked: ArraySlice<CellSyntax>, answered: ArraySlice<CellSyntax>) {
        let cells = row.cells
        let last = cells.firstIndex { tree.tokens[$0.node.tokenRange.upperBound].kind == .barBar }
        let middle = last.map { $0 + 1 } ?? cells.count
        return (cells[..<middle], cells[middle...])
    }

    /// Ordinary spacing inside the cells.
    private func space(_ row: TableRowSyntax, _ layouts: inout [TokenLayout]) {
        for index in row.node.tokenRange.dropFirst() {
            layouts[index].spaces = Spacing.between(
                (tree.tokens[index - 1].kind, layouts[index - 1].parent),
                (tree.tokens[index].kind, layouts[index].parent))
        }
    }

    private func width(of cell: CellSyntax, _ layouts: [TokenLayout]) -> Int {
        var width = 0
        for index in cell.node.tokenRange {
            if index > cell.node.tokenRange.lowerBound { width += layouts[index].spaces }
            width += tree.tokens.width(of: index)
        }
        return width
    }

    /// Moves each bar behind its cell to the end of the column; the last one behind the columns a row lacks, too.
    private func pad(_ cells: ArraySlice<CellSyntax>, to side: Side, _ layouts: inout [TokenLayout]) {
        for (column, cell) in cells.enumerated() {
            let bar = cell.node.tokenRange.upperBound
            let missing = side.widths[column] - width(of: cell, layouts)
            layouts[bar].spaces = missing + (cell.node.tokenRange.isEmpty ? 2 : 1)
            if column == cells.count - 1 { layouts[bar].spaces += side.missing(behind: cells.count) }
        }
    }
}

extension TokenBuffer {
    /// The columns a token takes on a screen.
    func width(of index: Int) -> Int {
        let range = range(of: index)
        let isPlain = file.bytes[range.lower..<range.upper].allSatisfy { $0 < 0x80 }
        return isPlain ? range.count : DisplayWidth.of(file.text(of: range))
    }
}
