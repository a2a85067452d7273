import WritSemantics

/// Looks once at every node of a program: places, labels and numbers of tables are in bounds, and the way through leads
/// backwards but for loops. So the run need not look, and every run ends.
///
/// A program is made by one compiler and cannot come from outside; this guards against a mistake in it. A program that does
/// not pass is not run, and all its cases are the machine's.
struct BranchVerifier {
    let compiler: BranchCompiler
    private var nodes: [BranchNode] { compiler.nodes }

    init(_ compiler: BranchCompiler) { self.compiler = compiler }

    /// Whether nothing is out of bounds.
    var isSound: Bool {
        nodes.first?.op == .bail && nodes.indices.allSatisfy { isSound(nodes[$0], at: Int32($0)) }
            && compiler.decisions.allSatisfy { $0.map(isSound) ?? true }
    }

    /// Whether a fan looks at facts only, and leads to nodes that were there before the one it stands for.
    func isSound(_ fan: BranchFan) -> Bool {
        let cells = [fan.choice?.cell ?? 0] + fan.ranges.map(\.cell) + fan.comparisons.flatMap { [$0.a, $0.b] }
        return nodes.indices.contains(Int(fan.root)) && fan.ways.count == fan.wayCount
            && fan.ranges.count <= BranchFan.mostRanges && fan.comparisons.count <= BranchFan.mostComparisons
            && 0...BranchFan.mostValues ~= fan.choice?.count ?? 0
            && cells.allSatisfy { holds(Cell(.fact, $0)) } && fan.ways.allSatisfy { $0 >= 0 && $0 < fan.root }
    }

    private func isSound(_ node: BranchNode, at label: Int32) -> Bool {
        let leads = [node.yes, node.no, node.unknown]
        // What a node leads to was there before it. Only the next element begins the body again, which was made after.
        let isBack = node.op == .loopNext
        guard leads.allSatisfy({ $0 >= 0 && (isBack ? Int($0) < nodes.count : $0 < label) || label == 0 }) else {
            return false
        }
        return areOperandsSound(node, at: label)
    }

    private func areOperandsSound(_ node: BranchNode, at label: Int32) -> Bool {
        let (a, b, c) = (Cell(node.aBase, node.a), Cell(node.bBase, node.b), Cell(node.cBase, node.c))
        let width = Int(node.low)
        switch node.op {
        case .rangeOfFact: return node.aBase == .fact && holds(a)
        case .range, .mask, .isKnown, .isEmpty: return holds(a)
        case .isWhole: return holds(a) && compiler.demands.indices.contains(width)
        case .anyInRange, .everyInRange: return isLoopSound(width)
        case .countInRange, .sumOfCells: return writes(node.a) && isLoopSound(width)
        case .less, .lessOrEqual, .equal, .rangeOfDifference, .rangeOfDays: return holds(a) && holds(b)
        case .equalParts: return holds(a) && holds(b) && compiler.typePairs.indices.contains(width)
        case .compare: return compiler.comparisons.indices.contains(width)
        case .textTest: return holds(a) && holds(b) && compiler.textTests.indices.contains(width)
        case .like: return holds(a) && compiler.patterns.indices.contains(width)
        case .set: return writes(node.a)
        case .copy: return writes(node.a, width) && holds(b, width)
        case .add, .subtract, .multiply, .least, .greatest: return writes(node.a) && holds(b) && holds(c)
        case .negate, .scale, .moveDate, .textLength, .plainText: return writes(node.a) && holds(b)
        case .round: return writes(node.a) && compiler.roundings.indices.contains(width)
        case .time: return writes(node.a) && compiler.times.indices.contains(width)
        case .reserveLike: return writes(node.a) && holds(b) && width > 0
        case .reserve: return writes(node.a) && node.c >= 0 && width > 0
        case .append: return writes(node.a) && holds(b, width) && width > 0
        case .once: return isFlag(node.a) && isBlock(node.b, before: label)
        case .call: return isBlock(node.b, before: label)
        case .table:
            return compiler.tables.indices.contains(width) && writes(node.a)
                && isRow(from: node.yes, count: node.c, before: label)
        case .choose: return holds(a) && isRow(from: node.yes, count: node.c, before: label)
        case .loopBegin: return holds(a) && writes(node.b) && isLoop(node.bBase) && width > 0
        case .loopNext: return writes(node.a) && isLoop(node.bBase) && width > 0
        case .conclude: return writes(node.a) && writes(node.b)
        case .jump, .end, .bail: return true
        case .fan, .smallFan: return false
        }
    }

    private struct Cell {
        var base: CellBase
        var index: Int32
        init(_ base: CellBase, _ index: Int32) {
            self.base = base
            self.index = index
        }
    }

    /// Elements are as wide as the loop over them says, which the compiler takes from the same layout.
    private func holds(_ cell: Cell, _ width: Int = 1) -> Bool {
        guard cell.index >= 0, width > 0 else { return false }
        switch cell.base {
        case .fact: return Int(cell.index) + width <= compiler.layout.width
        case .temporary: return writes(cell.index, width)
        default: return isLoop(cell.base)
        }
    }

    /// The cells of a whole loop are in the element.
    private func isLoopSound(_ number: Int) -> Bool {
        guard compiler.wholeLoops.indices.contains(number) else { return false }
        let loop = compiler.wholeLoops[number]
        return holds(Cell(loop.list.base, loop.list.index)) && loop.width > 0 && (0..<loop.width).contains(loop.first)
            && (-1..<loop.width).contains(loop.second) && (-1..<loop.width).contains(loop.filter)
    }

    private func writes(_ index: Int32, _ width: Int = 1) -> Bool {
        index >= 0 && width > 0 && Int(index) + width <= Int(compiler.temporaryCount)
    }

    private func isLoop(_ base: CellBase) -> Bool { base.number >= 2 && Int(base.number) < 2 + compiler.loopCount }
    private func isFlag(_ flag: Int32) -> Bool { flag >= 0 && flag < compiler.flagCount }
    private func isBlock(_ entry: Int32, before label: Int32) -> Bool { entry >= 0 && entry < label }

    /// Conclusions one after another, the last being that of no row.
    private func isRow(from first: Int32, count: Int32, before label: Int32) -> Bool {
        first >= 0 && count >= 0 && first + count < label
    }

    private func isSound(_ decision: BranchDecision) -> Bool {
        let entries =
            [decision.entry, decision.promises] + decision.conclusions.compactMap(\.because)
            + (decision.trace?.entries ?? [])
        return entries.allSatisfy { $0 >= 0 && Int($0) < nodes.count } && writes(decision.rule)
            && writes(decision.fired.index) && decision.flag.map(isFlag) ?? true
            && decision.trace.map { writes($0.first, max(1, $0.starts.last!)) } ?? true
    }
}
