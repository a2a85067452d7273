#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Texts in one buffer, found by their bytes. In memory of its own, for every text of every case goes through it.
///
/// By one thread at a time while texts are added; then by many.
final class TextTable: @unchecked Sendable {
    private struct Entry {
        var start: Int
        var count: Int
        var hash: UInt64
    }

    // Checking each access at run time took longer than the look-up itself.
    @exclusivity(unchecked)
    private(set) var count = 0
    @exclusivity(unchecked)
    private var byteCount = 0
    @exclusivity(unchecked)
    private var bytes = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    @exclusivity(unchecked)
    private var entries = UnsafeMutableBufferPointer<Entry>(start: nil, count: 0)
    /// Numbers plus one, by hash; empty while there are so few that they are gone through one by one.
    @exclusivity(unchecked)
    private var places: [Int32] = []

    private static let fewest = 12

    deinit {
        bytes.deallocate()
        entries.deallocate()
    }

    func removeAll() {
        count = 0
        byteCount = 0
        if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    }

    /// The number of a text, which it gets now if it has none yet.
    func number(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        if let known = find(text, hash) { return known }
        if byteCount + text.count >= bytes.count { growBytes(to: max(32, (byteCount + text.count) * 2)) }
        if let start = text.baseAddress { (bytes.baseAddress! + byteCount).update(from: start, count: text.count) }
        append(Entry(start: byteCount, count: text.count, hash: hash))
        byteCount += text.count
        index(count - 1)
        return count - 1
    }

    /// A number that no text is found by.
    func appendDuplicate() { append(Entry(start: 0, count: 0, hash: 0)) }

    func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        if places.isEmpty {
            for number in 0..<count where holds(number, text, hash) { return number }
            return nil
        }
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if holds(number, text, hash) { return number }
            place = (place + 1) & mask
        }
        return nil
    }

    func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        precondition(number < count, "no text has the number \(number)")
        let entry = entries[number]
        return body(UnsafeBufferPointer(start: bytes.baseAddress! + entry.start, count: entry.count))
    }

    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = text.baseAddress else { return 0 }
        return TextHash.hash(start, text.count)
    }

    private func holds(_ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Bool {
        let entry = entries.baseAddress! + number
        guard entry.pointee.hash == hash, entry.pointee.count == text.count else { return false }
        if text.count == 0 { return true }
        return memcmp(bytes.baseAddress! + entry.pointee.start, text.baseAddress!, text.count) == 0
    }

    // MARK: Room

    private func append(_ entry: Entry) {
        if count == entries.count { growEntries() }
        (entries.baseAddress! + count).initialize(to: entry)
        count += 1
    }

    private func growBytes(to size: Int) {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
        if let start = bytes.baseAddress { larger.baseAddress!.initialize(from: start, count: byteCount) }
        bytes.deallocate()
        bytes = larger
    }

    private func growEntries() {
        let larger = UnsafeMutableBufferPointer<Entry>.allocate(capacity: max(2, count * 2))
        if let start = entries.baseAddress { larger.baseAddress!.initialize(from: start, count: count) }
        entries.deallocate()
        entries = larger
    }

    private func index(_ number: Int) {
        if count <= Self.fewest { return }
        if (count + 1) * 2 > places.count {
            places = Array(repeating: 0, count: max(64, places.count * 2))
            for number in 0..<count { insert(number) }
        } else {
            insert(number)
        }
    }

    private func insert(_ number: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: entries[number].hash) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = Int32(number + 1)
    }
}
