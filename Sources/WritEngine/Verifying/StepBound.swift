/// The most steps that the blocks of a plan can take, each with what it calls. A loop's body counts once for each
/// element of a list of the length given.
struct StepBound {
    private(set) var ofBlocks: [Int] = []

    init(_ plan: Plan, listLength: Int) {
        for block in plan.blocks {
            // The steps of the loops that are open, the outermost first, and before them those outside of loops.
            var totals = [0]
            for instruction in plan.code[Int(block.start)..<Int(block.end)] {
                if instruction.opcode == .loopBegin { totals.append(0) }
                var steps = calls(instruction, plan)
                if instruction.opcode == .loopNext { steps = totals.removeLast().adding(1).times(listLength) }
                totals[totals.count - 1] = totals[totals.count - 1].adding(steps).adding(1)
            }
            ofBlocks.append(totals[0])
        }
    }

    private func calls(_ instruction: Instruction, _ plan: Plan) -> Int {
        switch instruction.opcode {
        case .call: ofBlocks[Int(instruction.a)]
        case .once: ofBlocks[Int(instruction.b)]
        case .settle:
            plan.decisions[Int(instruction.a)].conclusions.reduce(0) { $0.adding(ofBlocks[Int($1.block)]).adding(1) }
        default: 0
        }
    }
}

extension Int {
    fileprivate func adding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    fileprivate func times(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
