/// Bytes that are written one after another and used again, without a reference count or a look at bounds at each step.
public struct ByteBuffer: ~Copyable {
    public private(set) var bytes: UnsafeMutablePointer<UInt8>
    public private(set) var count = 0
    private var capacity: Int

    /// - Parameter capacity: how many bytes there is room for at first.
    public init(capacity: Int = 256) {
        self.capacity = max(16, capacity)
        bytes = .allocate(capacity: self.capacity)
    }

    deinit { bytes.deallocate() }

    /// Forgets the bytes, keeps the memory.
    public mutating func removeAll() { count = 0 }

    /// Forgets the bytes after the first `count`.
    public mutating func truncate(to count: Int) { self.count = min(self.count, max(0, count)) }

    /// What has been written.
    public var contents: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// The bytes as text; what is not UTF-8 is replaced.
    public var text: String { String(decoding: contents, as: UTF8.self) }

    /// Makes room for so many more bytes; where they go. They count once ``advance(_:)`` says so.
    @inline(__always)
    public mutating func room(_ more: Int) -> UnsafeMutablePointer<UInt8> {
        if count &+ more > capacity { grow(more) }
        return bytes + count
    }

    @inline(__always)
    public mutating func advance(_ more: Int) { count &+= more }

    @inline(__always)
    public mutating func append(_ source: UnsafePointer<UInt8>, count more: Int) {
        room(more).update(from: source, count: more)
        count &+= more
    }

    @inline(__always)
    public mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
        if let start = source.baseAddress { append(start, count: source.count) }
    }

    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        room(1).pointee = byte
        count &+= 1
    }

    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(count + more, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }
}
