import WritDiagnostics
import WritSource

/// Reads the documents of a YAML stream, each on its own.
///
/// A line that starts with `---` starts a document wherever it stands, even inside a text that somebody forgot to
/// close. So after a mistake that libyaml cannot get past, reading begins anew at the next such line, and one broken
/// case does not hide the others.
struct YAMLReader {
    private let text: YAMLText
    private let limits: DocumentLimits
    private let splits: Bool
    private var budget: NodeBudget
    private var documents: [Document] = []

    static func read(
        _ file: SourceFile, _ range: SourceRange, _ limits: DocumentLimits, splits: Bool, _ log: inout DocumentLog
    ) -> [Document] {
        guard let text = YAMLText(file, range, &log) else {
            return [Document(root: nil, location: SourceLocation(file, range))]
        }
        var reader = YAMLReader(text: text, limits: limits, splits: splits, budget: NodeBudget(limits))
        reader.readStream(&log)
        if reader.documents.isEmpty {
            // A file of nothing, or of comments, is one document that says nothing.
            let location = SourceLocation(file, .at(range.lower))
            reader.documents.append(Document(root: DocumentNode(.null, at: location), location: location))
        }
        return reader.documents
    }

    private init(text: YAMLText, limits: DocumentLimits, splits: Bool, budget: NodeBudget) {
        self.text = text
        self.limits = limits
        self.splits = splits
        self.budget = budget
    }

    private mutating func readStream(_ log: inout DocumentLog) {
        var base: YAMLText.Position? = text.start
        // Once so much is wrong that nothing more is reported, there is no use in starting over again.
        while let start = base, !budget.isSpent, log.sink.dropped == 0 {
            base = text.file.bytes.withUnsafeBufferPointer { bytes in
                var events = YAMLEvents(UnsafeBufferPointer(rebasing: bytes[start.byte..<text.range.upper]))
                return readDocuments(&events, from: start, &log)
            }
        }
    }

    /// Reads documents up to the end, or to a mistake: then the place to go on from, if there is one.
    private mutating func readDocuments(
        _ events: inout YAMLEvents, from base: YAMLText.Position, _ log: inout DocumentLog
    ) -> YAMLText.Position? {
        while true {
            var builder = YAMLTreeBuilder(text: text, base: base, limits: limits, budget: budget)
            defer {
                budget = builder.budget
                log.absorb(builder.log)
            }
            do {
                guard try builder.build(&events) else { return nil }
                guard let root = builder.root else { continue }
                documents += Document.cases(of: root, faults: builder.log.faults, tally: builder.tally, splits: splits)
            } catch {
                let place = SourceRange(builder.documentStart, max(builder.documentStart, error.offset))
                documents.append(Document(root: nil, location: SourceLocation(text.file, place)))
                return text.nextDocument(from: max(error.offset, base.byte + 1), base)
            }
        }
    }
}
