/// Several tests of facts that are made at once: what they come to together is the number of the way on.
///
/// Where each test is a node, the processor must foresee for each of them where it leads, and on mixed cases it is wrong
/// several times a decision. A fan makes up to nine tests without a branch and then looks up where they lead, so it is
/// wrong once at most. It says nothing about unknowns: when one of its cells is unknown, the nodes it stands for are asked,
/// which make the same tests one by one.
struct BranchFan: Sendable {
    /// The node that it stands for.
    var root: Int32
    /// A cell that holds one of a few values, each a way of its own.
    var choice: FanChoice?
    var ranges: [FanRange] = []
    var comparisons: [FanComparison] = []
    /// Where the results lead, by their number: the labels of nodes that were there before the root.
    var ways: [Int32] = []

    /// How many ranges and comparisons there may be; the run makes so many, whether they are needed or not.
    static let mostRanges = 5
    static let mostComparisons = 3
    static let mostSmallRanges = 4
    /// How many values a choice may have.
    static let mostValues = 1 << choiceBits

    // The number of the results: a bit for each range, three for the choice, a bit for each comparison.
    static let choiceShift = mostRanges
    static let choiceBits = 3
    static let comparisonShift = choiceShift + choiceBits

    /// How many numbers there are, those included that no case comes to.
    var wayCount: Int {
        if !comparisons.isEmpty { return 1 << (Self.comparisonShift + comparisons.count) }
        return 1 << (choice == nil ? ranges.count : Self.comparisonShift)
    }

    /// Whether it has a few ranges and nothing else. Fans that lead from one to another are of one form all the same: which
    /// comes next would have to be foreseen.
    var isSmall: Bool { choice == nil && comparisons.isEmpty && ranges.count <= Self.mostSmallRanges }

    /// A cell that the tests look at.
    var anyCell: Int32 { choice?.cell ?? ranges.first?.cell ?? comparisons[0].a }
}

/// Which of a few values a cell holds, from 0.
struct FanChoice: Sendable {
    var cell: Int32
    var count: Int
}

/// Whether a cell is in a range.
struct FanRange: Sendable, Hashable {
    var cell: Int32
    var low: Int64
    var high: Int64
}

/// Whether cell a is at most cell b plus `shift`. Where b is not from `low` to `high`, the node must say what happens.
struct FanComparison: Sendable, Hashable {
    var a: Int32
    var b: Int32
    var shift: Int64
    var low = CaseCell.least
    var high = Int64.max
}

/// A test that a fan can make.
enum FanTest: Hashable {
    case range(FanRange)
    case comparison(FanComparison)
    /// Whether the bit with the number that a cell holds is set: for choices only.
    case mask(cell: Int32, bits: Int64)
}
