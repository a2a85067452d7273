import WritSemantics

extension BranchCompiler {
    mutating func decision(_ id: DecisionID) throws(Obstacle) {
        let decision = model[id]
        let outer = locals
        defer { locals = outer }
        var made = BranchDecision(
            entry: BranchNode.bail, flag: decision.parameters.isEmpty ? flag() : nil,
            parameters: decision.parameters.map { temporary(layout.width(of: model[$0].type)) },
            rule: temporary().index, result: temporary(layout.width(of: decision.type)),
            fired: temporary(), conclusions: [],
            promises: BranchNode.bail)
        for (local, place) in zip(decision.parameters, made.parameters) { locals[local] = .place(place) }
        made.entry = try block { compiler, end throws(Obstacle) in
            try compiler.columns(decision) { compiler throws(Obstacle) in
                let conclusions = try compiler.conclusions(decision, &made, end)
                return switch decision.mode {
                case .first: try compiler.first(decision, conclusions)
                case .unique: try compiler.unique(decision, conclusions)
                case .collect:
                    try compiler.collecting(decision, made, compiler.collect(decision, &made, conclusions, end))
                default: try compiler.collecting(decision, made, compiler.score(decision, &made, conclusions, end))
                }
            }
        }
        for (number, conclusion) in decision.allConclusions.enumerated() {
            because(conclusion, &made.conclusions[number])
        }
        decisions[id.index] = made
    }

    // MARK: Columns

    /// The columns of tables: a cell that is there already, or a block that runs when it is first read. Where a decision
    /// takes arguments they are worked out when it begins.
    private mutating func columns(
        _ decision: Decision, _ make: (inout BranchCompiler) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        var eager: [(CellPlace, Term)] = []
        for column in decision.columns {
            if let datum = constantDatum(column.value) {
                locals[column.local] = .constant(datum)
            } else if let place = place(of: column.value) {
                locals[column.local] = .place(place)
            } else if decision.parameters.isEmpty {
                locals[column.local] = .block(try block(of: column.value))
            } else {
                let place = temporary(layout.width(of: column.value.type))
                locals[column.local] = .place(place)
                eager.append((place, column.value))
            }
        }
        var label = try make(&self)
        for (place, term) in eager.reversed() { label = try value(term, into: place, next: label) }
        return label
    }

    /// Where a term's value lies without anything being done.
    private func place(of term: Term) -> CellPlace? {
        switch term.kind {
        case .fact(let id): return CellPlace(base: .fact, index: Int32(layout.facts[id.index]))
        case .local(let id):
            if case .place(let place) = locals[id] { return place }
            return nil
        case .field(let record, let index):
            guard case .record(let id) = record.type, let whole = place(of: record) else { return nil }
            return whole.advanced(by: layout.offset(of: index, in: id))
        default: return nil
        }
    }

    // MARK: Modes

