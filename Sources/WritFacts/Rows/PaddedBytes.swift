/// Bytes with zeros after them, so that a reader may look a little beyond their end.
final class PaddedBytes {
    /// More than any reader looks beyond the end in one step.
    static let padding = 64

    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private(set) var capacity: Int

    init(capacity: Int = 1 << 10) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.padding)
        bytes.initialize(repeating: 0, count: capacity + Self.padding)
    }

    deinit { bytes.deallocate() }

    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    func removeAll() { setCount(0) }

    func append(_ byte: UInt8) {
        reserve(count + 1)
        bytes[count] = byte
        setCount(count + 1)
    }

    func append(_ more: UnsafeBufferPointer<UInt8>) {
        reserve(count + more.count)
        if let start = more.baseAddress { (bytes + count).update(from: start, count: more.count) }
        setCount(count + more.count)
    }

    /// Says how many bytes there are, after they were written or when some are to be forgotten.
    func setCount(_ count: Int) {
        self.count = count
        (bytes + count).update(repeating: 0, count: Self.padding)
    }

    /// Makes room. Moves the bytes when there is too little.
    func reserve(_ size: Int) {
        if size <= capacity { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size * 2 + Self.padding)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
        capacity = size * 2
        setCount(count)
    }
}
