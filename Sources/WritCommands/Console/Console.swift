import WritFacts
import WritKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where commands read and write: the process's own streams, or those of a test.
public struct Console: Sendable {
    /// Takes text for standard output; throws when nobody reads it any more.
    public var output: @Sendable (String) throws(ConsoleClosed) -> Void
    /// Takes text for standard error.
    public var error: @Sendable (String) -> Void
    /// Opens standard input.
    public var input: @Sendable () -> Int32
    public var isOutputTerminal = false
    public var isErrorTerminal = false
    /// Whether the user allows colours at all (`NO_COLOR`).
    public var allowsColor = true

    public init(
        output: @escaping @Sendable (String) throws(ConsoleClosed) -> Void, error: @escaping @Sendable (String) -> Void,
        input: @escaping @Sendable () -> Int32
    ) {
        self.output = output
        self.error = error
        self.input = input
    }

    /// The console of the command that is running.
    @TaskLocal public static var current = Console.standard

    /// The process's own streams.
    public static var standard: Console {
        var console = Console(
            output: { text throws(ConsoleClosed) in try StandardStream.write(text, to: 1) },
            error: { try? StandardStream.write($0, to: 2) }, input: { 0 })
        console.isOutputTerminal = isatty(1) == 1
        console.isErrorTerminal = isatty(2) == 1
        console.allowsColor = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
        return console
    }

    public var colorsOutput: Bool { isOutputTerminal && allowsColor }
    public var colorsError: Bool { isErrorTerminal && allowsColor }

    /// A line for standard output.
    func print(_ line: String = "") throws(ConsoleClosed) { try output(line + "\n") }
}

/// Nobody reads the output any more: the command ends, and that is no failure.
public struct ConsoleClosed: Error, Sendable {
    public init() {}
}

/// The streams of the process, written in large pieces.
enum StandardStream {
    static func write(_ text: String, to descriptor: Int32) throws(ConsoleClosed) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in send(descriptor, bytes.baseAddress, bytes.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ConsoleClosed() }
            rest = rest.dropFirst(count)
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
