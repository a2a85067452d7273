import WritSemantics

extension SymbolicEvaluation {
    func make(_ id: DecisionID, _ arguments: [Symbol]) -> DecisionSymbol {
        let decision = model[id]
        if decision.rules.count > ruleLimit { return unfollowed(id, arguments) }
        let locals = SymbolicLocals(decision.parameters, arguments)
        for column in decision.columns { locals.columns[column.local] = column.value }
        let making = Making(
            id: id, decision: decision,
            conditions: decision.rules.map { truth($0.condition, locals) },
            conclusions: decision.rules.map { conclude($0.conclusion, locals) },
            otherwise: decision.otherwise.map { conclude($0, locals) },
            undetermined: decision.undetermined.map { conclude($0, locals) })
        switch decision.mode {
        case .first: return makeFirst(making)
        case .unique: return makeUnique(making)
        case .collect, .sum, .min, .max, .count: return makeCollected(making)
        }
    }

    /// A decision with its rules evaluated.
    struct Making {
        var id: DecisionID
        var decision: Decision
        var conditions: [Truth]
        var conclusions: [ConclusionSymbol]
        var otherwise: ConclusionSymbol?
        var undetermined: ConclusionSymbol?
    }

    /// A table too large for formulas: any outcome may be.
    private func unfollowed(_ id: DecisionID, _ arguments: [Symbol]) -> DecisionSymbol {
        unfollowed.insert(id)
        let decision = model[id]
        let name = "decision \(id.index)\(mark.tables)"
        let status = opaque("\(name) is determined", arguments, .boolean, known: .yes, faulted: .no)
        let fault = opaque("\(name) is faulted", arguments, .boolean, known: .yes, faulted: .no)
        let determined = truth(of: status).isTrue
        let faulted = table.all([!determined, truth(of: fault).isTrue])
        let outcome = opaque(name, arguments, decision.type, known: determined, faulted: faulted)
        return DecisionSymbol(
            id: id, conditions: [], reached: [], answers: [], conclusions: [], otherwise: .no, uncovered: .no,
            overlapping: .no, determined: determined, faulted: faulted,
            undetermined: table.all([!determined, !faulted]), outcome: outcome, isOpaque: true)
    }

    // MARK: First and unique

    private func makeFirst(_ making: Making) -> DecisionSymbol {
        // What is true of all rules before the one looked at.
        var noneTrue = Formula.yes
        var noneHeld = Formula.yes
        var heldFault = Formula.no
        var held: [Held] = []
        var reached: [Formula] = []
        var answers: [Formula] = []
        var faults: [Formula] = []
        for (condition, conclusion) in zip(making.conditions, making.conclusions) {
            let isReached = table.all([noneTrue, condition.isTrue])
            reached.append(isReached)
            answers.append(table.all([isReached, conclusion.known, agreed(held, conclusion)]))
            faults.append(table.all([isReached, table.any([heldFault, conclusion.faulted])]))
            note(condition, conclusion, &held, &heldFault, &noneHeld)
            noneTrue = table.all([noneTrue, !condition.isTrue])
        }
        return settle(
            making, reached: reached, answers: answers, faults: faults,
            end: End(isReached: noneTrue, held: held, heldFault: heldFault, noneHeld: noneHeld), overlapping: .no)
    }

    /// A rule that may be held, and what it would conclude.
    private struct Held {
        var isHeld: Formula
        var conclusion: ConclusionSymbol
    }

    private func note(
        _ condition: Truth, _ conclusion: ConclusionSymbol, _ held: inout [Held], _ fault: inout Formula,
        _ noneHeld: inout Formula
    ) {
        let isHeld = table.isHeld(condition)
        if isHeld == .no { return }
        held.append(Held(isHeld: isHeld, conclusion: conclusion))
        fault = table.any([fault, condition.isFaulted, table.all([isHeld, conclusion.faulted])])
        noneHeld = table.all([noneHeld, !isHeld])
    }

    private func agreed(_ held: [Held], _ conclusion: ConclusionSymbol) -> Formula {
        table.all(held.map { table.any([!$0.isHeld, agree($0.conclusion, conclusion)]) })
    }

