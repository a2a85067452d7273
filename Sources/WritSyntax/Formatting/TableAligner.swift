import WritSource

/// Lines up the bars of a table, counting the columns characters take on a screen.
struct TableAligner {
    let tree: SyntaxTree

    init(_ tree: SyntaxTree) { self.tree = tree }

    /// Sets the spaces before the tokens of all rows.
    func align(_ table: SyntaxNode, _ layouts: inout [TokenLayout]) {
        let rows = table.childNodes.compactMap(TableRowSyntax.init)
        for row in rows { space(row, &layouts) }
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.cells.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], width(of: cell, layouts))
            }
        }
        for row in rows { pad(row, to: widths, &layouts) }
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
            width += DisplayWidth.of(tree.file.text(of: tree.tokens.range(of: index)))
        }
        return width
    }

    /// Moves each bar behind its cell to the end of the column.
    private func pad(_ row: TableRowSyntax, to widths: [Int], _ layouts: inout [TokenLayout]) {
        for (column, cell) in row.cells.enumerated() {
            let bar = cell.node.tokenRange.upperBound
            let missing = widths[column] - width(of: cell, layouts)
            layouts[bar].spaces = missing + (cell.node.tokenRange.isEmpty ? 2 : 1)
        }
    }
}
