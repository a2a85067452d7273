import Testing
import WritSemantics
import WritTestSupport

@testable import WritEngine

/// A fan leads where the nodes that it stands for lead, and those that reach out of bounds are found out.
@Suite struct BranchFanTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func aFanLeadsWhereItsNodesLead(seed: UInt64) {
        let compiler = Self.compiled(seed)
        let fans = compiler.fans()
        let code = BranchCode(compiler.nodes, fans, spare: compiler.temporaryCount)
        defer { code.memory.deallocate() }
        var random = SplitMix64(seed)
        for fan in fans.values.sorted(by: { $0.root < $1.root }) {
            #expect(BranchVerifier(compiler).isSound(fan))
            let place = UnsafeRawPointer(code.memory + Int(code.place(fan.root)))
            let node = place.assumingMemoryBound(to: BranchNode.self)
            for _ in 0..<200 {
                let facts = Self.facts(fan, compiler.layout.width, &random)
                let way = node.pointee.op == .fan ? FanSlots.way(node, facts) : FanSlots.smallWay(node, facts)
                if way == BranchCode.node(fan.root) {
                    #expect(Self.isSpecial(fan, facts), "asks the nodes about \(facts)")
                } else {
                    let path = Self.path(from: fan.root, compiler.nodes, facts)
                    #expect(path.contains { code.place($0) == way }, "fan \(fan) leads elsewhere for \(facts)")
                }
            }
        }
    }

    @Test func thereAreFans() {
        let counts = (0..<40).map { Self.compiled($0).fans().count }
        #expect(counts.reduce(0, +) > 100)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func whatLeadsOutOfBoundsIsRefused(seed: UInt64) {
        let compiler = Self.compiled(seed)
        let verifier = BranchVerifier(compiler)
        for fan in compiler.fans().values {
            var broken = fan
            broken.ways[0] = fan.root
            #expect(!verifier.isSound(broken))
            broken = fan
            broken.ways.removeLast()
            #expect(!verifier.isSound(broken))
            broken = fan
            if !fan.ranges.isEmpty { broken.ranges[0].cell = Int32(compiler.layout.width) }
            if !fan.comparisons.isEmpty { broken.comparisons[0].b = -1 }
            if fan.choice != nil { broken.choice!.cell = 1 << 20 }
            #expect(!verifier.isSound(broken))
        }
    }

    private static func compiled(_ seed: UInt64) -> BranchCompiler {
        let model = ModelGenerator(seed: seed, isOrdinary: true).model()
        var compiler = BranchCompiler(model, ParamSet(of: model))
        compiler.compile()
        return compiler
    }

    /// Cells at the bounds of the fan's tests and near each other, now and then unknown.
    private static func facts(_ fan: BranchFan, _ width: Int, _ random: inout SplitMix64) -> [Int64] {
        var bounds: [Int64] = [0, 1, 2]
        for range in fan.ranges { bounds += [range.low, range.high].filter { abs($0 / 2) < 1 << 60 } }
        for comparison in fan.comparisons { bounds += [comparison.shift, 20_000, 20_000 + comparison.shift] }
        return (0..<width).map { _ in
            if random.below(40) == 0 { return CaseRow.unknown }
            return bounds[random.below(bounds.count)] + Int64(random.below(3)) - 1
        }
    }

    /// Whether the nodes must be asked: a cell is unknown, none of a choice's values, or no day.
    private static func isSpecial(_ fan: BranchFan, _ facts: [Int64]) -> Bool {
        if let choice = fan.choice, !(0..<Int64(choice.count)).contains(facts[Int(choice.cell)]) { return true }
        if fan.ranges.contains(where: { facts[Int($0.cell)] == CaseRow.unknown }) { return true }
        return fan.comparisons.contains { test in
            facts[Int(test.a)] == CaseRow.unknown || !(test.low...test.high).contains(facts[Int(test.b)])
        }
    }

    /// The nodes that a case with these facts comes to, one test after another.
    private static func path(from root: Int32, _ nodes: [BranchNode], _ facts: [Int64]) -> [Int32] {
        var path = [root]
        while let (test, isTurned) = nodes[Int(path.last!)].fanTest {
            let node = nodes[Int(path.last!)]
            path.append(holds(test, facts) != isTurned ? node.yes : node.no)
        }
        return path
    }

    private static func holds(_ test: FanTest, _ facts: [Int64]) -> Bool {
        switch test {
        case .range(let range): range.low...range.high ~= facts[Int(range.cell)]
        case .comparison(let test): facts[Int(test.a)] <= facts[Int(test.b)] &+ test.shift
        case .mask(let cell, let bits): 0..<64 ~= facts[Int(cell)] && bits >> facts[Int(cell)] & 1 == 1
        }
    }
}
