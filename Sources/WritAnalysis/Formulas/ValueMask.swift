/// Some values of a finite variable, by number.
struct ValueMask: Hashable, Sendable {
    /// Bit `n % 64` of word `n / 64` is the value `n`. As many words as the variable's values take, so that equal sets are equal.
    private(set) var words: [UInt64]
    /// How many values the variable has.
    let count: Int

    init(none count: Int) {
        self.count = count
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    init(all count: Int) {
        self.count = count
        words = Array(repeating: .max, count: (count + 63) / 64)
        if count & 63 != 0 { words[words.count - 1] = (1 << UInt64(count & 63)) - 1 }
    }

    init(_ values: some Sequence<Int>, of count: Int) {
        self.init(none: count)
        for value in values { insert(value) }
    }

    mutating func insert(_ value: Int) { words[value >> 6] |= 1 << UInt64(value & 63) }

    func contains(_ value: Int) -> Bool {
        value >= 0 && value < count && words[value >> 6] & (1 << UInt64(value & 63)) != 0
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var isAll: Bool { population == count }
    var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    var values: [Int] { (0..<count).filter(contains) }
    /// The least value; nil of none.
    var first: Int? {
        for (index, word) in words.enumerated() where word != 0 { return index * 64 + word.trailingZeroBitCount }
        return nil
    }

    var complement: ValueMask {
        var result = ValueMask(all: count)
        for index in words.indices { result.words[index] &= ~words[index] }
        return result
    }

    func intersection(_ other: ValueMask) -> ValueMask {
        var result = self
        for index in words.indices { result.words[index] &= other.words[index] }
        return result
    }

    func union(_ other: ValueMask) -> ValueMask {
        var result = self
        for index in words.indices { result.words[index] |= other.words[index] }
        return result
    }
}