    private func makeUnique(_ making: Making) -> DecisionSymbol {
        var (noneTrue, several) = (Formula.yes, Formula.no)
        for condition in making.conditions {
            several = table.any([several, table.all([!noneTrue, condition.isTrue])])
            noneTrue = table.all([noneTrue, !condition.isTrue])
        }
        var held: [Held] = []
        var heldFault = Formula.no
        var noneHeld = Formula.yes
        for (condition, conclusion) in zip(making.conditions, making.conclusions) {
            note(condition, conclusion, &held, &heldFault, &noneHeld)
        }
        let reached = making.conditions.map { table.all([$0.isTrue, !several]) }
        let answers = zip(reached, making.conclusions).map {
            table.all([$0, $1.known, agreed(held, $1)])
        }
        var faults = zip(reached, making.conclusions).map { table.all([$0, table.any([heldFault, $1.faulted])]) }
        faults.append(several)
        return settle(
            making, reached: reached, answers: answers, faults: faults,
            end: End(isReached: noneTrue, held: held, heldFault: heldFault, noneHeld: noneHeld), overlapping: several)
    }

    /// Where the search ends without a rule.
    private struct End {
        var isReached: Formula
        var held: [Held]
        var heldFault: Formula
        var noneHeld: Formula
    }

    private func settle(
        _ making: Making, reached: [Formula], answers: [Formula], faults: [Formula], end: End, overlapping: Formula
    ) -> DecisionSymbol {
        var faults = faults
        var otherwise = Formula.no
        var uncovered = Formula.no
        if let conclusion = making.otherwise {
            otherwise = table.all([end.isReached, conclusion.known, agreed(end.held, conclusion)])
            faults.append(table.all([end.isReached, table.any([end.heldFault, conclusion.faulted])]))
        } else {
            uncovered = table.all([end.isReached, end.noneHeld])
            faults += [uncovered, table.all([end.isReached, end.heldFault])]
        }
        var choices = zip(answers, making.conclusions).compactMap { answer, conclusion in
            conclusion.value.map { (condition: answer, value: $0) }
        }
        if let value = making.otherwise?.value { choices.append((otherwise, value)) }
        let determined = table.any(answers + [otherwise])
        return finish(
            making, reached: reached, answers: answers, otherwise: otherwise, uncovered: uncovered,
            overlapping: overlapping, determined: determined, faulted: table.all([!determined, table.any(faults)]),
            outcome: merge(choices))
    }

    func finish(
        _ making: Making, reached: [Formula], answers: [Formula], otherwise: Formula, uncovered: Formula,
        overlapping: Formula, determined: Formula, faulted: Formula, outcome: Symbol
    ) -> DecisionSymbol {
        var faulted = faulted
        var toReaders = outcome
        let open = table.all([!determined, !faulted])
        if let instead = making.undetermined, let value = instead.value {
            let answered = table.all([open, instead.known])
            toReaders = merge([(determined, outcome), (answered, value)])
            faulted = table.any([faulted, table.all([open, instead.faulted])])
        } else {
            toReaders.known = table.all([determined, outcome.known])
        }
        toReaders.faulted = faulted
        return DecisionSymbol(
            id: making.id, conditions: making.conditions, reached: reached, answers: answers,
            conclusions: making.conclusions, otherwise: otherwise, otherwiseConclusion: making.otherwise,
            undeterminedConclusion: making.undetermined,
            uncovered: uncovered, overlapping: overlapping, determined: determined, faulted: faulted,
            undetermined: table.all([!determined, !faulted]), outcome: toReaders)
    }
}

extension SymbolicEvaluation {
    /// A decision asked from outside: its arguments, if it takes any, may be anything.
    func asked(_ id: DecisionID) -> DecisionSymbol { decision(id, arguments(of: model[id])) }

    func arguments(of decision: Decision) -> [Symbol] {
        decision.parameterSlots.map { slot in
            leaf(
                roots.argument(slot, of: decision), slot.type,
                LeafKind(isOptional: slot.isOptional, bounds: slot.bounds))
        }
    }
}

extension CaseReader {
    /// The arguments that a decision is asked with.
    func arguments(of id: DecisionID) -> [Datum] {
        let decision = evaluation.model[id]
        return decision.parameterSlots.map { slot in
            let name = evaluation.roots.argument(slot, of: decision)
            return value(name, slot, FactPath(fact: FactID(0), name: slot.name))
        }
    }
}
