import WritSemantics

/// A whole loop over a list that is one node: what is looked at of each element.
struct BranchLoop: Sendable {
    var list: CellPlace
    /// The cells from one element to the next.
    var width: Int32
    /// What is tested or added up, counted from the element's first cell.
    var first: Int32
    /// What it is multiplied with; -1 when it is not.
    var second: Int32 = -1
    /// What must be in the range for an element to count; -1 when all do.
    var filter: Int32 = -1
    /// The range and its length, of ``filter`` or, where there is a test only, of ``first``.
    var low: Int64 = 0
    var length: UInt64 = 0

    /// Whether a value is in the range. Unknown never is.
    @inline(__always)
    func holds(_ value: Int64) -> Bool { UInt64(bitPattern: value &- low) <= length }
}

extension BranchRun {
    /// Whether any element (or every one) has a cell in a range: the label of the next node.
    @inline(never)
    func search(_ node: UnsafePointer<BranchNode>, _ row: CaseRow) -> Int32 {
        let loop = program.loops + Int(node.pointee.low)
        let run = bases[Int(loop.pointee.list.base.number)][Int(loop.pointee.list.index)]
        if run == CaseRow.unknown { return node.pointee.unknown }
        let isEvery = node.pointee.op == .everyInRange
        var cell = elements(run, row) + Int(loop.pointee.first)
        var isOpen = false
        for _ in 0..<CaseRow.count(of: run) {
            if loop.pointee.holds(cell.pointee) != isEvery {
                if cell.pointee != CaseRow.unknown { return isEvery ? node.pointee.no : node.pointee.yes }
                isOpen = true
            }
            cell += Int(loop.pointee.width)
        }
        return isOpen ? node.pointee.unknown : isEvery ? node.pointee.yes : node.pointee.no
    }

    /// Counts elements, or adds up a cell or a product of two: the label of the next node.
    @inline(never)
    func total(_ node: UnsafePointer<BranchNode>, _ row: CaseRow) -> Int32 {
        let loop = program.loops[Int(node.pointee.low)]
        let run = bases[Int(loop.list.base.number)][Int(loop.list.index)]
        let result = temporaries + Int(node.pointee.a)
        result.pointee = CaseRow.unknown
        if run == CaseRow.unknown { return node.pointee.yes }
        let first = elements(run, row)
        let isCount = node.pointee.op == .countInRange
        guard let total = isCount ? count(loop, run, first) : sum(loop, run, first) else { return BranchNode.bail }
        result.pointee = total
        return node.pointee.yes
    }

    /// How many elements are in the range; unknown when one may be.
    @inline(__always)
    private func count(_ loop: BranchLoop, _ run: Int64, _ first: UnsafePointer<Int64>) -> Int64? {
        var cell = first + Int(loop.filter)
        var count: Int64 = 0
        for _ in 0..<CaseRow.count(of: run) {
            if cell.pointee == CaseRow.unknown { return CaseRow.unknown }
            count &+= loop.holds(cell.pointee) ? 1 : 0
            cell += Int(loop.width)
        }
        return count
    }

    /// The sum, unknown when an element that counts is; nil when it leaves 64 bits.
    @inline(__always)
    private func sum(_ loop: BranchLoop, _ run: Int64, _ first: UnsafePointer<Int64>) -> Int64? {
        var element = first
        var total: Int64 = 0
        for _ in 0..<CaseRow.count(of: run) {
            defer { element += Int(loop.width) }
            if loop.filter >= 0 {
                let filter = element[Int(loop.filter)]
                if filter == CaseRow.unknown { return CaseRow.unknown }
                if !loop.holds(filter) { continue }
            }
            var value = element[Int(loop.first)]
            if value == CaseRow.unknown { return CaseRow.unknown }
            if loop.second >= 0 {
                let other = element[Int(loop.second)]
                if other == CaseRow.unknown { return CaseRow.unknown }
                let (product, isTooLarge) = value.multipliedReportingOverflow(by: other)
                if isTooLarge { return nil }
                value = product
            }
            let (next, isTooLarge) = total.addingReportingOverflow(value)
            if isTooLarge { return nil }
            total = next
        }
        return total == CaseRow.unknown ? nil : total
    }
}
