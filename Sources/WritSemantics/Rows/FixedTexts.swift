#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Texts that never change, by number, and their numbers by their bytes. Shared by all rows of a layout.
public final class FixedTexts: Sendable {
    public let texts: [String]
    private let table: TextTable

    init(_ texts: [String]) {
        self.texts = texts
        var table = TextTable()
        for text in texts {
            var text = text
            text.withUTF8 { bytes in
                // Equal texts would have two numbers: only the first counts, but later ones keep their places.
                let number = table.number(of: bytes, TextTable.hash(bytes))
                if number < table.count - 1 { table.appendDuplicate() }
            }
        }
        self.table = table
    }

    public var count: Int { texts.count }

    /// The number of a text in normal form C; nil when it is none of these.
    func number(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? { table.find(bytes, hash) }
}

/// Texts in one buffer, found by their bytes.
struct TextTable: Sendable {
    private var bytes: [UInt8] = []
    private var entries: [(start: Int, count: Int, hash: UInt64)] = []
    /// Numbers plus one, by hash; empty while there are so few that they are gone through one by one.
    private var places: [Int32] = []

    private static let fewest = 12

    var count: Int { entries.count }

    mutating func removeAll() {
        if entries.isEmpty { return }
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    }

    /// The number of a text, which it gets now if it has none yet.
    mutating func number(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        if let known = find(text, hash) { return known }
        entries.append((bytes.count, text.count, hash))
        bytes.append(contentsOf: text)
        index(entries.count - 1)
        return entries.count - 1
    }

    /// A number that no text is found by.
    mutating func appendDuplicate() { entries.append((0, 0, 0)) }

    func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let entry = entries[number]
        return bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[entry.start..<entry.start + entry.count]))
        }
    }

    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = text.baseAddress else { return 0 }
        return TextHash.hash(start, text.count)
    }

    func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        if places.isEmpty { return entries.indices.first { holds($0, text, hash) } }
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if holds(number, text, hash) { return number }
            place = (place + 1) & mask
        }
        return nil
    }

    private func holds(_ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Bool {
        let entry = entries[number]
        guard entry.hash == hash, entry.count == text.count else { return false }
        if text.count == 0 { return true }
        return bytes.withUnsafeBufferPointer {
            memcmp($0.baseAddress! + entry.start, text.baseAddress!, text.count) == 0
        }
    }

    private mutating func index(_ number: Int) {
        if entries.count <= Self.fewest { return }
        if (entries.count + 1) * 2 > places.count {
            places = Array(repeating: 0, count: max(64, places.count * 2))
            for number in entries.indices { insert(number) }
        } else {
            insert(number)
        }
    }

    private mutating func insert(_ number: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: entries[number].hash) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = Int32(number + 1)
    }
}
