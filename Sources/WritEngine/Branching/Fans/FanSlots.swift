import WritSemantics

/// A fan in the memory of a program: a node that makes the choice, the ranges, the comparisons, and the labels of the ways.
///
/// All fans are of one form, so that nothing about them must be foreseen. What a fan does not need tests a cell that it
/// looks at anyway, and never holds.
struct FanSlots {
    let node: UnsafeMutablePointer<BranchNode>

    struct Range {
        var cell: Int32
        var low: Int64
        var length: UInt64
    }

    struct Comparison {
        var a: Int32
        var b: Int32
        var shift: Int64
        var low: Int64
        var length: UInt64
    }

    /// A line of the cache.
    static let alignment = 64

    init(_ memory: UnsafeMutableRawPointer) { node = memory.assumingMemoryBound(to: BranchNode.self) }

    private init(_ node: UnsafePointer<BranchNode>) { self.node = UnsafeMutablePointer(mutating: node) }

    private var ranges: UnsafeMutablePointer<Range> {
        @inline(__always) get { UnsafeMutableRawPointer(node + 1).assumingMemoryBound(to: Range.self) }
    }
    private var comparisons: UnsafeMutablePointer<Comparison> {
        @inline(__always) get {
            UnsafeMutableRawPointer(ranges + BranchFan.mostRanges).assumingMemoryBound(to: Comparison.self)
        }
    }
    private var ways: UnsafeMutablePointer<Int32> {
        @inline(__always) get {
            UnsafeMutableRawPointer(comparisons + BranchFan.mostComparisons).assumingMemoryBound(to: Int32.self)
        }
    }

    static func byteCount(of fan: BranchFan) -> Int {
        let head =
            MemoryLayout<BranchNode>.stride + BranchFan.mostRanges * MemoryLayout<Range>.stride
            + BranchFan.mostComparisons * MemoryLayout<Comparison>.stride
        return (head + fan.ways.count * MemoryLayout<Int32>.stride + alignment - 1) & -alignment
    }

    // MARK: Writing

    /// - Parameters:
    ///   - root: the label of the node that it stands for.
    ///   - labels: of the ways.
    func write(_ fan: BranchFan, isSmall: Bool, root: Int32, ways labels: [Int32]) {
        let cell = fan.anyCell
        var head = BranchNode(op: isSmall ? .smallFan : .fan, aBase: .fact, a: cell, unknown: root)
        (head.low, head.high) = Self.known
        if let choice = fan.choice {
            (head.a, head.c) = (choice.cell, Int32(BranchFan.mostValues - 1))
            (head.low, head.high) = (0, Int64(choice.count - 1))
        }
        node.initialize(to: head)
        for index in 0..<BranchFan.mostRanges {
            let range = index < fan.ranges.count ? fan.ranges[index] : nil
            (ranges + index).initialize(
                to: range.map { Range(cell: $0.cell, low: $0.low, length: UInt64(bitPattern: $0.high &- $0.low)) }
                    ?? Range(cell: cell, low: CaseRow.unknown, length: 0))
        }
        for index in 0..<BranchFan.mostComparisons {
            let never = FanComparison(a: cell, b: cell, shift: -1)
            let test = index < fan.comparisons.count ? fan.comparisons[index] : never
            let length = UInt64(bitPattern: test.high &- test.low)
            (comparisons + index).initialize(
                to: Comparison(a: test.a, b: test.b, shift: test.shift, low: test.low, length: length))
        }
        ways.initialize(from: labels, count: labels.count)
    }

    /// The range of all known values, and its length.
    private static let known = (CaseCell.least, Int64.max &- CaseCell.least)

    // MARK: Reading

    /// Where a fan leads.
    @inline(__always)
    static func way(_ node: UnsafePointer<BranchNode>, _ facts: UnsafePointer<Int64>) -> Int32 {
        let slots = FanSlots(node)
        let choice = UInt64(bitPattern: facts[Int(node.pointee.a)] &- node.pointee.low)
        if _slowPath(choice > UInt64(bitPattern: node.pointee.high)) { return node.pointee.unknown }
        var number: UInt32 = 0
        for index in (0..<BranchFan.mostComparisons).reversed() {
            let test = slots.comparisons + index
            let (a, b) = (facts[Int(test.pointee.a)], facts[Int(test.pointee.b)])
            if _slowPath(a == CaseRow.unknown) { return node.pointee.unknown }
            let isBeyond = UInt64(bitPattern: b &- test.pointee.low) > test.pointee.length
            if _slowPath(isBeyond) { return node.pointee.unknown }
            number = number &+ number &+ (a <= b &+ test.pointee.shift).bit
        }
        number = number << UInt32(BranchFan.choiceBits)
        number |= UInt32(truncatingIfNeeded: choice) & UInt32(bitPattern: node.pointee.c)
        for index in (0..<BranchFan.mostRanges).reversed() {
            guard let bit = slots.result(index, facts) else { return node.pointee.unknown }
            number = number &+ number &+ bit
        }
        return slots.ways[Int(number)]
    }

    /// Where a small fan leads.
    @inline(__always)
    static func smallWay(_ node: UnsafePointer<BranchNode>, _ facts: UnsafePointer<Int64>) -> Int32 {
        let slots = FanSlots(node)
        var number: UInt32 = 0
        for index in (0..<BranchFan.mostSmallRanges).reversed() {
            guard let bit = slots.result(index, facts) else { return node.pointee.unknown }
            number = number &+ number &+ bit
        }
        return slots.ways[Int(number)]
    }

    /// Whether a cell is in its range; nil when it is unknown.
    @inline(__always)
    private func result(_ index: Int, _ facts: UnsafePointer<Int64>) -> UInt32? {
        let range = ranges + index
        let value = facts[Int(range.pointee.cell)]
        if _slowPath(value == CaseRow.unknown) { return nil }
        return (UInt64(bitPattern: value &- range.pointee.low) <= range.pointee.length).bit
    }
}

extension Bool {
    /// 1 or 0, as it lies in memory: of a choice between the two the compiler makes a branch, which a fan is to do without.
    @inline(__always)
    fileprivate var bit: UInt32 { UInt32(unsafeBitCast(self, to: UInt8.self)) }
}
