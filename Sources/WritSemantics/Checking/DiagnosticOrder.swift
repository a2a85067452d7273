import WritDiagnostics
import WritSource

/// Puts diagnostics in the order of the files and their text; stages find them in another.
struct DiagnosticOrder {
    private let ranks: [String: Int]

    private let copies: CellCopies

    init(files: [SourceFile], copies: CellCopies) {
        self.copies = copies
        ranks = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: min)
    }

    func sorted(_ sink: DiagnosticSink) -> DiagnosticSink {
        var ordered = DiagnosticSink(limit: sink.limit)
        let sorted = sink.diagnostics.map(copies.original).enumerated().sorted { key($0) < key($1) }
        for (_, diagnostic) in sorted { ordered.report(diagnostic) }
        return ordered
    }

    private func key(_ entry: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
        let place = entry.element.primary.location
        return (ranks[place.file.path] ?? .max, place.range.lower, entry.offset)
    }
}
