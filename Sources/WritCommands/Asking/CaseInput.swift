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

/// The file or the standard input that cases come from, opened, and how they are written in it.
///
/// What comes by standard input has no name to tell how it is written: then its beginning is read ahead.
struct CaseInput {
    /// The name that it goes by in messages.
    let name: String
    /// Nil where only the whole can tell.
    let format: DocumentFormat?
    private let path: String
    private let descriptor: Int32?
    private let isOwn: Bool
    /// What was read ahead.
    private let head: [UInt8]
    /// How many bytes a file has.
    private let length: Int?

    /// - Parameter format: how the cases are written, if that was said.
    init(_ path: String, _ format: DocumentFormat?, _ console: Console) throws(FileFailure) {
        self.path = path
        name = path == "-" ? "<stdin>" : path
        var format = format ?? DocumentFormat.guess(path: path)
        if path == "-" {
            let descriptor = console.input()
            (self.descriptor, isOwn, length) = (descriptor, false, nil)
            head = format == nil ? try Self.readAhead(descriptor, name) : []
            if format == nil, DocumentFormat.beginsLines(head) { format = .ndjson }
        } else if format == .ndjson {
            let descriptor = try Self.open(path)
            (self.descriptor, isOwn, head) = (descriptor, true, [])
            length = Self.length(of: descriptor)
        } else {
            (descriptor, isOwn, head, length) = (nil, false, [], nil)
        }
        self.format = format
    }

    /// All of it.
    func readAll() throws(FileFailure) -> [UInt8] {
        guard let descriptor else { return try FileSystem.read(path) }
        return try head + FileSystem.readAll(descriptor, name)
    }

    /// Gives it piece by piece, what was read ahead first.
    func source() -> NDJSONStream.Source {
        var rest = head[...]
        let (descriptor, name) = (descriptor!, name)
        return { buffer throws(StreamFailure) in
            if rest.isEmpty { return try StreamFailure.read(descriptor, buffer, name) }
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
    }

    /// How much of a file so many bytes are, from 0 to 1; nil when its length is not known.
    func fraction(_ bytesRead: Int) -> Double? {
        length.flatMap { $0 > 0 ? min(1, Double(bytesRead) / Double($0)) : nil }
    }

    /// Gives the file back to the system.
    func close() {
        guard isOwn, let descriptor else { return }
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Glibc.close(descriptor)
        #endif
    }

    // MARK: Opening

    /// Enough to see whether there is a second line, or all there is.
    private static func readAhead(_ descriptor: Int32, _ name: String) throws(FileFailure) -> [UInt8] {
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while head.count < 1 << 20, !DocumentFormat.beginsLines(head) {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Result { () throws(StreamFailure) in try StreamFailure.read(descriptor, bytes, name) }
            }
            switch count {
            case .success(0): return head
            case .success(let count): head += buffer[..<count]
            case .failure(let failure): throw FileFailure(failure)
            }
        }
        return head
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
}

extension FileFailure {
    init(_ failure: StreamFailure) {
        self.init(path: failure.path, reason: String(cString: strerror(failure.errorNumber)))
    }
}
