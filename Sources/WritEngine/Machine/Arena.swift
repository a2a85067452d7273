import WritValues

/// Slots that can be anywhere: a value's first slot and its state.
struct Cells {
    var values: UnsafeMutablePointer<Value>
    var states: UnsafeMutablePointer<UInt32>

    func advanced(by offset: Int) -> Cells { Cells(values: values + offset, states: states + offset) }

    func copy(from other: Cells, count: Int) {
        values.update(from: other.values, count: count)
        states.update(from: other.states, count: count)
    }

    static func allocate(_ count: Int) -> Cells {
        let cells = Cells(values: .allocate(capacity: max(count, 1)), states: .allocate(capacity: max(count, 1)))
        cells.values.initialize(repeating: Value(bits: 0), count: max(count, 1))
        cells.states.initialize(repeating: 0, count: max(count, 1))
        return cells
    }

    func deallocate() {
        values.deallocate()
        states.deallocate()
    }
}

/// The elements of a case's lists: those of the case, then those made on the way.
struct Arena: ~Copyable {
    private(set) var cells = Cells.allocate(64)
    private(set) var count = 0
    private var capacity = 64

    deinit { cells.deallocate() }

    mutating func removeAll() { count = 0 }

    /// Forgets what was reserved since.
    mutating func truncate(to earlier: Int) { count = min(count, max(0, earlier)) }

    /// Room for so many slots; where it starts.
    mutating func reserve(_ slots: Int) -> Int {
        let start = count
        if count + slots > capacity { grow(to: max(count + slots, capacity * 2)) }
        count += slots
        return start
    }

    private mutating func grow(to size: Int) {
        let larger = Cells.allocate(size)
        larger.copy(from: cells, count: count)
        cells.deallocate()
        cells = larger
        capacity = size
    }

    func cells(at place: Int) -> Cells { cells.advanced(by: place) }

    /// Whether a run with elements of so many slots lies in what is used. A slot that was never set may hold any run.
    func holds(_ run: Value, width: Int) -> Bool {
        let (start, length) = (run.start, run.length)
        guard start >= 0, length >= 0, start <= count else { return false }
        let (slots, overflow) = length.multipliedReportingOverflow(by: width)
        return !overflow && slots <= count - start
    }
}
