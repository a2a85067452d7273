import Synchronization

/// A text where C can read it: its bytes and a NUL, in one place until the text goes.
final class CText: Sendable {
    /// Never written to after it was filled.
    nonisolated(unsafe) private let bytes: UnsafePointer<CChar>
    private let count: Int

    init(_ text: String) {
        var text = text
        (bytes, count) = text.withUTF8 { utf8 in
            let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: utf8.count + 1)
            utf8.withMemoryRebound(to: CChar.self) { _ = copy.initialize(from: $0) }
            copy[utf8.count] = 0
            return (UnsafePointer(copy.baseAddress!), utf8.count)
        }
    }

    deinit { bytes.deallocate() }

    /// The bytes, whose count goes to the caller's place for it. They live as long as the text.
    func passed(_ length: UnsafeMutablePointer<UInt>?) -> UnsafePointer<CChar> {
        length?.pointee = UInt(count)
        return bytes
    }
}

/// A text that is written when somebody first asks for it, and lives as long as its owner.
struct LazyText: ~Copyable, Sendable {
    private let text = Mutex<CText?>(nil)

    func passed(_ length: UnsafeMutablePointer<UInt>?, _ write: () -> String) -> UnsafePointer<CChar> {
        text.withLock { text in
            let written = text ?? CText(write())
            text = written
            return written
        }.passed(length)
    }
}
