import Synchronization

/// A text where C can read it: its bytes and a NUL, in one place until the text goes.
final class CText: Sendable {
    /// Never written to after it was filled.
    nonisolated(unsafe) private let bytes: UnsafePointer<CChar>
    private let count: Int

    convenience init(_ text: String) { self.init(ContiguousArray(text.utf8)) }

    init(_ text: some Collection<UInt8>) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: text.count + 1, alignment: 1)
        copy.copyBytes(from: text)
        copy[text.count] = 0
        bytes = UnsafePointer(copy.bindMemory(to: CChar.self).baseAddress!)
        count = text.count
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
