/// What is known of sets of rows: a hash table of lists of numbers, which lie one after another in one array.
struct RowSetTable {
    private struct Entry {
        var key: UInt64
        var first: Int32
        var count: Int32
        var value: Int32
    }

    private var entries: [Entry] = []
    private var lists: [Int32] = []
    /// Numbers of entries plus one, by key.
    private var places: [Int32] = Array(repeating: 0, count: 64)

    /// The hash of a level and a set of rows.
    func key(_ level: Int, _ rows: ArraySlice<Int32>) -> UInt64 {
        var hash = UInt64(level) &+ 0x9E37_79B9_7F4A_7C15
        for row in rows {
            hash = (hash ^ UInt64(UInt32(bitPattern: row))) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        // The level is in the low bits for good: sets of different levels are never taken for each other.
        return hash & ~0xFF | UInt64(level & 0xFF)
    }

    func find(_ key: UInt64, _ rows: ArraySlice<Int32>) -> Int32? {
        var place = Self.start(key) & (places.count - 1)
        while places[place] != 0 {
            let entry = entries[Int(places[place]) - 1]
            if entry.key == key, Int(entry.count) == rows.count,
                lists[Int(entry.first)..<Int(entry.first + entry.count)].elementsEqual(rows)
            {
                return entry.value
            }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    mutating func insert(_ key: UInt64, _ rows: ArraySlice<Int32>, _ value: Int32) {
        entries.append(Entry(key: key, first: Int32(lists.count), count: Int32(rows.count), value: value))
        lists += rows
        if entries.count * 2 > places.count {
            places = Array(repeating: 0, count: places.count * 2)
            for number in entries.indices { link(number) }
        } else {
            link(entries.count - 1)
        }
    }

    private mutating func link(_ number: Int) {
        var place = Self.start(entries[number].key) & (places.count - 1)
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = Int32(number + 1)
    }

    private static func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 20) }
}
