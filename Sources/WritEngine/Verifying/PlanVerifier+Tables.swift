import WritSemantics

extension PlanVerifier {
    /// Places, constants and messages name slots that hold what they say.
    func tables() throws(PlanFlaw) {
        try shapes()
        for fact in plan.facts { try place(fact) }
        for param in plan.params {
            try place(param.place)
            if let flag = param.flag { try index32(flag, plan.flagCount, nil) }
        }
        for constant in plan.constants { _ = try shape(at: constant.slot, nil) }
        for list in plan.constantLists { try place(list.place) }
        for message in plan.messages {
            for case .hole(let hole, _) in message.texts.flatMap(\.segments) { try place(hole) }
        }
        for promise in plan.promises {
            try index32(promise.block, plan.blocks.count, nil)
            try value(at: promise.result, ShapeTable.boolean, nil)
        }
        for rounding in plan.roundings {
            try require(
                rounding.unit > 0 && (0...38).contains(rounding.scale) && (0...38).contains(rounding.unitScale),
                .brokenTable)
        }
    }

    /// Parts lie inside their whole.
    private func shapes() throws(PlanFlaw) {
        let count = plan.shapes.shapes.count
        for shape in plan.shapes.shapes {
            var parts: [Shape.Part] = []
            switch shape.kind {
            case .record(_, let fields): parts = fields
            case .variant(_, let cases): parts = Array(cases.joined())
            case .list(let element): try index32(element, count, nil)
            default: break
            }
            for part in parts {
                try index32(part.shape, count, nil)
                try require(part.offset > 0 && part.offset + plan.shapes[part.shape].width <= shape.width, .brokenTable)
            }
        }
    }

    // MARK: Decisions

    func decisions() throws(PlanFlaw) {
        for index in plan.decisions.indices {
            let decision = plan.decisions[index]
            try index32(decision.block, plan.blocks.count, nil)
            for parameter in decision.parameters { try place(parameter) }
            try place(decision.result)
            try value(at: decision.conclusionState, ShapeTable.boolean, nil)
            try require(decision.ruleNames.count == decision.rules.count, .brokenDecision)
            if let flag = decision.flag { try index32(flag, plan.flagCount, nil) }
            for conclusion in decision.conclusions { try self.conclusion(conclusion, of: index) }
            try results(decision)
            try outline(decision, index)
        }
    }

    private func conclusion(_ conclusion: ConclusionPlan, of decision: Int) throws(PlanFlaw) {
        try index32(conclusion.block, plan.blocks.count, nil)
        try require(plan.blocks[Int(conclusion.block)].conclusionOf == Int32(decision), .brokenDecision)
        try require(conclusion.block < plan.decisions[decision].block, .callOutOfOrder)
        if let value = conclusion.value { try place(value) }
        for action in conclusion.actions { for case let argument? in action.arguments { try place(argument) } }
        guard let because = conclusion.because else { return }
        try index32(because.block, plan.blocks.count, nil)
        try index32(because.message, plan.messages.count, nil)
    }

    /// The values of the conclusions are what the result takes.
    private func results(_ decision: DecisionPlan) throws(PlanFlaw) {
        let shapes = plan.shapes
        let result = decision.result.shape
        var wanted = result
        if decision.mode == .collect {
            guard case .list(let element) = shapes[result].kind else {
                throw PlanFlaw(.brokenDecision, "a list is collected")
            }
            wanted = element
        } else if decision.mode.isCollecting {
            try require(meets(result, .count), .brokenDecision)
        }
        for rule in decision.rules where decision.mode != .count {
            try require(
                rule.value.map { shapes.agree($0.shape, wanted) && shapes[$0.shape].width == shapes[wanted].width }
                    ?? false, .brokenDecision)
        }
        for other in [decision.otherwise, decision.undetermined].compactMap(\.self) {
            guard let value = other.value else {
                try require(decision.mode == .count, .brokenDecision)
                continue
            }
            try require(shapes.agree(value.shape, result) || shapes.agree(value.shape, wanted), .brokenDecision)
        }
        if let undetermined = decision.undetermined?.value {
            try require(shapes.agree(undetermined.shape, result), .brokenDecision)
        }
    }

    /// A decision's block forgets its columns, enters, tries rules, settles and ends; no jump leaves anything of it
    /// out.
    private func outline(_ decision: DecisionPlan, _ index: Int) throws(PlanFlaw) {
        let block = plan.blocks[Int(decision.block)]
        let code = plan.code[Int(block.start)..<Int(block.end)]
        let enter = code.firstIndex { $0.opcode != .forget } ?? code.startIndex
        let settle = code.endIndex - 2
        try require(
            settle > enter && code[enter].opcode == .enter && code[settle].opcode == .settle, .brokenDecision, at: enter
        )
        for place in code.indices {
            let instruction = code[place]
            let isMarker = instruction.opcode == .enter || instruction.opcode == .settle
            try require(!isMarker || place == enter || place == settle, .brokenDecision, at: place)
            // A true rule's conclusion comes back to where its jump goes.
            try require(instruction.opcode != .endRule || Int(instruction.e) == settle, .brokenDecision, at: place)
            for (operand, role) in zip(instruction.operands, instruction.opcode.signature) where role == .target {
                try require(Int(operand) <= settle, .brokenDecision, at: place)
            }
        }
    }
}
