import Testing
import WritSemantics
import WritTestSupport

@testable import WritEngine

/// Programs with one thing changed that leads out of bounds are found out.
@Suite struct BranchVerifierTests {
    @Test(arguments: [3, 8, 21, 34, 55] as [UInt64])
    func whatLeadsOutOfBoundsIsRefused(seed: UInt64) {
        let model = ModelGenerator(seed: seed, isOrdinary: true).model()
        var compiler = BranchCompiler(model, ParamSet(of: model))
        compiler.compile()
        #expect(BranchVerifier(compiler).isSound)
        var random = SplitMix64(seed)
        let count = compiler.nodes.count
        for _ in 0..<400 {
            let place = 1 + random.below(count - 1)
            var broken = compiler
            guard Self.breakSomething(&broken.nodes[place], count, random.below(5)) else { continue }
            #expect(!BranchVerifier(broken).isSound, "node \(place): \(broken.nodes[place])")
        }
    }

    /// Changes what the node uses; false where it does not use it.
    private static func breakSomething(_ node: inout BranchNode, _ count: Int, _ choice: Int) -> Bool {
        switch choice {
        case 0: node.yes = Int32(count + 7)
        case 1: node.no = -3
        case 2: node.unknown = Int32(count)
        case 3:
            if node.op == .jump || node.op == .end || node.op == .bail || node.op == .compare || node.op == .call {
                return false
            }
            node.a = 1 << 24
            // Of an element the loop's base is known, and not the width.
            if node.aBase.number >= 2 { return false }
        default:
            switch node.op {
            case .once, .call: node.b = Int32(count + 1)
            case .loopBegin, .loopNext: node.bBase = CellBase(number: 60_001)
            case .compare, .round, .time, .textTest, .like, .isWhole, .equalParts: node.low = 1 << 20
            default: return false
            }
        }
        return true
    }
}
