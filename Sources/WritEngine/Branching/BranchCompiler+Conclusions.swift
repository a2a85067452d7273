import WritSemantics

/// What a rule answers: its value, and the arguments of its actions.
extension BranchCompiler {
    mutating func conclusions(
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
    mutating func conclusion(
        _ conclusion: Conclusion, _ number: Int64, _ made: BranchDecision, _ end: Label
    ) throws(Obstacle) -> (Label, BranchConclusion) {
        if conclusion.actions.isEmpty, let term = conclusion.value, let cell = constantCell(term) {
            let node = BranchNode(
                op: .conclude, a: made.rule, b: made.result.index, yes: end, low: number, high: cell)
            return (try emit(node), BranchConclusion(arguments: [], because: nil, holes: []))
        }
        // The last node writes down the number, and of a case that is made its tag.
        var (cell, content) = (made.rule, number)
        if case .makeCase(_, let tag, _) = conclusion.value?.kind {
            (cell, content) = (made.result.index, Int64(tag))
        } else if conclusion.value == nil {
            (cell, content) = (made.result.index, 0)
        }
        let last = try emit(
            BranchNode(op: .conclude, a: made.rule, b: cell, yes: end, low: number, high: content))
        let actions = try arguments(conclusion, next: last)
        let shown = BranchConclusion(arguments: actions.places, because: nil, holes: [])
        guard let term = conclusion.value else { return (actions.label, shown) }
        if case .makeCase(let id, let tag, let parts) = term.kind {
            let required = try requireFields(ofCase: tag, of: id, made.result, next: actions.label)
            return (try self.parts(parts, tag, of: id, into: made.result, next: required), shown)
        }
        let required = try require(term, term.type, made.result, next: actions.label)
        return (try value(term, into: made.result, next: required), shown)
    }

    /// Works out the arguments of the actions; those that must be known are looked at.
    mutating func arguments(
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
    mutating func require(
        _ term: Term, _ type: WritType, _ place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        if let datum = constantDatum(term), !datum.hasUnknownPart { return next }
        return try require(type, place, next: next)
    }

    /// One node looks at all parts where there are lists among them.
    mutating func demand(
        _ type: WritType, _ place: CellPlace, isOptional: Bool, next: Label
    ) throws(Obstacle) -> Label {
        demands.append(BranchDemand(type: type, isOptional: isOptional))
        let targets = BranchTargets(yes: next, no: BranchNode.bail, unknown: BranchNode.bail)
        return try test(.isWhole, place, low: Int64(demands.count - 1), targets)
    }

    mutating func require(_ type: WritType, _ place: CellPlace, next: Label) throws(Obstacle) -> Label {
        let parts = try requireParts(type, place, next: next)
        return try test(.isKnown, place, BranchTargets(yes: parts, no: BranchNode.bail, unknown: BranchNode.bail))
    }

    /// The parts of a value that is known or may be unknown.
    mutating func requireParts(_ type: WritType, _ place: CellPlace, next: Label) throws(Obstacle) -> Label {
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
                let inside = try requireFields(ofCase: number, of: id, place, next: next)
                label = try range(
                    place, Int64(number)...Int64(number), BranchTargets(yes: inside, no: label, unknown: next))
            }
            return label
        case .list: return try demand(type, place, isOptional: true, next: next)
        default: return next
        }
    }

    /// The fields of a case that the variant is known to be in.
    private mutating func requireFields(
        ofCase number: Int, of id: VariantID, _ place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        var label = next
        for (index, slot) in model[id].cases[number].fields.enumerated().reversed() {
            let part = place.advanced(by: layout.offset(of: index, inCase: number, of: id))
            label = try requirePart(slot, part, next: label)
        }
        return label
    }

    mutating func requirePart(_ slot: Slot, _ place: CellPlace, next: Label) throws(Obstacle) -> Label {
        slot.isOptional
            ? try requireParts(slot.type, place, next: next) : try require(slot.type, place, next: next)
    }

    /// The block that works out the values that a reason shows. A reason with an obstacle is told by the machine.
    mutating func because(_ conclusion: Conclusion, _ shown: inout BranchConclusion) {
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
}
