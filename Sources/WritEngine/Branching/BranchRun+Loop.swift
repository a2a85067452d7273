import WritSemantics
import WritValues

extension BranchRun {
    /// Runs a block; false when the case is the machine's.
    @inline(never)
    mutating func run(_ entry: Int32, _ row: CaseRow) -> Bool {
        let (nodes, facts, temporaries, bases) = (self.nodes, row.cells, self.temporaries, self.bases)
        let unknown = CaseRow.unknown
        bases[0] = facts
        var depth = 0
        var label = entry
        while true {
            var node = nodes.node(label)
            // Most nodes test a fact: from one to the next without a jump through a table. Written out several times, so that
            // the processor learns for each place on the way where it mostly leads.
            chain: while true {
                if node.pointee.op != .rangeOfFact { break chain }
                node = nodes.node(node.way(facts[Int(node.pointee.a)]))
                if node.pointee.op != .rangeOfFact { break chain }
                node = nodes.node(node.way(facts[Int(node.pointee.a)]))
                if node.pointee.op != .rangeOfFact { break chain }
                node = nodes.node(node.way(facts[Int(node.pointee.a)]))
                if node.pointee.op != .rangeOfFact { break chain }
                node = nodes.node(node.way(facts[Int(node.pointee.a)]))
            }
            switch node.pointee.op {
            case .rangeOfFact: preconditionFailure("the chain has it")
            case .fan, .smallFan: label = Self.way(node, facts)
            case .range:
                label = node.way(bases[node.aBase][Int(node.pointee.a)])
            case .mask:
                let value = bases[node.aBase][Int(node.pointee.a)]
                if value == unknown {
                    label = node.pointee.unknown
                } else {
                    label = node.pointee.low >> value & 1 != 0 && value < 64 ? node.pointee.yes : node.pointee.no
                }
            case .less:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                label =
                    a == unknown || b == unknown ? node.pointee.unknown : a < b ? node.pointee.yes : node.pointee.no
            case .lessOrEqual:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                label =
                    a == unknown || b == unknown ? node.pointee.unknown : a <= b ? node.pointee.yes : node.pointee.no
            case .equal:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                label =
                    a == unknown || b == unknown ? node.pointee.unknown : a == b ? node.pointee.yes : node.pointee.no
            case .rangeOfDifference:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                let difference = b &- a
                label = a == unknown || b == unknown ? node.pointee.unknown : node.way(difference)
            case .rangeOfDays:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                if a == unknown {
                    label = node.pointee.unknown
                } else {
                    guard BranchRun.days.contains(a &+ Int64(node.pointee.c)), BranchRun.days.contains(a) else {
                        return false
                    }
                    label = b == unknown ? node.pointee.unknown : node.way(b &- a)
                }
            case .anyInRange, .everyInRange: label = search(node, row)
            case .countInRange, .sumOfCells:
                label = total(node, row)
                if label == BranchNode.bail { return false }
            case .isKnown:
                label = bases[node.aBase][Int(node.pointee.a)] == unknown ? node.pointee.no : node.pointee.yes
            case .set:
                temporaries[Int(node.pointee.a)] = node.pointee.low
                label = node.pointee.yes
            case .copy:
                let source = bases[node.bBase] + Int(node.pointee.b)
                if node.pointee.low == 1 {
                    temporaries[Int(node.pointee.a)] = source.pointee
                } else {
                    temporaries.advanced(by: Int(node.pointee.a)).update(from: source, count: Int(node.pointee.low))
                }
                label = node.pointee.yes
            case .add, .subtract, .multiply, .least, .greatest:
                let (a, b) = (bases[node.bBase][Int(node.pointee.b)], bases[node.cBase][Int(node.pointee.c)])
                if a == unknown || b == unknown {
                    temporaries[Int(node.pointee.a)] = unknown
                } else {
                    let (result, overflow) = node.pointee.op.result(a, b)
                    if overflow || result == unknown { return false }
                    temporaries[Int(node.pointee.a)] = result
                }
                label = node.pointee.yes
            case .moveDate:
                let value = bases[node.bBase][Int(node.pointee.b)]
                if value != unknown {
                    let moved = value &+ node.pointee.low
                    guard BranchRun.days.contains(moved), BranchRun.days.contains(value) else { return false }
                    temporaries[Int(node.pointee.a)] = moved
                } else {
                    temporaries[Int(node.pointee.a)] = unknown
                }
                label = node.pointee.yes
            case .jump: label = node.pointee.yes
            case .once:
                if ran[Int(node.pointee.a)] == caseNumber {
                    label = node.pointee.yes
                } else {
                    ran[Int(node.pointee.a)] = caseNumber
                    returns[depth] = node.pointee.yes
                    depth &+= 1
                    label = node.pointee.b
                }
            case .call:
                returns[depth] = node.pointee.yes
                depth &+= 1
                label = node.pointee.b
            case .end:
                if depth == 0 { return true }
                depth &-= 1
                label = returns[depth]
            case .conclude:
                if !node.conclude(facts, temporaries) { return false }
                if depth == 0 { return true }
                depth &-= 1
                label = returns[depth]
            case .table:
                let values = temporaries + Int(node.pointee.a)
                let row = program.tableIndexes[Int(node.pointee.low)]._withUnsafeGuaranteedRef { $0.row(values) }
                if row == TableIndex.undecidable { return false }
                label = node.pointee.yes + (row == TableIndex.none ? node.pointee.c : row) * BranchNode.stride
            case .choose:
                let number = bases[node.aBase][Int(node.pointee.a)]
                label = node.pointee.yes + Int32(truncatingIfNeeded: number) * BranchNode.stride
            case .loopBegin:
                let run = bases[node.aBase][Int(node.pointee.a)]
                if run == unknown {
                    label = node.pointee.unknown
                } else if CaseRow.count(of: run) == 0 {
                    label = node.pointee.no
                } else {
                    temporaries[Int(node.pointee.b)] = Int64(CaseRow.count(of: run))
                    bases[node.bBase] = elements(run, row)
                    label = node.pointee.yes
                }
            case .loopNext:
                let rest = temporaries + Int(node.pointee.a)
                rest.pointee &-= 1
                if rest.pointee == 0 {
                    label = node.pointee.no
                } else {
                    bases[node.bBase] += Int(node.pointee.low)
                    label = node.pointee.yes
                }
            case .bail: return false
            default:
                label = perform(node, row)
                if label == BranchNode.bail { return false }
            }
        }
    }
}

