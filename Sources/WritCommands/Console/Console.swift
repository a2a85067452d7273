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

/// Where commands read and write: the process's own streams, or those of a test.
public struct Console: Sendable {
    /// Takes text for standard output; throws when it cannot be written.
    public var output: @Sendable (String) throws(OutputFailure) -> Void
    /// The same for bytes, which are UTF-8.
    public var outputBytes: @Sendable (UnsafeBufferPointer<UInt8>) throws(OutputFailure) -> Void
    /// Takes text for standard error.
    public var error: @Sendable (String) -> Void
    /// Opens standard input.
    public var input: @Sendable () -> Int32
    public var isOutputTerminal = false
    public var isErrorTerminal = false
    /// Whether the user allows colours at all (`NO_COLOR`).
    public var allowsColor = true

    public init(
        output: @escaping @Sendable (String) throws(OutputFailure) -> Void, error: @escaping @Sendable (String) -> Void,
        input: @escaping @Sendable () -> Int32
    ) {
        self.output = output
        outputBytes = { bytes throws(OutputFailure) in try output(String(decoding: bytes, as: UTF8.self)) }
        self.error = error
        self.input = input
    }

    /// The console of the command that is running.
    @TaskLocal public static var current = Console.standard

    /// The process's own streams.
    public static var standard: Console { Console(output: 1, error: 2, input: 0) }

    /// The streams behind open descriptors.
    public init(output: Int32, error: Int32, input: Int32) {
        self.init(
            output: { text throws(OutputFailure) in try StandardStream.write(text, to: output) },
            error: { try? StandardStream.write($0, to: error) }, input: { input })
        outputBytes = { bytes throws(OutputFailure) in try StandardStream.write(bytes, to: output) }
        isOutputTerminal = isatty(output) == 1
        isErrorTerminal = isatty(error) == 1
        allowsColor = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }

    public var colorsOutput: Bool { isOutputTerminal && allowsColor }
    public var colorsError: Bool { isErrorTerminal && allowsColor }

    /// A line for standard output.
    func print(_ line: String = "") throws(OutputFailure) { try output(line + "\n") }

    /// Prints as long as somebody reads. A reader who goes away does not change how the command ends.
    func untilClosed(_ print: () throws -> Void) throws {
        do { try print() } catch OutputFailure.closed {}
    }

    /// Says on standard error what keeps a command from its work.
    func complain(_ message: String) { error("error: \(VisibleText.lines(message, indent: "  "))\n") }
}

/// Output that could not be written.
public enum OutputFailure: Error, Sendable, Hashable {
    /// Nobody reads it any more, which is no failure of the command.
    case closed
    /// What the system says of it.
    case failed(String)
}

/// The streams of the process, written in large pieces.
enum StandardStream {
    static func write(_ text: String, to descriptor: Int32) throws(OutputFailure) {
        var text = text
        let written = text.withUTF8 { bytes in
            Result { () throws(OutputFailure) in try write(bytes, to: descriptor) }
        }
        try written.get()
    }

    static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) throws(OutputFailure) {
        var written = 0
        while written < bytes.count {
            let count = send(descriptor, bytes.baseAddress! + written, bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw errno == EPIPE ? .closed : .failed(String(cString: strerror(errno))) }
            written += count
        }
    }

    private static func send(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Darwin)
            Darwin.write(descriptor, bytes, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes, count)
        #else
            Glibc.write(descriptor, bytes, count)
        #endif
    }

    /// Makes a closed pipe an error of `write`, in place of a signal that ends the process.
    static func ignorePipeSignal() { signal(SIGPIPE, SIG_IGN) }
}