    /// Rule by rule; a rule that is held is the machine's.
    private mutating func first(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label {
        let rules = decision.rules.count
        var next = decision.otherwise == nil ? BranchNode.bail : conclusions[rules]
        for index in decision.rules.indices.reversed() {
            next = try condition(
                decision.rules[index].condition,
                BranchTargets(yes: conclusions[index], no: next, unknown: BranchNode.bail))
        }
        return next
    }

    /// All rules; the second that applies is the machine's.
    private mutating func unique(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label {
        let found = temporary()
        let none = Int64(decision.rules.count)
        var next = try choose(found, decision, conclusions)
        for index in decision.rules.indices.reversed() {
            let take = try set(found, Int64(index), next: next)
            let isFirst = try range(
                found, none...none, BranchTargets(yes: take, no: BranchNode.bail, unknown: BranchNode.bail))
            next = try condition(
                decision.rules[index].condition, BranchTargets(yes: isFirst, no: next, unknown: BranchNode.bail))
        }
        return try set(found, none, next: next)
    }

    /// A jump to the conclusion that a cell names.
    private mutating func choose(
        _ place: CellPlace, _ decision: Decision, _ conclusions: [Label]
    ) throws(Obstacle) -> Label {
        let first = try rowOfConclusions(decision, conclusions)
        return try emit(BranchNode(op: .choose, aBase: place.base, a: place.index, yes: first))
    }

    /// The conclusions' beginnings, one after another: the rules', then that of `otherwise`.
    mutating func rowOfConclusions(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label {
        let otherwise = decision.otherwise == nil ? BranchNode.bail : conclusions[decision.rules.count]
        let labels = conclusions.prefix(decision.rules.count) + [otherwise]
        let first = Label(nodes.count)
        for label in labels {
            let node = nodes[Int(label)]
            _ = try emit(node.op == .conclude ? node : BranchNode(op: .jump, yes: label))
        }
        return first
    }

    /// Begins with no rule that applied.
    private mutating func collecting(
        _ decision: Decision, _ made: BranchDecision, _ next: Label
    ) throws(Obstacle) -> Label {
        let room = try emit(
            BranchNode(op: .reserve, a: made.fired.index, c: Int32(decision.rules.count), yes: next, low: 1))
        return try set(CellPlace(base: .temporary, index: made.rule), -1, next: room)
    }

    /// A rule applies.
    private mutating func fire(_ rule: Int, _ made: BranchDecision, next: Label) throws(Obstacle) -> Label {
        let number = constant(Int64(rule))
        return try emit(
            BranchNode(op: .append, bBase: number.base, a: made.fired.index, b: number.index, yes: next, low: 1))
    }

    /// What is totalled.
    private mutating func score(
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

    private mutating func add(
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
    private mutating func collect(
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

    // MARK: Conclusions

    private mutating func conclusions(
        _ decision: Decision, _ made: inout BranchDecision, _ end: Label
    ) throws(Obstacle) -> [Label] {
        var labels: [Label] = []
        for (number, conclusion) in decision.allConclusions.enumerated() {
            var (label, shown) = (BranchNode.bail, BranchConclusion(arguments: [], because: nil, holes: []))
            do throws(Obstacle) { (label, shown) = try self.conclusion(conclusion, Int64(number), made, end) } catch {
                label = try obstacle(error)
            }
            labels.append(label)
            made.conclusions.append(shown)
        }
        return labels
    }

    /// Where a conclusion begins, and what answers show of it.
    private mutating func conclusion(
        _ conclusion: Conclusion, _ number: Int64, _ made: BranchDecision, _ end: Label
    ) throws(Obstacle) -> (Label, BranchConclusion) {
        if conclusion.actions.isEmpty, let term = conclusion.value, let cell = constantCell(term) {
            let node = BranchNode(
                op: .conclude, a: made.rule, b: made.result.index, yes: end, low: number, high: cell)
            return (try emit(node), BranchConclusion(arguments: [], because: nil, holes: []))
        }
        let rule = CellPlace(base: .temporary, index: made.rule)
        let reached = try set(rule, number, next: end)
        let actions = try arguments(conclusion, next: reached)
        let shown = BranchConclusion(arguments: actions.places, because: nil, holes: [])
        guard let term = conclusion.value else { return (try set(made.result, 0, next: actions.label), shown) }
        let required = try require(term, term.type, made.result, next: actions.label)
        return (try value(term, into: made.result, next: required), shown)
    }

    /// Works out the arguments of the actions; those that must be known are looked at.
    private mutating func arguments(
        _ conclusion: Conclusion, next: Label
    ) throws(Obstacle) -> (label: Label, places: [[CellPlace?]]) {
        var label = next
        var places: [[CellPlace?]] = []
        for call in conclusion.actions.reversed() {
            let slots = model[call.action].parameters
            var own: [CellPlace?] = []
            for (term, slot) in zip(call.arguments, slots).reversed() {
                guard let term else { own.append(nil); continue }
                let place = temporary(layout.width(of: term.type))
                if !slot.isOptional {
                    label = try require(term, term.type, place, next: label)
                } else {
                    label = try requireParts(term.type, place, next: label)
                }
                label = try value(term, into: place, next: label)
                own.append(place)
            }
            places.append(own.reversed())
        }
        return (label, places.reversed())
    }

    /// A value that must be known, and so must its parts but for the optional ones; else the case is the machine's.
    private mutating func require(
        _ term: Term, _ type: WritType, _ place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        if let datum = constantDatum(term), !datum.hasUnknownPart { return next }
        return try require(type, place, next: next)
    }

    /// One node looks at all parts where there are lists among them.
    private mutating func demand(
        _ type: WritType, _ place: CellPlace, isOptional: Bool, next: Label
    ) throws(Obstacle) -> Label {
        demands.append(BranchDemand(type: type, isOptional: isOptional))
        let targets = BranchTargets(yes: next, no: BranchNode.bail, unknown: BranchNode.bail)
        return try test(.isWhole, place, low: Int64(demands.count - 1), targets)
    }

    private mutating func require(_ type: WritType, _ place: CellPlace, next: Label) throws(Obstacle) -> Label {
        let parts = try requireParts(type, place, next: next)
        return try test(.isKnown, place, BranchTargets(yes: parts, no: BranchNode.bail, unknown: BranchNode.bail))
    }

    /// The parts of a value that is known or may be unknown.
    private mutating func requireParts(_ type: WritType, _ place: CellPlace, next: Label) throws(Obstacle) -> Label {
        switch type {
        case .record(let id):
            var label = next
            for (index, slot) in model[id].fields.enumerated().reversed() {
                label = try requirePart(slot, place.advanced(by: layout.offset(of: index, in: id)), next: label)
            }
            if label == next { return next }
            return try test(.isKnown, place, BranchTargets(yes: label, no: next, unknown: next))
        case .variant(let id):
            var label = next
            for (number, variantCase) in model[id].cases.enumerated().reversed() where !variantCase.fields.isEmpty {
                var inside = next
                for (index, slot) in variantCase.fields.enumerated().reversed() {
                    let part = place.advanced(by: layout.offset(of: index, inCase: number, of: id))
                    inside = try requirePart(slot, part, next: inside)
                }
                label = try range(
                    place, Int64(number)...Int64(number), BranchTargets(yes: inside, no: label, unknown: next))
            }
            return label
        case .list: return try demand(type, place, isOptional: true, next: next)
        default: return next
        }
    }

    private mutating func requirePart(_ slot: Slot, _ place: CellPlace, next: Label) throws(Obstacle) -> Label {
        slot.isOptional
            ? try requireParts(slot.type, place, next: next) : try require(slot.type, place, next: next)
    }

    /// The block that works out the values that a reason shows. A reason with an obstacle is told by the machine.
    private mutating func because(_ conclusion: Conclusion, _ shown: inout BranchConclusion) {
        guard let template = conclusion.because else { return }
        let outer = locals
        defer { locals = outer }
        do {
            var holes: [[CellPlace]] = []
            shown.because = try block { compiler, end throws(Obstacle) in
                var label = end
                for text in template.texts {
                    var own: [CellPlace] = []
                    for case .hole(let term) in text.segments {
                        let place = compiler.temporary(compiler.layout.width(of: term.type))
                        label = try compiler.value(term, into: place, next: label)
                        own.append(place)
                    }
                    holes.append(own)
                }
                return label
            }
            shown.holes = holes
        } catch {
            shown.because = BranchNode.bail
        }
    }

    // MARK: Reading and promises

    /// What a decision's readers see.
    mutating func decision(
        _ id: DecisionID, _ arguments: [Term], _ use: (inout BranchCompiler, CellPlace) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        guard let decision = decisions[id.index] else {
            throw Obstacle("it reads \(model[id].heading.name): \(obstacles[id.index] ?? "not made here")")
        }
        if let flag = decision.flag {
            let next = try use(&self, decision.result)
            return try emit(BranchNode(op: .once, a: flag, b: decision.entry, yes: next))
        }
        return try places(arguments[...], []) { compiler, places throws(Obstacle) in
            // The result of one call is kept apart: there may be another before it is read.
            let width = compiler.layout.width(of: compiler.model[id].type)
            let result = compiler.temporary(width)
            let next = try use(&compiler, result)
            let kept = try compiler.copy(decision.result, to: result, width: width, next: next)
            var label = try compiler.emit(BranchNode(op: .call, b: decision.entry, yes: kept))
            let parameters = zip(decision.parameters, compiler.model[id].parameters)
            for ((parameter, local), place) in zip(parameters, places) {
                let width = compiler.layout.width(of: compiler.model[local].type)
                label = try compiler.copy(place, to: parameter, width: width, next: label)
            }
            return label
        }
    }

    /// For each decision the block that looks at its promises.
    mutating func promises() {
        let reach = PromiseReach(model)
        for index in decisions.indices {
            guard decisions[index] != nil else { continue }
            do {
                decisions[index]!.promises = try block { compiler, end throws(Obstacle) in
                    var label = end
                    for number in reach.promises(for: DecisionID(index)).reversed() {
                        let promise = compiler.model.promises[number]
                        let targets = BranchTargets(yes: label, no: BranchNode.bail, unknown: label)
                        let turned = BranchTargets(yes: BranchNode.bail, no: label, unknown: label)
                        label = try compiler.condition(promise.condition, promise.isNever ? turned : targets)
                    }
                    return label
                }
            } catch {
                decisions[index] = nil
                obstacles[index] = "a promise: \(error.reason)"
            }
        }
    }
}

extension Decision {
    /// Those that a search can reach, in the order of their numbers.
    var allConclusions: [Conclusion] { rules.map(\.conclusion) + (otherwise.map { [$0] } ?? []) }
}
