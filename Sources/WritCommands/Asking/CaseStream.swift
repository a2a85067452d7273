import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// The cases of a facts file, one after the other. NDJSON is read line by line, so that its length does not matter.
struct CaseStream {
    private var source: Source
    /// Whether the file holds more than one case, as far as can be told before reading it.
    let isMany: Bool
    private let input: CaseInput?

    private enum Source {
        /// With what is wrong with them.
        case documents(ArraySlice<Document>, [Diagnostic])
        case lines(NDJSONStream)
    }

    private init(_ source: Source, isMany: Bool, _ input: CaseInput?) {
        self.source = source
        self.isMany = isMany
        self.input = input
    }

    private init(_ documents: [Document], _ found: [Diagnostic], _ input: CaseInput?) {
        self.init(.documents(documents[...], found), isMany: documents.count > 1, input)
    }

    /// Begins with the input's first case; without an input with a case that tells nothing. What is wrong with a case is
    /// reported when its turn comes.
    init(_ input: CaseInput?, sink: inout DiagnosticSink) throws(FileFailure) {
        guard let input else {
            let place = SourceLocation(SourceFile(path: "<no facts>", text: ""), .at(0))
            self.init([Document(root: DocumentNode(.mapping([]), at: place), location: place)], [], nil)
            return
        }
        if input.format == .ndjson {
            self.init(.lines(NDJSONStream(path: input.name, source: input.source())), isMany: true, input)
        } else {
            let file = SourceFile(path: input.name, bytes: try input.readAll())
            let format = input.format ?? DocumentFormat.told(by: file)
            var found = DiagnosticSink()
            let documents = DocumentReader.read(file, as: format, sink: &found)
            if documents.isEmpty { sink.absorb(found) }
            self.init(documents, found.diagnostics, input)
        }
    }

    /// How much of the file has been read, from 0 to 1; nil when its length is not known.
    var fraction: Double? {
        guard case .lines(let stream) = source else { return nil }
        return input?.fraction(stream.bytesRead)
    }

    /// The next case, whole or broken; nil at the end.
    mutating func next(sink: inout DiagnosticSink) throws(FileFailure) -> Document? {
        switch source {
        case .documents(var rest, let found):
            let first = rest.popFirst()
            let end = rest.first?.location.range.lower ?? .max
            for diagnostic in found where diagnostic.primary.location.range.lower < end { sink.report(diagnostic) }
            source = .documents(rest, found.filter { $0.primary.location.range.lower >= end })
            return first
        case .lines(var stream):
            defer { source = .lines(stream) }
            do throws(StreamFailure) { return try stream.next(sink: &sink) } catch { throw FileFailure(error) }
        }
    }
}
