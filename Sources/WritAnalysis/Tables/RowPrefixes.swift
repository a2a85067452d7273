/// The first so many of some rows in the order of their keys, as a set of bits, for any number of them.
///
/// Only some of these sets are kept, a megabyte in all; from the one below the few rows that are missing are put in one by one.
struct RowPrefixes {
    private var keys: [Int] = []
    private var order: [Int32] = []
    private var sets: [UInt64] = []
    private let wordCount: Int
    private let step: Int

    private static let bytes = 1 << 20

    /// - Parameter keyed: the rows and their keys.
    init(_ keyed: [(key: Int, row: Int)], wordCount: Int) {
        self.wordCount = wordCount
        let mostSets = max(2, Self.bytes / (8 * max(1, wordCount)))
        step = max(16, (keyed.count + mostSets - 1) / mostSets)
        let sorted = keyed.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
        keys = sorted.map(\.key)
        order = sorted.map { Int32($0.row) }
        var set = [UInt64](repeating: 0, count: wordCount)
        sets.reserveCapacity((sorted.count / step + 1) * wordCount)
        for (place, row) in order.enumerated() {
            if place % step == 0 { sets += set }
            set[Int(row) >> 6] |= 1 << UInt64(row & 63)
        }
        if order.count % step == 0 { sets += set }
    }

    /// Writes those of the words of the set of rows whose keys are at most `key`.
    func write(upTo key: Int, _ words: Range<Int>, into set: UnsafeMutablePointer<UInt64>) {
        var (low, count) = (0, keys.count)
        while low < count {
            let middle = (low + count) / 2
            if keys[middle] <= key { low = middle + 1 } else { count = middle }
        }
        let kept = count / step
        sets.withUnsafeBufferPointer { sets in
            let start = sets.baseAddress! + kept * wordCount
            for word in words { set[word] = start[word] }
        }
        order.withUnsafeBufferPointer { order in
            // Rows outside the words asked for may be set too: there is room, and nobody looks.
            for place in kept * step..<count { set[Int(order[place]) >> 6] |= 1 << UInt64(order[place] & 63) }
        }
    }
}
