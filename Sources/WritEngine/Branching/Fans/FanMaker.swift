import WritSemantics

/// Makes the fans of a program: one wherever a run that knows all facts comes to a test, be it from the beginning or from
/// another fan.
struct FanMaker {
    private let nodes: [BranchNode]
    private let tests: FanNodes
    /// How many values a cell has, where a choice can tell them apart.
    private let values: [Int32: Int]
    /// By the node that they stand for.
    private(set) var fans: [Int32: BranchFan] = [:]
    private var wayCount = 0

    /// A fan that saves fewer tests than this takes longer than they do, mistaken branches included.
    private static let fewestTests = 1.5
    /// So many ways in all, a quarter of a megabyte; what comes after stays nodes.
    private static let mostWays = 1 << 16
    /// Larger programs are not looked through.
    private static let mostNodes = 1 << 17

    /// - Parameter entries: where runs begin.
    init(_ nodes: [BranchNode], _ values: [Int32: Int], from entries: [Int32]) {
        self.nodes = nodes
        tests = FanNodes(nodes.count > Self.mostNodes ? [] : nodes, values)
        self.values = values.filter { 2...BranchFan.mostValues ~= $0.value }
        var (seen, open) = (Set<Int32>(), nodes.count > Self.mostNodes ? [] : entries)
        // Those that are reached first come first, while there is room.
        var next = 0
        while next < open.count, wayCount < Self.mostWays {
            let label = open[next]
            next += 1
            guard seen.insert(label).inserted else { continue }
            open += fan(at: label) ?? leads(from: nodes[Int(label)])
        }
    }

    /// Makes a fan; where it leads, or nil when there is nothing to gain by one.
    private mutating func fan(at label: Int32) -> [Int32]? {
        guard tests[label] != nil else { return nil }
        let growth = FanGrowth(label, tests, choice: choice(from: label))
        guard growth.asked >= Self.fewestTests else { return nil }
        fans[label] = growth.fan
        wayCount += growth.fan.ways.count
        return growth.targets
    }

    /// The cell of few values that most tests from a node on look at.
    private func choice(from root: Int32) -> FanChoice? {
        var found: [Int32: Set<FanTest>] = [:]
        var (seen, open) = (Set<Int32>(), [root])
        while let label = open.popLast(), seen.count < 64 {
            guard let node = tests[label], seen.insert(label).inserted else { continue }
            switch node.test {
            case .range(let range): if values[range.cell] != nil { found[range.cell, default: []].insert(node.test) }
            case .mask(let cell, _): if values[cell] != nil { found[cell, default: []].insert(node.test) }
            case .comparison: break
            }
            open += [node.holds, node.fails]
        }
        // A single range is a test like others.
        let useful = found.filter { cell, tests in
            tests.count > 1 || tests.contains { if case .mask = $0 { true } else { false } }
        }
        let best = useful.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        return best.map { FanChoice(cell: $0.key, count: values[$0.key]!) }
    }

    /// Where a node leads that is in no fan.
    private func leads(from node: BranchNode) -> [Int32] {
        switch node.op {
        case .bail, .end: []
        case .conclude: [node.yes]
        case .table, .choose: (0...node.c).map { node.yes + $0 }
        case .once, .call: [node.b, node.yes]
        default: [node.yes, node.no, node.unknown]
        }
    }
}

extension BranchCompiler {
    /// The fans of what was compiled.
    func fans() -> [Int32: BranchFan] {
        let entries = decisions.compactMap(\.self).flatMap { [$0.entry, $0.promises] }
        return FanMaker(nodes, model.fewValuedCells(layout), from: entries).fans
    }
}
