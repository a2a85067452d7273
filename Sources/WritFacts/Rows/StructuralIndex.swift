import CSimdJSON

/// Where the structure of JSON texts lies: the offsets of `{ } [ ] : ,` outside strings, and of the first byte of each
/// string, number and word.
///
/// Found by simdjson, many bytes at once, which also sees to it that the text is UTF-8, that every string is closed and that
/// none holds a control character. Used again for one text after another, without allocating; by one thread at a time.
final class StructuralIndex {
    private let indexer: OpaquePointer
    /// The offsets, ascending; after the last one comes the length of the text.
    @exclusivity(unchecked)
    private(set) var positions: UnsafePointer<UInt32>
    /// How many offsets there are, the length not counted.
    private(set) var count = 0
    /// What the positions point to while there is no text.
    private let empty: UnsafeMutablePointer<UInt32>

    init() {
        guard let indexer = writ_json_indexer_make() else { preconditionFailure("out of memory") }
        self.indexer = indexer
        empty = .allocate(capacity: 1)
        empty.initialize(to: 0)
        positions = UnsafePointer(empty)
    }

    deinit {
        writ_json_indexer_free(indexer)
        empty.deallocate()
    }

    /// Looks through a text, which may be several.
    ///
    /// - Returns: whether it is whole; if not, the index is empty.
    func index(_ bytes: UnsafePointer<UInt8>, count length: Int) -> Bool {
        var found: UnsafePointer<UInt32>?
        var count = 0
        let isWhole = writ_json_index(indexer, bytes, length, &found, &count) != 0
        positions = found ?? UnsafePointer(empty)
        self.count = count
        return isWhole
    }
}
