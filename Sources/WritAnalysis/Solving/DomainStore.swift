/// What is left of the domain of each variable, and the events that made it so.
struct DomainStore {
    enum Kind: UInt8 { case low, high, values }

    /// One narrowing of one domain.
    struct Event {
        var variable: Variable
        var kind: Kind
        /// The earlier event of the same variable (of a whole one: on the same side); -1 is none.
        var previous: Int32
        /// The bound before and after; of a finite variable both bounds before.
        var old: Int128
        var new: Int128
        /// Where the antecedents are. A count of -1: this was tried, and the start is the number of the trial.
        var start: Int32
        var count: Int32
        /// Where the words of the values removed begin.
        var removed: Int32
    }

    /// By variable. Of a finite variable the least and the greatest value that are left.
    private(set) var low: [Int128] = []
    private(set) var high: [Int128] = []
    /// Where the words of a finite variable begin; -1 of a whole one.
    private var offsets: [Int32] = []
    private var wordCounts: [Int32] = []
    private var words: [UInt64] = []
    private(set) var events: [Event] = []
    private var latestLow: [Int32] = []
    private var latestHigh: [Int32] = []
    private var removedWords: [UInt64] = []

    var count: Int { low.count }
    func isFinite(_ variable: Variable) -> Bool { offsets[variable.number] >= 0 }
    func isFixed(_ variable: Variable) -> Bool { low[variable.number] == high[variable.number] }

    mutating func append(_ domain: Domain) {
        latestLow.append(-1)
        latestHigh.append(-1)
        switch domain {
        case .whole(let range):
            low.append(range.lowerBound)
            high.append(range.upperBound)
            offsets.append(-1)
            wordCounts.append(0)
        case .finite(let count):
            low.append(0)
            high.append(Int128(count - 1))
            offsets.append(Int32(words.count))
            let mask = ValueMask(all: count)
            wordCounts.append(Int32(mask.words.count))
            words.append(contentsOf: mask.words)
        }
    }

    // MARK: Finite variables

    func words(of variable: Variable) -> ArraySlice<UInt64> {
        let offset = Int(offsets[variable.number])
        return words[offset..<offset + Int(wordCounts[variable.number])]
    }

    func contains(_ variable: Variable, _ value: Int) -> Bool {
        words[Int(offsets[variable.number]) + value >> 6] & (1 << UInt64(value & 63)) != 0
    }

    func wordCount(_ variable: Variable) -> Int { Int(wordCounts[variable.number]) }
    func word(_ variable: Variable, _ index: Int) -> UInt64 { words[Int(offsets[variable.number]) + index] }

    func removed(by event: Int) -> ArraySlice<UInt64> {
        let start = Int(events[event].removed)
        return removedWords[start..<start + wordCount(events[event].variable)]
    }

    // MARK: Narrowing

    mutating func setLow(_ variable: Variable, _ bound: Int128, start: Int, count: Int) {
        let slot = variable.number
        push(variable, .low, latestLow[slot], old: low[slot], new: bound, start, count, removed: 0)
        latestLow[slot] = Int32(events.count - 1)
        low[slot] = bound
    }

    mutating func setHigh(_ variable: Variable, _ bound: Int128, start: Int, count: Int) {
        let slot = variable.number
        push(variable, .high, latestHigh[slot], old: high[slot], new: bound, start, count, removed: 0)
        latestHigh[slot] = Int32(events.count - 1)
        high[slot] = bound
    }

    /// Keeps of a finite variable the values of these words, at least one of which it has.
    mutating func keep(_ variable: Variable, _ kept: [UInt64], start: Int, count: Int) {
        let slot = variable.number
        let offset = Int(offsets[slot])
        let removed = removedWords.count
        for index in 0..<wordCount(variable) {
            let word = words[offset + index]
            removedWords.append(word & ~kept[index])
            words[offset + index] = word & kept[index]
        }
        push(variable, .values, latestLow[slot], old: low[slot], new: high[slot], start, count, removed: removed)
        latestLow[slot] = Int32(events.count - 1)
        findBounds(of: variable)
    }

    private mutating func findBounds(of variable: Variable) {
        let slot = variable.number
        let words = words(of: variable)
        for (index, word) in words.enumerated() where word != 0 {
            low[slot] = Int128(index * 64 + word.trailingZeroBitCount)
            break
        }
        for (index, word) in words.enumerated().reversed() where word != 0 {
            high[slot] = Int128(index * 64 + 63 - word.leadingZeroBitCount)
            break
        }
    }

    private mutating func push(
        _ variable: Variable, _ kind: Kind, _ previous: Int32, old: Int128, new: Int128, _ start: Int, _ count: Int,
        removed: Int
    ) {
        events.append(
            Event(
                variable: variable, kind: kind, previous: previous, old: old, new: new, start: Int32(start),
                count: Int32(count), removed: Int32(removed)))
    }

    mutating func undo(to count: Int) {
        while events.count > count {
            let event = events.removeLast()
            let slot = event.variable.number
            switch event.kind {
            case .low:
                low[slot] = event.old
                latestLow[slot] = event.previous
            case .high:
                high[slot] = event.old
                latestHigh[slot] = event.previous
            case .values:
                let start = Int(event.removed)
                for index in 0..<wordCount(event.variable) {
                    words[Int(offsets[slot]) + index] |= removedWords[start + index]
                }
                removedWords.removeLast(removedWords.count - start)
                low[slot] = event.old
                high[slot] = event.new
                latestLow[slot] = event.previous
            }
        }
    }

    /// Forgets how the domains came to be what they are: what holds without any goal needs no reason.
    mutating func commit() {
        for event in events {
            latestLow[event.variable.number] = -1
            latestHigh[event.variable.number] = -1
        }
        events.removeAll(keepingCapacity: true)
        removedWords.removeAll(keepingCapacity: true)
    }

    // MARK: Looking back

    /// How often a whole variable's bounds were narrowed since the last ``commit()``, counted up to a limit.
    func narrowings(_ variable: Variable, isLow: Bool, upTo limit: Int) -> Int {
        var event = isLow ? latestLow[variable.number] : latestHigh[variable.number]
        var count = 0
        while event >= 0, count < limit {
            event = events[Int(event)].previous
            count += 1
        }
        return count
    }

    /// The oldest event before a time since when a whole variable has been at least (or at most) this; -1 if it always was.
    func event(_ variable: Variable, isLow: Bool, _ bound: Int128, before time: Int) -> Int {
        var event = Int(isLow ? latestLow[variable.number] : latestHigh[variable.number])
        while event >= time { event = Int(events[event].previous) }
        var found = -1
        while event >= 0, isLow ? events[event].new >= bound : events[event].new <= bound {
            found = event
            event = Int(events[event].previous)
        }
        if event < 0, found >= 0, isLow ? events[found].old >= bound : events[found].old <= bound { return -1 }
        return found
    }

    /// The latest event of a finite variable before a time.
    func latestEvent(_ variable: Variable, before time: Int) -> Int {
        var event = Int(latestLow[variable.number])
        while event >= time { event = Int(events[event].previous) }
        return event
    }

    /// The bound of a whole variable at a time.
    func bound(_ variable: Variable, isLow: Bool, before time: Int) -> Int128 {
        var event = Int(isLow ? latestLow[variable.number] : latestHigh[variable.number])
        var bound = isLow ? low[variable.number] : high[variable.number]
        while event >= time {
            bound = events[event].old
            event = Int(events[event].previous)
        }
        return bound
    }
}

extension Variable {
    /// Its place in lists of all variables.
    var number: Int { Int(index) }
}
