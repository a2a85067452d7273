import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// Reads the rows of a decision table, written in the policy or in a CSV file.
struct TableParts {
    let unit: PolicyUnit
    let number: Int
    let tables: [PolicySources.TableKey: SourceFile]
    let decision: String
    let isOrdered: Bool

    /// Nil where there are no rows to be told apart.
    func rows(of table: TableSyntax) -> PartList? {
        if let name = table.file?.plainText {
            let key = PolicySources.TableKey(policyPath: unit.file.path, tablePath: name)
            return tables[key].flatMap { rows(of: $0, named: name, table.node.words) }
        }
        guard let header = table.rows.first else { return nil }
        let column = header.cells.firstIndex { $0.node.words == ["rule"] }
        var list = PartList(
            start: TextPlace(text: .unit(number), range: .at(header.range.upper)), separator: "\n  ",
            header: (table.mode?.node.words ?? []) + header.node.words)
        list.parts =
            table.rows.dropFirst().enumerated().map { index, row in
                let cell = column.flatMap { $0 < row.cells.count ? row.cells[$0].node : nil }
                let name = cell.map(\.words).flatMap { $0.count == 1 ? $0[0] : nil }
                return part(
                    name, index, row.node.words, TextPlace(text: .unit(number), range: row.range), row.node, unit.file)
            }.withNumberedKeys
        return list
    }

    private func rows(of file: SourceFile, named path: String, _ words: [String]) -> PartList? {
        var sink = DiagnosticSink()
        let rows = CSVReader.read(file, sink: &sink)
        guard let header = rows.first, !sink.hasErrors else { return nil }
        let column = header.firstIndex { $0.text == "rule" }
        let text = PolicyText.table(number, path)
        var list = PartList(
            start: TextPlace(text: text, range: .at(Self.range(of: header).upper)), header: words + header.map(\.text),
            file: file)
        list.parts =
            rows.dropFirst().enumerated().map { index, row in
                let name = column.flatMap { $0 < row.count && !row[$0].text.isEmpty ? row[$0].text : nil }
                return part(
                    name, index, row.map(\.text), TextPlace(text: text, range: Self.range(of: row)), nil, file)
            }.withNumberedKeys
        return list
    }

    private func part(
        _ name: String?, _ index: Int, _ words: [String], _ place: TextPlace, _ node: SyntaxNode?, _ file: SourceFile
    ) -> PolicyPart {
        PolicyPart(
            key: name.map { "row \($0)" } ?? "row | " + words.joined(separator: " "),
            title: "row \(name ?? String(index + 1)) of \(decision)", place: place,
            location: SourceLocation(file, place.range), words: words, node: node, decision: decision,
            rule: name ?? "row_\(index + 1)", isOrdered: isOrdered, isNameless: name == nil)
    }

    /// The row with the quotes around its first and last field.
    private static func range(of row: [CSVField]) -> SourceRange {
        guard let first = row.first, let last = row.last else { return .at(0) }
        return SourceRange(
            first.location.range.lower - (first.isQuoted ? 1 : 0), last.location.range.upper + (last.isQuoted ? 1 : 0))
    }
}
