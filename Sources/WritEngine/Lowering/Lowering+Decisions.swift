import WritSemantics
import WritValues

extension Lowering {
    /// The places of a decision that others refer to; its blocks come later.
    mutating func decisionPlaces(_ decision: Decision) -> DecisionPlan {
        let parameters = decision.parameters.map { place(model[$0].type) }
        for (local, place) in zip(decision.parameters, parameters) { locals[local] = .place(place.slot) }
        return DecisionPlan(
            name: decision.heading.name, mode: decision.mode, block: -1, parameters: parameters,
            result: place(decision.type), flag: parameters.isEmpty ? flag() : nil,
            conclusionState: newSlots(ShapeTable.boolean), rules: [], ruleNames: decision.rules.map(\.name),
            location: decision.heading.location, type: decision.type)
    }

    mutating func decision(_ id: DecisionID) {
        let decision = model[id]
        let name = decision.heading.name
        let columns = decision.columns.map { column($0, of: name) }
        var shared = SlotPool()
        var conclusions = decision.rules.map { conclusion($0.conclusion, "\(name).\($0.name)", id, &shared) }
        plan.decisions[id.index].otherwise = decision.otherwise.map { conclusion($0, "\(name).otherwise", id, &shared) }
        plan.decisions[id.index].undetermined = decision.undetermined.map {
            conclusion($0, "\(name).undetermined", id, &shared)
        }
        swap(&plan.decisions[id.index].rules, &conclusions)
        plan.decisions[id.index].block = block(
            "decision \(name)", parameters: plan.decisions[id.index].parameters,
            results: [plan.decisions[id.index].result]
        ) { lowering in
            for flag in columns { lowering.emit(.forget, a: flag) }
            lowering.emit(.enter, a: Int32(id.index))
            lowering.rules(decision, Int32(id.index))
            lowering.emit(.settle, a: Int32(id.index))
        }
    }

    private mutating func column(_ column: TableColumn, of decision: String) -> Int32 {
        let (flag, place) = (flag(), place(column.value.type))
        let block = block("column \(decision).\(model[column.local].name)", results: [place]) {
            $0.value(column.value, into: place.slot)
        }
        locals[column.local] = .column(flag: flag, block: block, slot: place.slot)
        if isNarrow(column.value) { narrowLocals.insert(column.local) }
        return flag
    }

    private mutating func rules(_ decision: Decision, _ number: Int32) {
        let settle = label()
        for index in decision.rules.indices {
            scoped { lowering in
                let group = lowering.group(isConjunction: true)
                lowering.operand(decision.rules[index].condition, in: group)
                if decision.mode == .first {
                    let instruction = lowering.emit(.endRule, a: group.accumulator, b: number, c: Int32(index))
                    lowering.labels.wait(group.exit, for: instruction, .d)
                    lowering.labels.wait(settle, for: instruction, .e)
                } else {
                    lowering.emit(.noteRule, a: group.accumulator, b: number, c: Int32(index))
                }
                lowering.mark(group.exit)
            }
        }
        mark(settle)
    }

    /// The blocks of a conclusion. The conclusions of a decision share their temporaries: no two run at once.
    private mutating func conclusion(
        _ conclusion: Conclusion, _ name: String, _ decision: DecisionID, _ shared: inout SlotPool
    ) -> ConclusionPlan {
        let number = Int32(decision.index)
        var value: Place?
        var actions: [ActionPlan] = []
        let mark = shared.mark
        let block = block(name, conclusionOf: number, sharing: shared) { lowering in
            lowering.emit(.beginConclusion, a: number)
            if let term = conclusion.value {
                value = lowering.kept(term)
                lowering.require(value!, of: term, isOptional: false, number)
            }
            for call in conclusion.actions { actions.append(lowering.action(call, number)) }
        }
        shared = lastPool
        shared.release(to: mark)
        let because = conclusion.because.map { template in
            var message: Int32 = 0
            let block = self.block(name + ".because", conclusionOf: number, sharing: shared) {
                message = $0.message(template)
            }
            return (block: block, message: message)
        }
        shared = lastPool
        return ConclusionPlan(
            block: block, value: value, actions: actions, because: because, source: conclusion.source,
            location: conclusion.location)
    }

    private mutating func action(_ call: ActionCall, _ decision: Int32) -> ActionPlan {
        let slots = model[call.action].parameters
        let arguments = zip(call.arguments, slots).map { argument, slot -> Place? in
            guard let argument else { return nil }
            let place = kept(argument)
            require(place, of: argument, isOptional: slot.isOptional, decision)
            return place
        }
        return ActionPlan(action: call.action, arguments: arguments, location: call.location)
    }

    /// A value in slots that stay taken to the end of the block.
    private mutating func kept(_ term: Term) -> Place {
        let shape = shape(term.type)
        let slot = temporary(shape)
        scoped { $0.value(term, into: slot) }
        return Place(slot: slot, shape: shape)
    }

    /// What is made on the spot is known itself, and so are constants: only the parts that can be unknown are looked
    /// at.
    private mutating func require(_ place: Place, of term: Term, isOptional: Bool, _ decision: Int32) {
        switch (term.kind, plan.shapes[place.shape].kind) {
        case (.constant(let datum), _) where !datum.hasUnknownPart: return
        case (.makeRecord(_, let terms), .record(_, let fields)): return require(terms, fields, of: place, decision)
        case (.makeCase(_, let index, let terms), .variant(_, let cases)):
            return require(terms, cases[index], of: place, decision)
        default: break
        }
        emit(.require, a: decision, b: place.slot, c: place.shape, d: isOptional ? 1 : 0)
    }

    /// A part that was left out is an optional one, and no fault.
    private mutating func require(_ terms: [Term?], _ parts: [Shape.Part], of whole: Place, _ decision: Int32) {
        for (term, part) in zip(terms, parts) {
            guard let term else { continue }
            let place = Place(slot: whole.slot + Int32(part.offset), shape: part.shape)
            require(place, of: term, isOptional: part.isOptional, decision)
        }
    }
}
