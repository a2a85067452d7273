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
    /// The bytes of a file that is read line by line.
    private let length: Int?

    private enum Source {
        /// With what is wrong with them.
        case documents(ArraySlice<Document>, [Diagnostic])
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
        length = opened.flatMap { Self.length(of: $0) }
    }

    private init(_ documents: [Document], _ found: [Diagnostic] = []) {
        self.init(.documents(documents[...], found), isMany: documents.count > 1)
    }

    /// Opens the file. What is wrong with a case is reported when its turn comes.
    init(
        path: String?, format: DocumentFormat?, console: Console, sink: inout DiagnosticSink
    ) throws(FileFailure) {
        guard let path else { self = .empty; return }
        let name = path == "-" ? "<stdin>" : path
        if format == .ndjson {
            let opened = path == "-" ? nil : try Self.open(path)
            let stream = NDJSONStream(path: name, descriptor: opened ?? console.input())
            self.init(.lines(stream), isMany: true, opened: opened)
        } else {
            let bytes = path == "-" ? try FileSystem.readAll(console.input(), name) : try FileSystem.read(path)
            let file = SourceFile(path: name, bytes: bytes)
            let format = format ?? DocumentFormat.told(by: file)
            var found = DiagnosticSink()
            let documents = DocumentReader.read(file, as: format, sink: &found)
            if documents.isEmpty { sink.absorb(found) }
            self.init(documents, found.diagnostics)
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

    private static func length(of descriptor: Int32) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Gives the file back to the system.
    func finish() {
        if let opened { close(opened) }
    }

    /// How much of the file has been read, from 0 to 1; nil when its length is not known.
    var fraction: Double? {
        guard case .lines(let stream) = source, let length, length > 0 else { return nil }
        return min(1, Double(stream.bytesRead) / Double(length))
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
            do throws(StreamFailure) { return try stream.next(sink: &sink) } catch {
                throw FileFailure(path: error.path, reason: String(cString: strerror(error.errorNumber)))
            }
        }
    }
}
