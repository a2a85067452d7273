/// A fan while its tests are chosen: first the root's, then over and over the one that most cases would be asked next.
struct FanGrowth {
    private let nodes: FanNodes
    private(set) var fan: BranchFan
    /// How many tests a case goes through on the average: what the fan saves.
    private(set) var asked = 0.0
    private var hasChoice = false
    private var leaves: [Leaf] = []

    /// Some of the results, and the node that they lead to.
    private struct Leaf {
        var label: Int32
        /// What share of the cases gets here, as far as can be guessed without cases.
        var share: Double
        /// Which bits of the number of results are settled, and those.
        var settled = 0
        var results = 0
    }

    init(_ root: Int32, _ nodes: FanNodes, choice: FanChoice?) {
        self.nodes = nodes
        fan = BranchFan(root: root, choice: choice)
        leaves = [Leaf(label: root, share: 1)]
        while let test = next() {
            switch test {
            case .range(let range) where range.cell != choice?.cell: fan.ranges.append(range)
            case .comparison(let comparison): fan.comparisons.append(comparison)
            default: hasChoice = true
            }
            let before = leaves
            leaves.removeAll(keepingCapacity: true)
            for leaf in before { grow(leaf) }
        }
        if !hasChoice { fan.choice = nil }
        fill()
    }

    /// The nodes that the results lead to, some more than once.
    var targets: [Int32] { leaves.map(\.label) }

    /// The test that most cases would be asked next, among those there is room for.
    private func next() -> FanTest? {
        var best: (test: FanTest, share: Double)?
        for leaf in leaves where leaf.share > best?.share ?? 0 {
            if let test = nodes[leaf.label]?.test, hasRoom(for: test) { best = (test, leaf.share) }
        }
        return best?.test
    }

    private func hasRoom(for test: FanTest) -> Bool {
        switch test {
        case .range(let range) where range.cell == fan.choice?.cell: true
        case .range: fan.ranges.count < BranchFan.mostRanges
        case .comparison: fan.comparisons.count < BranchFan.mostComparisons
        case .mask(let cell, _): cell == fan.choice?.cell
        }
    }

    // MARK: From test to test

    /// Adds what becomes of a leaf with the tests that there are now.
    private mutating func grow(_ leaf: Leaf) {
        guard let node = nodes[leaf.label] else { return leaves.append(leaf) }
        if let result = result(of: node.test, in: leaf) {
            var leaf = leaf
            leaf.label = result ? node.holds : node.fails
            return grow(leaf)
        }
        switch node.test {
        case .range(let range) where range.cell == fan.choice?.cell: choose(leaf)
        case .mask(let cell, _) where cell == fan.choice?.cell: choose(leaf)
        case .range(let range): split(leaf, at: fan.ranges.firstIndex(of: range), node)
        case .comparison(let comparison):
            let bit = fan.comparisons.firstIndex(of: comparison)
            split(leaf, at: bit.map { BranchFan.comparisonShift + $0 }, node)
        case .mask: leaves.append(leaf)
        }
    }

    private mutating func split(_ leaf: Leaf, at bit: Int?, _ node: FanNode) {
        guard let bit else { return leaves.append(leaf) }
        asked += leaf.share
        var (yes, no) = (leaf, leaf)
        yes.settled |= 1 << bit
        no.settled |= 1 << bit
        yes.results |= 1 << bit
        (yes.label, no.label) = (node.holds, node.fails)
        yes.share *= node.likelihood
        no.share *= 1 - node.likelihood
        grow(yes)
        grow(no)
    }

    private mutating func choose(_ leaf: Leaf) {
        guard hasChoice, let count = fan.choice?.count else { return leaves.append(leaf) }
        asked += leaf.share
        for value in 0..<count {
            var leaf = leaf
            leaf.settled |= (BranchFan.mostValues - 1) << BranchFan.choiceShift
            leaf.results |= value << BranchFan.choiceShift
            leaf.share /= Double(count)
            grow(leaf)
        }
    }

    // MARK: What results tell

    /// What a test comes to where some results are known; nil when they do not tell.
    private func result(of test: FanTest, in leaf: Leaf) -> Bool? {
        switch test {
        case .range(let range):
            if range.cell == fan.choice?.cell { return value(in: leaf).map { range.low <= $0 && $0 <= range.high } }
            for (bit, other) in fan.ranges.enumerated() where other.cell == range.cell {
                if leaf.settled >> bit & 1 == 0 { continue }
                if let result = range.result(knowing: other, holds: leaf.results >> bit & 1 == 1) { return result }
            }
            return nil
        case .comparison(let comparison):
            for (number, other) in fan.comparisons.enumerated() where other == comparison {
                let bit = BranchFan.comparisonShift + number
                if leaf.settled >> bit & 1 == 1 { return leaf.results >> bit & 1 == 1 }
            }
            return nil
        case .mask(let cell, let bits):
            return cell == fan.choice?.cell ? value(in: leaf).map { bits >> $0 & 1 == 1 } : nil
        }
    }

    private func value(in leaf: Leaf) -> Int64? {
        let place = (BranchFan.mostValues - 1) << BranchFan.choiceShift
        return leaf.settled & place == 0 ? nil : Int64((leaf.results & place) >> BranchFan.choiceShift)
    }

    /// Each leaf has the numbers that agree with its results; what no case comes to is left to the machine.
    private mutating func fill() {
        fan.ways = Array(repeating: BranchNode.bail, count: fan.wayCount)
        for leaf in leaves {
            let free = (fan.wayCount - 1) & ~leaf.settled
            var rest = 0
            repeat {
                fan.ways[leaf.results | rest] = leaf.label
                rest = (rest - free) & free
            } while rest != 0
        }
    }
}

extension FanRange {
    /// Whether a value is in this range that is in another of the same cell, or is not in it; nil when that does not tell.
    fileprivate func result(knowing other: FanRange, holds: Bool) -> Bool? {
        if !holds { return low >= other.low && high <= other.high ? false : nil }
        if other.low >= low && other.high <= high { return true }
        return other.high < low || other.low > high ? false : nil
    }
}
