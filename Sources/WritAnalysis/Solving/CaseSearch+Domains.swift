import WritValues

// Narrowing domains. The antecedents of each conclusion have been appended to the list, from a mark on; they are taken off again where
// there is nothing to conclude.
extension CaseSearch {
    func low(_ variable: Variable) -> Int128 { domains.low[variable.number] }
    func high(_ variable: Variable) -> Int128 { domains.high[variable.number] }
    func interval(_ variable: Variable) -> Interval {
        Interval(domains.low[variable.number], domains.high[variable.number])
    }

    /// - Returns: false where nothing is left; then ``conflict`` says why.
    func raiseLow(_ variable: Variable, to bound: Int128, from mark: Int) -> Bool {
        let (low, high) = (low(variable), high(variable))
        if bound <= low || bound > high {
            return settle(bound <= low, .upper(variable, Saturating.add(bound, -1)), mark)
        }
        if domains.isFinite(variable) { return remove(variable, from: low, below: bound, mark) }
        if isCreeping(variable, isLow: true, by: Saturating.add(bound, Saturating.negate(low)), mark) { return true }
        domains.setLow(variable, bound, start: mark, count: antecedents.count - mark)
        noteNarrowing(of: variable, low: low, high: high)
        return true
    }

    func cutHigh(_ variable: Variable, to bound: Int128, from mark: Int) -> Bool {
        let (low, high) = (low(variable), high(variable))
        if bound >= high || bound < low {
            return settle(bound >= high, .lower(variable, Saturating.add(bound, 1)), mark)
        }
        if domains.isFinite(variable) { return remove(variable, from: bound + 1, below: high + 1, mark) }
        if isCreeping(variable, isLow: false, by: Saturating.add(high, Saturating.negate(bound)), mark) { return true }
        domains.setHigh(variable, bound, start: mark, count: antecedents.count - mark)
        noteNarrowing(of: variable, low: low, high: high)
        return true
    }

    /// Nothing to conclude, or a contradiction.
    private func settle(_ isKnown: Bool, _ opposite: Antecedent, _ mark: Int) -> Bool {
        if !isKnown { conflict = antecedents[mark...] + [opposite] }
        antecedents.removeLast(antecedents.count - mark)
        return isKnown
    }

    /// Whether a bound has moved so often that it may only move further by a good part of what is left. Equations over large domains would
    /// otherwise be solved one unit at a time; to leave a bound where it is, is never wrong.
    private func isCreeping(_ variable: Variable, isLow: Bool, by distance: @autoclosure () -> Int128, _ mark: Int)
        -> Bool
    {
        guard domains.narrowings(variable, isLow: isLow, upTo: 32) == 32 else { return false }
        let (low, high) = (low(variable), high(variable))
        let width = low == .min || high == .max ? Int128.max : Saturating.add(high, Saturating.negate(low))
        if width < 64 || distance() > width / 16 { return false }
        antecedents.removeLast(antecedents.count - mark)
        return true
    }

    private func remove(_ variable: Variable, from low: Int128, below high: Int128, _ mark: Int) -> Bool {
        var kept = Array(domains.words(of: variable))
        for value in Int(low)..<Int(high) { kept[value >> 6] &= ~(1 << UInt64(value & 63)) }
        keep(variable, kept, mark)
        return true
    }

    /// Keeps of a finite variable values of which there are some.
    func keep(_ variable: Variable, _ kept: [UInt64], _ mark: Int) {
        let (low, high) = (low(variable), high(variable))
        domains.keep(variable, kept, start: mark, count: antecedents.count - mark)
        noteNarrowing(of: variable, low: low, high: high)
    }

    /// Tells everybody of an event.
    func noteNarrowing(of variable: Variable, low: Int128, high: Int128) {
        queue.note(variable)
        settleBounds(variable, low: low, high: high)
        for node in links[variable.number].members { settleMember(Int(node)) }
    }

    /// Makes an atom of a finite variable, or its negation, hold.
    func restrict(_ variable: Variable, to mask: ValueMask, _ literal: Formula) -> Bool {
        var kept = Array(domains.words(of: variable))
        var (isSame, isEmpty) = (true, true)
        for index in kept.indices {
            let left = kept[index] & (literal.isNegated ? ~mask.words[index] : mask.words[index])
            if left != kept[index] { isSame = false }
            if left != 0 { isEmpty = false }
            kept[index] = left
        }
        if isSame { return true }
        if isEmpty {
            conflict = [.literal(literal), .excluded(literal)]
            return false
        }
        let mark = antecedents.count
        antecedents.append(.literal(literal))
        keep(variable, kept, mark)
        return true
    }

    private func settleMember(_ node: Int) {
        let literal = Formula(node: node)
        guard assignment.isOpen(literal), cone.contains(node: node), case .atom(let atom) = table.nodes[node],
            let truth = entailed(atom)
        else { return }
        assign(truth ? literal : !literal, because: .domains(time: Int32(domains.events.count)))
    }

    /// Gives the atoms their truth that compare the variable with a bound between its old bounds and its new ones.
    private func settleBounds(_ variable: Variable, low oldLow: Int128, high oldHigh: Int128) {
        let (low, high) = (low(variable), high(variable))
        let slot = variable.number
        if links[slot].bounds.isEmpty { return }
        if low > oldLow {
            var place = links[slot].place(of: oldLow)
            while place < links[slot].bounds.count, links[slot].bounds[place].bound < low {
                settleBound(!Formula(node: Int(links[slot].bounds[place].node)))
                place += 1
            }
        }
        if high < oldHigh {
            var place = links[slot].place(of: high)
            while place < links[slot].bounds.count, links[slot].bounds[place].bound < oldHigh {
                settleBound(Formula(node: Int(links[slot].bounds[place].node)))
                place += 1
            }
        }
    }

    private func settleBound(_ literal: Formula) {
        guard assignment.isOpen(literal), cone.contains(node: literal.node) else { return }
        assign(literal, because: .domains(time: Int32(domains.events.count)))
    }
}
