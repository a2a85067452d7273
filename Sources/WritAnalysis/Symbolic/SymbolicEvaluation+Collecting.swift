import WritSemantics

extension SymbolicEvaluation {
    /// All rules that apply, together.
    func makeCollected(_ making: Making) -> DecisionSymbol {
        var known: [Formula] = []
        var faults: [Formula] = []
        var noneTrue = Formula.yes
        for (condition, conclusion) in zip(making.conditions, making.conclusions) {
            known += [!table.isHeld(condition), table.any([!condition.isTrue, conclusion.known])]
            faults += [condition.isFaulted, table.all([condition.isTrue, conclusion.faulted])]
            noneTrue = table.all([noneTrue, !condition.isTrue])
        }
        let settled = table.all(known)
        let ofNothing = table.all([settled, noneTrue])
        var otherwise = Formula.no
        var uncovered = Formula.no
        if let conclusion = making.otherwise {
            otherwise = table.all([ofNothing, conclusion.known])
            faults.append(table.all([ofNothing, conclusion.faulted]))
        } else if making.decision.mode == .min || making.decision.mode == .max {
            uncovered = ofNothing
            faults.append(uncovered)
        }
        let outcome = together(making, ofOtherwise: otherwise)
        let isThere = table.all([settled, table.any([!ofNothing, otherwise, Formula(!needsOtherwise(making))])])
        let determined = table.all([isThere, outcome.known])
        let faulted = table.all([!determined, table.any(faults + [table.all([isThere, !outcome.known])])])
        let answers = making.conditions.map { table.all([determined, $0.isTrue]) }
        return finish(
            making, reached: making.conditions.map(\.isTrue), answers: answers,
            otherwise: table.all([determined, otherwise]), uncovered: uncovered, overlapping: .no,
            determined: determined, faulted: faulted, outcome: outcome)
    }

    /// Whether an answer of no rules must come from `otherwise`.
    private func needsOtherwise(_ making: Making) -> Bool {
        if making.otherwise != nil { return true }
        return making.decision.mode == .min || making.decision.mode == .max
    }

    /// What the rules that apply give together. Means something where all of them are settled.
    private func together(_ making: Making, ofOtherwise otherwise: Formula) -> Symbol {
        let decision = making.decision
        let otherwiseValue = making.otherwise?.value
        switch decision.mode {
        case .collect:
            var parts = zip(making.conditions, making.conclusions).compactMap { condition, conclusion in
                conclusion.value.map { ListSymbol.Part.element(isThere: condition.isTrue, $0) }
            }
            if let value = otherwiseValue {
                if decision.otherwise?.value?.type == decision.type, case .list(let list) = value.content {
                    parts += list.parts.map { $0.there(where: otherwise, table) }
                } else {
                    parts.append(.element(isThere: otherwise, value))
                }
            }
            return Symbol(.list(ListSymbol(parts: parts)))
        case .count:
            let flags = making.conditions.map { (Int128(1), flag($0.isTrue)) }
            let count = Symbol(.count(linear(flags, name: decision.heading.name)))
            return replaced(count, otherwise, otherwiseValue ?? Symbol(.count(table.constant(0))))
        case .sum:
            let zero = table.constant(0)
            let parts = counts(making).map { (Int128(1), chosen($0.condition, $0.value, else: zero)) }
            let total = bounded(Symbol(.count(linear(parts, name: decision.heading.name))))
            return replaced(total, otherwise, otherwiseValue)
        default:
            let isLeast = decision.mode == .min
            let far = table.constant(isLeast ? Int128(1) << 100 : -(Int128(1) << 100))
            let values = counts(making).map { chosen($0.condition, $0.value, else: far) }
            let best =
                values.isEmpty
                ? far
                : table.define(.extreme(isLeast ? .least : .greatest, values), name: decision.heading.name)
            return replaced(Symbol(.count(best)), otherwise, otherwiseValue)
        }
    }

    private func counts(_ making: Making) -> [(condition: Formula, value: Variable)] {
        zip(making.conditions, making.conclusions).compactMap { condition, conclusion in
            guard case .count(let value)? = conclusion.value?.content else { return nil }
            return (condition.isTrue, value)
        }
    }

    private func replaced(_ symbol: Symbol, _ otherwise: Formula, _ value: Symbol?) -> Symbol {
        guard let value, otherwise != .no else { return symbol }
        return merge([(otherwise, value), (!otherwise, symbol)])
    }
}
