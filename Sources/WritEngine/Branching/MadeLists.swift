import WritSemantics

/// The elements of lists that are made while a case is looked at. Memory that became too small is kept until the next
/// case, for loops may still go over it.
struct MadeLists: ~Copyable {
    private(set) var elements: UnsafeMutablePointer<Int64>
    private var count = 0
    private var capacity = 64
    private var outgrown: [UnsafeMutablePointer<Int64>] = []

    /// Cases that make longer lists are the machine's, which gives back what it needs no more.
    private static let most = 1 << 20

    init() {
        elements = .allocate(capacity: capacity)
        elements.initialize(repeating: 0, count: capacity)
    }

    deinit {
        elements.deallocate()
        for memory in outgrown { memory.deallocate() }
    }

    mutating func removeAll() {
        count = 0
        if outgrown.isEmpty { return }
        for memory in outgrown { memory.deallocate() }
        outgrown.removeAll(keepingCapacity: true)
    }

    /// An empty list with room for so many elements of a width; nil when it would be too much.
    mutating func reserve(_ number: Int, width: Int) -> Int64? {
        let (cells, overflow) = number.multipliedReportingOverflow(by: width)
        if overflow || cells > Self.most || count + cells > Self.most { return nil }
        let start = count
        count += cells
        if count > capacity { grow(keeping: start) }
        return CaseRow.run(start: start | BranchArena.made, count: 0)
    }

    private mutating func grow(keeping used: Int) {
        capacity = count * 2
        let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
        larger.initialize(repeating: 0, count: capacity)
        larger.update(from: elements, count: used)
        outgrown.append(elements)
        elements = larger
    }
}
