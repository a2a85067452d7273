import WritDiagnostics
import WritSource

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads NDJSON case by case from a stream of any length, holding no more than one line of it.
///
/// ```swift
/// var stream = NDJSONStream(path: "<stdin>", descriptor: 0)
/// while let document = try stream.next(sink: &sink) { … }
/// ```
/// Each line is a source file of its own that knows its number in the stream, so messages point to the right line and
/// the line is freed with the document.
public struct NDJSONStream {
    /// Fills the buffer as far as it can; like `read(2)`, gives the count of bytes, 0 at the end.
    public typealias Source = (UnsafeMutableRawBufferPointer) throws(StreamFailure) -> Int

    /// The name the lines go by in messages.
    public let path: String
    /// The number of the line read last; 0 before the first.
    public private(set) var line = 0
    /// How many bytes have been read so far, line breaks included.
    public private(set) var bytesRead = 0
    private let limits: DocumentLimits
    private let source: Source
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    /// What of the buffer has been filled and not yet been read.
    private var unread = 0..<0

    public init(path: String, limits: DocumentLimits = DocumentLimits(), source: @escaping Source) {
        self.path = path
        self.limits = limits
        self.source = source
    }

    /// Reads from an open file descriptor, which stays the caller's to close.
    public init(path: String, descriptor: Int32, limits: DocumentLimits = DocumentLimits()) {
        self.init(path: path, limits: limits) { buffer throws(StreamFailure) in
            try StreamFailure.read(descriptor, buffer, path)
        }
    }

    /// The next case, or nil at the end. Blank lines are skipped; a broken line is reported, and the next call goes on
    /// with the one after it.
    public mutating func next(sink: inout DiagnosticSink) throws(StreamFailure) -> Document? {
        while let (bytes, isWhole) = try nextLine() {
            line += 1
            let reader = NDJSONLine(path: path, number: line, limits: limits)
            guard isWhole else { return reader.tooLong(sink: &sink) }
            if !reader.isBlank(bytes) { return reader.document(bytes, sink: &sink) }
        }
        return nil
    }

    // MARK: Lines

    /// The bytes up to the next line break. Of a line over the limit only the start is kept, and it is not whole.
    private mutating func nextLine() throws(StreamFailure) -> (bytes: [UInt8], isWhole: Bool)? {
        var bytes: [UInt8] = []
        var length = 0
        while true {
            if unread.isEmpty {
                try fill()
                if unread.isEmpty { return length == 0 ? nil : (bytes, length <= limits.maxBytes) }
            }
            let lineBreak = buffer[unread].firstIndex(of: UInt8(ascii: "\n"))
            let part = unread.lowerBound..<(lineBreak ?? unread.upperBound)
            length += part.count
            if length <= limits.maxBytes { bytes += buffer[part] }
            let rest = lineBreak.map { $0 + 1 } ?? part.upperBound
            bytesRead += rest - unread.lowerBound
            unread = rest..<unread.upperBound
            if lineBreak != nil { return (bytes, length <= limits.maxBytes) }
        }
    }

    private mutating func fill() throws(StreamFailure) {
        // `withUnsafeMutableBytes` forgets the type of an error, so the error is carried out as a value.
        let source = source
        let outcome = buffer.withUnsafeMutableBytes { bytes -> Result<Int, StreamFailure> in
            do throws(StreamFailure) { return .success(try source(bytes)) } catch { return .failure(error) }
        }
        unread = 0..<(try outcome.get())
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

/// The stream itself broke: not a mistake in a document.
public struct StreamFailure: Error, Sendable, Hashable {
    public let path: String
    /// What the system says of it.
    public let errorNumber: Int32

    public init(path: String, errorNumber: Int32) {
        self.path = path
        self.errorNumber = errorNumber
    }

    /// `read(2)`, again when a signal came between.
    public static func read(
        _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ path: String
    ) throws(StreamFailure) -> Int {
        while true {
            let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw StreamFailure(path: path, errorNumber: errno) }
        }
    }

    public var message: String { "cannot read \(path): \(String(cString: strerror(errorNumber)))" }
}
