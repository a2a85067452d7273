/// Finds the kind of a word from its bytes: a hash table of the language's words, built once.
struct WordTable: Sendable {
    static let shared = WordTable()

    /// Kinds by slot; `name` (0) marks an empty slot.
    private var slots = [UInt8](repeating: TokenKind.name.rawValue, count: 1024)
    private var spellings = [[UInt8]](repeating: [], count: Int(UInt8.max) + 1)
    private var longest = 0

    private init() {
        for kind in TokenKind.words {
            let bytes = Array(kind.spelling.utf8)
            var slot = Self.hash(bytes, 0, bytes.count)
            while slots[slot] != TokenKind.name.rawValue { slot = (slot + 1) & 1023 }
            slots[slot] = kind.rawValue
            spellings[Int(kind.rawValue)] = bytes
            longest = max(longest, bytes.count)
        }
    }

    /// The kind of the word between two offsets: a word of the language, or `name`.
    func kind(_ bytes: [UInt8], _ start: Int, _ end: Int) -> TokenKind {
        guard end - start <= longest else { return .name }
        var slot = Self.hash(bytes, start, end)
        while slots[slot] != TokenKind.name.rawValue {
            if matches(Int(slots[slot]), bytes, start, end) { return TokenKind(rawValue: slots[slot])! }
            slot = (slot + 1) & 1023
        }
        return .name
    }

    private func matches(_ kind: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let spelling = spellings[kind]
        guard spelling.count == end - start else { return false }
        for index in 0..<spelling.count where spelling[index] != bytes[start + index] { return false }
        return true
    }

    private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var hash: UInt32 = 2_166_136_261
        for index in start..<end { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
        return Int((hash ^ (hash >> 15)) & 1023)
    }
}