extension BranchRun {
    /// Runs a block that is likely to be fans and a conclusion; false when the case is the machine's.
    ///
    /// What all nodes can do needs so many registers that saving them takes longer than a small decision.
    @inline(__always)
    mutating func reach(_ entry: Int32, _ row: CaseRow) -> Bool {
        let facts = row.cells
        var label = entry
        while true {
            let node = nodes.node(label)
            if node.pointee.op == .fan {
                label = FanSlots.way(node, facts)
            } else if node.pointee.op == .smallFan {
                label = FanSlots.smallWay(node, facts)
            } else if node.pointee.op == .conclude {
                return node.conclude(facts, temporaries)
            } else {
                return run(label, row)
            }
        }
    }

    /// Where a fan leads, in registers of its own.
    @inline(never)
    private static func way(_ node: UnsafePointer<BranchNode>, _ facts: UnsafePointer<Int64>) -> Int32 {
        node.pointee.op == .fan ? FanSlots.way(node, facts) : FanSlots.smallWay(node, facts)
    }
}

extension UnsafeRawPointer {
    @inline(__always)
    fileprivate func node(_ label: Int32) -> UnsafePointer<BranchNode> {
        (self + Int(label)).assumingMemoryBound(to: BranchNode.self)
    }
}

extension BranchOp {
    @inline(__always)
    fileprivate func result(_ a: Int64, _ b: Int64) -> (Int64, Bool) {
        switch self {
        case .add: a.addingReportingOverflow(b)
        case .subtract: a.subtractingReportingOverflow(b)
        case .multiply: a.multipliedReportingOverflow(by: b)
        case .least: (min(a, b), false)
        default: (max(a, b), false)
        }
    }
}

extension UnsafePointer<BranchNode> {
    /// Where a value leads in a test of a range. Unknown is in no range, so it is looked for last.
    @inline(__always)
    fileprivate func way(_ value: Int64) -> Int32 {
        // A branch, and no choice between two labels: the processor then reads on where it expects to go, in place of
        // waiting for the fact. On mixed cases that halves the time of a decision.
        if _fastPath(UInt64(bitPattern: value &- pointee.low) > UInt64(bitPattern: pointee.high)) {
            if _slowPath(value == CaseRow.unknown) { return pointee.unknown }
            return pointee.no
        }
        return pointee.yes
    }

    /// Writes down what was concluded; false where a cell that belongs to it is unknown.
    @inline(__always)
    fileprivate func conclude(
        _ facts: UnsafePointer<Int64>, _ temporaries: UnsafeMutablePointer<Int64>
    ) -> Bool {
        temporaries[Int(pointee.a)] = pointee.low
        temporaries[Int(pointee.b)] = pointee.high
        let source = pointee.cBase == .fact ? facts : UnsafePointer<Int64>(temporaries)
        let value = source[Int(pointee.c)]
        temporaries[Int(pointee.no)] = value
        return value != CaseRow.unknown
    }

    // The bases as indices.
    @inline(__always) var aBase: Int { Int(pointee.aBase.number) }
    @inline(__always) var bBase: Int { Int(pointee.bBase.number) }
    @inline(__always) var cBase: Int { Int(pointee.cBase.number) }
}
