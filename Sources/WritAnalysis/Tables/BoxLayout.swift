/// How the cells of a column lie in a box.
struct BoxSlot: Sendable {
    enum Kind: Sendable {
        /// A bit for each atom, the one after the last for the unknown value.
        case bits
        /// One run of atoms, and whether the unknown value is with it: ``AtomRun``.
        case run
    }

    var kind: Kind
    /// The first word, once the layout is made.
    var first = 0
    var words: Int

    init(kind: Kind, words: Int) {
        self.kind = kind
        self.words = words
    }
}

/// One run of atoms in a word, with a bit for the unknown value. Few columns of many values need more.
struct AtomRun: Equatable {
    var word: UInt64

    init(word: UInt64) { self.word = word }
    init(_ atoms: ClosedRange<Int>?, unknown: Bool) {
        let (low, high) = atoms.map { ($0.lowerBound, $0.upperBound) } ?? (1, 0)
        self.init(low, high, unknown: unknown)
    }
    /// No atoms where `low` is above `high`: always in the same words, 1 and 0.
    init(_ low: Int, _ high: Int, unknown: Bool) {
        let isEmpty = low > high
        word = UInt64(isEmpty ? 1 : low) << 32 | UInt64(isEmpty ? 0 : high) << 1 | (unknown ? 1 : 0)
    }

    var low: Int { Int(word >> 32) }
    var high: Int { Int((word & 0xFFFF_FFFF) >> 1) }
    var hasUnknown: Bool { word & 1 == 1 }
    var hasAtoms: Bool { low <= high }
    var atoms: ClosedRange<Int>? { hasAtoms ? low...high : nil }
    var isEmpty: Bool { !hasAtoms && !hasUnknown }

    @inline(__always)
    func meets(_ other: AtomRun) -> Bool {
        max(low, other.low) <= min(high, other.high) || word & other.word & 1 == 1
    }

    @inline(__always)
    func covers(_ other: AtomRun) -> Bool {
        ((low <= other.low && other.high <= high) || !other.hasAtoms) && (hasUnknown || !other.hasUnknown)
    }

    func intersection(_ other: AtomRun) -> AtomRun {
        AtomRun(max(low, other.low), min(high, other.high), unknown: hasUnknown && other.hasUnknown)
    }
}

/// Where the cells of all columns lie in a box, so that boxes are compared word by word, without asking which column it is.
///
/// First the words of bits, then the runs, last the columns of many values that are no runs.
struct BoxLayout: Sendable {
    var bitCount = 0
    var runEnd = 0
    /// First word and end.
    var wides: [Range<Int>] = []
    var stride = 0

    /// Lays out the columns, and tells each where.
    init(_ columns: inout [GridColumn]) {
        let simple = columns.indices.filter { columns[$0].slot.words == 1 }
        for index in simple where columns[index].slot.kind == .bits { place(&columns[index]) }
        bitCount = stride
        for index in simple where columns[index].slot.kind == .run { place(&columns[index]) }
        runEnd = stride
        for index in columns.indices where columns[index].slot.words > 1 {
            place(&columns[index])
            wides.append(columns[index].slot.first..<stride)
        }
    }

    private mutating func place(_ column: inout GridColumn) {
        column.slot.first = stride
        stride += column.slot.words
    }

    /// How many slots there are: as many as columns.
    var slotCount: Int { runEnd + wides.count }
}

typealias BoxWords = UnsafePointer<UInt64>

extension BoxLayout {
    /// How many slots of a box another one does not cover, which is 0 where it covers all; -1 where the two do not meet.
    @inline(__always)
    func uncovered(of box: BoxWords, by other: BoxWords) -> Int {
        var count = 0
        for index in 0..<bitCount {
            if box[index] & other[index] == 0 { return -1 }
            if box[index] & ~other[index] != 0 { count &+= 1 }
        }
        for index in bitCount..<runEnd {
            let (run, others) = (AtomRun(word: box[index]), AtomRun(word: other[index]))
            if !run.meets(others) { return -1 }
            if !others.covers(run) { count &+= 1 }
        }
        if !wides.isEmpty {
            for words in wides {
                let (common, rest) = words.reduce((UInt64(0), UInt64(0))) {
                    ($0.0 | (box[$1] & other[$1]), $0.1 | (box[$1] & ~other[$1]))
                }
                if common == 0 { return -1 }
                if rest != 0 { count &+= 1 }
            }
        }
        return count
    }

    @inline(__always)
    func meet(_ box: BoxWords, _ other: BoxWords) -> Bool {
        for index in 0..<bitCount where box[index] & other[index] == 0 { return false }
        for index in bitCount..<runEnd where !AtomRun(word: box[index]).meets(AtomRun(word: other[index])) {
            return false
        }
        for words in wides where !words.contains(where: { box[$0] & other[$0] != 0 }) { return false }
        return true
    }

    /// Whether no combination is in it.
    func isEmpty(_ box: BoxWords) -> Bool { !meet(box, box) }

    func intersect(_ box: BoxWords, _ other: BoxWords, into result: UnsafeMutablePointer<UInt64>) {
        for index in 0..<stride { result[index] = box[index] & other[index] }
        for index in bitCount..<runEnd {
            result[index] = AtomRun(word: box[index]).intersection(AtomRun(word: other[index])).word
        }
    }
}
