import WritDiagnostics
import WritSource

/// Turns the text of a facts file into document trees.
public enum DocumentReader {
    /// Reads every case of a file.
    ///
    /// A file that holds nothing is one null case in YAML, no case in NDJSON and an error in JSON. A byte order mark at
    /// the start is accepted in silence.
    ///
    /// - Parameters:
    ///   - splitsTopLevelList: whether a list at the top of a JSON or YAML document is a list of cases.
    ///   - sink: where each mistake is reported; every broken document of the result has at least one.
    /// - Returns: the cases in written order, the broken ones among them.
    public static func read(
        _ file: SourceFile, as format: DocumentFormat, limits: DocumentLimits = DocumentLimits(),
        splitsTopLevelList: Bool = true, sink: inout DiagnosticSink
    ) -> [Document] {
        var log = DocumentLog(file: file)
        defer { sink.absorb(log.sink) }
        guard isReadable(file, limits, &log) else {
            return [Document(root: nil, location: SourceLocation(file, .at(0)))]
        }
        var budget = NodeBudget(limits)
        let content = SourceRange(file.byteOrderMarkLength, file.bytes.count)
        switch format {
        case .yaml:
            return YAMLReader.read(file, content, limits, splits: splitsTopLevelList, &log)
        case .json:
            return readJSON(file, content, limits, splits: splitsTopLevelList, isLine: false, &budget, &log)
        case .ndjson:
            return readLines(file, limits, &budget, &log)
        }
    }

    /// Whether a whole file is of a size and an encoding worth looking at. Reports why not.
    static func isReadable(_ file: SourceFile, _ limits: DocumentLimits, _ log: inout DocumentLog) -> Bool {
        if file.bytes.count > limits.maxBytes {
            log.report(
                .documentTooLarge, "the file has \(file.bytes.count) bytes, and at most \(limits.maxBytes) are read",
                at: .at(0), help: "split it, or give the cases as NDJSON, one a line, which are read one by one")
            return false
        }
        if file.looksLikeUTF16 {
            log.report(
                .documentIsUTF16, "the file is in UTF-16, and documents are read as UTF-8", at: .at(0),
                help: "save it again with the encoding UTF-8")
            return false
        }
        return true
    }

    static func readJSON(
        _ file: SourceFile, _ range: SourceRange, _ limits: DocumentLimits, splits: Bool, isLine: Bool,
        _ budget: inout NodeBudget, _ log: inout DocumentLog
    ) -> [Document] {
        var reader = JSONReader(
            file: file, range: range, isLine: isLine, limits: limits, budget: budget, log: log.emptied())
        let root = reader.readText()
        budget = reader.budget
        log.absorb(reader.log)
        guard let root else { return [Document(root: nil, location: SourceLocation(file, range))] }
        return Document.cases(of: root, faults: reader.log.faults, tally: reader.tally, splits: splits)
    }

    private static func readLines(
        _ file: SourceFile, _ limits: DocumentLimits, _ budget: inout NodeBudget, _ log: inout DocumentLog
    ) -> [Document] {
        var documents: [Document] = []
        for line in 0..<file.lineCount {
            var range = file.rangeOfLine(line)
            if line == 0 { range.lower = min(file.byteOrderMarkLength, range.upper) }
            if file.bytes[range.lower..<range.upper].allSatisfy(\.isJSONSpace) { continue }
            documents += readJSON(file, range, limits, splits: false, isLine: true, &budget, &log)
            if budget.isSpent { break }
        }
        return documents
    }
}
