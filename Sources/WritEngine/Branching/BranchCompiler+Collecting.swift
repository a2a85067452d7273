import WritSemantics

/// Decisions that all rules that apply answer together.
extension BranchCompiler {
    /// Begins with no rule that applied.
    mutating func collecting(
        _ decision: Decision, _ made: BranchDecision, _ next: Label
    ) throws(Obstacle) -> Label {
        let room = try emit(
            BranchNode(op: .reserve, a: made.fired.index, c: Int32(decision.rules.count), yes: next, low: 1))
        return try set(CellPlace(base: .temporary, index: made.rule), -1, next: room)
    }

    /// A rule applies.
    mutating func fire(_ rule: Int, _ made: BranchDecision, next: Label) throws(Obstacle) -> Label {
        let number = constant(Int64(rule))
        return try emit(
            BranchNode(op: .append, bBase: number.base, a: made.fired.index, b: number.index, yes: next, low: 1))
    }

    /// What is totalled.
    mutating func score(
        _ decision: Decision, _ made: inout BranchDecision, _ conclusions: [Label], _ end: Label
    ) throws(Obstacle) -> Label {
        let (total, number, one) = (temporary(), temporary(), constant(1))
        let finish = try copy(total, to: made.result, width: 1, next: end)
        let nothing: Label
        if decision.otherwise != nil {
            nothing = conclusions[decision.rules.count]
        } else {
            nothing = decision.mode == .sum || decision.mode == .count ? finish : BranchNode.bail
        }
        var next = try range(number, 0...0, BranchTargets(yes: nothing, no: finish, unknown: BranchNode.bail))
        for index in decision.rules.indices.reversed() {
            let fired = try fire(index, made, next: next)
            let count = try operation(.add, number, one, into: number, next: fired)
            let add = try self.add(
                decision.rules[index].conclusion, decision.mode, &made.conclusions[index], number, total, next: count)
            next = try condition(
                decision.rules[index].condition, BranchTargets(yes: add, no: next, unknown: BranchNode.bail))
        }
        next = try set(number, 0, next: next)
        return try set(total, 0, next: next)
    }

    mutating func add(
        _ conclusion: Conclusion, _ mode: Decision.Mode, _ shown: inout BranchConclusion, _ number: CellPlace,
        _ total: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let (checked, places) = try arguments(conclusion, next: next)
        shown.arguments = places
        guard let term = conclusion.value else {
            return try operation(.add, total, constant(1), into: total, next: checked)
        }
        return try value(term) { compiler, place throws(Obstacle) in
            let label: Label
            switch mode {
            case .count: label = try compiler.operation(.add, total, compiler.constant(1), into: total, next: checked)
            case .min, .max:
                let op: BranchOp = mode == .min ? .least : .greatest
                let first = try compiler.copy(place, to: total, width: 1, next: checked)
                let further = try compiler.operation(op, total, place, into: total, next: checked)
                label = try compiler.range(
                    number, 0...0, BranchTargets(yes: first, no: further, unknown: BranchNode.bail))
            default: label = try compiler.operation(.add, total, place, into: total, next: checked)
            }
            return try compiler.require(term, term.type, place, next: label)
        }
    }

    /// A list of what the rules that apply give, for the decision's readers.
    mutating func collect(
        _ decision: Decision, _ made: inout BranchDecision, _ conclusions: [Label], _ end: Label
    ) throws(Obstacle) -> Label {
        guard case .list(let element) = decision.type else { throw Obstacle("a collection of no list") }
        let width = layout.width(of: element)
        var next = end
        if let otherwise = decision.otherwise {
            // `otherwise` is an element, or the list.
            let isList = otherwise.value?.type == decision.type
            let reached = isList ? conclusions[decision.rules.count] : BranchNode.bail
            next = try emit(BranchNode(op: .isEmpty, a: made.result.index, yes: reached, no: end))
        }
        for index in decision.rules.indices.reversed() {
            let conclusion = decision.rules[index].conclusion
            guard let term = conclusion.value else { throw Obstacle("a collection of nothing") }
            let following = next
            let fired = try fire(index, made, next: following)
            let (checked, places) = try arguments(conclusion, next: fired)
            made.conclusions[index].arguments = places
            let add = try value(term) { compiler, place throws(Obstacle) in
                let append = try compiler.emit(
                    BranchNode(
                        op: .append, bBase: place.base, a: made.result.index, b: place.index, yes: checked,
                        low: Int64(width)))
                return try compiler.require(term, term.type, place, next: append)
            }
            next = try condition(
                decision.rules[index].condition, BranchTargets(yes: add, no: following, unknown: BranchNode.bail))
        }
        return try emit(
            BranchNode(
                op: .reserve, a: made.result.index, c: Int32(decision.rules.count), yes: next, low: Int64(width)))
    }
}
