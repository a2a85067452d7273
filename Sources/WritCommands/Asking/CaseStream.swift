import WritDiagnostics
import WritFacts
import WritKit
import WritSource

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The cases of a facts file, one after the other. NDJSON is read line by line, so that its length does not matter.
struct CaseStream {
    private var source: Source
    /// Whether the file holds more than one case, as far as can be told before reading it.
    let isMany: Bool

    /// The descriptor that was opened here, and is closed here.
    private let opened: Int32?

    private enum Source {
        case documents(ArraySlice<Document>)
        case lines(NDJSONStream)
    }

    /// A case that tells nothing, where no facts are given.
    static var empty: CaseStream {
        let place = SourceLocation(SourceFile(path: "<no facts>", text: ""), .at(0))
        return CaseStream([Document(root: DocumentNode(.mapping([]), at: place), location: place)])
    }

    private init(_ source: Source, isMany: Bool, opened: Int32? = nil) {
        self.source = source
        self.isMany = isMany
        self.opened = opened
    }

    private init(_ documents: [Document]) {
        self.init(.documents(documents[...]), isMany: documents.count > 1)
    }

    /// Opens the file; what is wrong with a document that is read whole is reported at once.
    init(
        path: String?, format: DocumentFormat, console: Console, sink: inout DiagnosticSink
    ) throws(FileFailure) {
        guard let path else { self = .empty; return }
        let name = path == "-" ? "<stdin>" : path
        if format == .ndjson {
            let opened = path == "-" ? nil : try Self.open(path)
            let stream = NDJSONStream(path: name, descriptor: opened ?? console.input())
            self.init(.lines(stream), isMany: true, opened: opened)
        } else {
            let bytes = path == "-" ? try FileSystem.readAll(console.input(), name) : try FileSystem.read(path)
            self.init(DocumentReader.read(SourceFile(path: name, bytes: bytes), as: format, sink: &sink))
        }
    }

    private static func open(_ path: String) throws(FileFailure) -> Int32 {
        #if canImport(Darwin)
            let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #elseif canImport(Musl)
            let descriptor = Musl.open(path, O_RDONLY | O_CLOEXEC)
        #else
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #endif
        if descriptor < 0 { throw FileFailure(path: path, reason: String(cString: strerror(errno))) }
        return descriptor
    }

    /// Gives the file back to the system.
    func finish() {
        if let opened { close(opened) }
    }

    /// The next case, whole or broken; nil at the end.
    mutating func next(sink: inout DiagnosticSink) throws(FileFailure) -> Document? {
        switch source {
        case .documents(var rest):
            let first = rest.popFirst()
            source = .documents(rest)
            return first
        case .lines(var stream):
            defer { source = .lines(stream) }
            do throws(StreamFailure) { return try stream.next(sink: &sink) } catch {
                throw FileFailure(path: error.path, reason: String(cString: strerror(error.errorNumber)))
            }
        }
    }
}
