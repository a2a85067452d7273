// A choice comes to the value beside the first condition that is true. Its conditions are decided when it becomes relevant; before, the
// values that are still possible say something already.
extension CaseSearch {
    func propagateChoice(_ result: Variable, _ choices: [Definition.Choice]) -> Bool {
        var possible: [Int] = []
        var isCertain = false
        for (index, choice) in choices.enumerated() where !assignment.isFalse(choice.condition) {
            possible.append(index)
            isCertain = assignment.isTrue(choice.condition)
            if isCertain { break }
        }
        guard let first = possible.first else { return true }
        if isCertain, possible.count == 1 { return equate(result, choices, first) }
        if assignment.isOpen(choices[first].condition) { excludeFirst(result, choices, first) }
        return !isCertain || holdHull(result, choices, possible)
    }

    /// The first condition that may be true is not where its value cannot be the result.
    private func excludeFirst(_ result: Variable, _ choices: [Definition.Choice], _ first: Int) {
        let mark = antecedents.count
        becauseConditions(choices[..<first])
        guard becauseDiffering(result, choices[first].value) else {
            antecedents.removeLast(antecedents.count - mark)
            return
        }
        let reason = Assignment.Reason.antecedents(start: Int32(mark), count: Int32(antecedents.count - mark))
        assign(!choices[first].condition, because: reason)
    }

    /// Says why two variables cannot be the same; false where they can.
    private func becauseDiffering(_ left: Variable, _ right: Variable) -> Bool {
        if low(left) > high(right) {
            antecedents += [.lower(left, low(left)), .upper(right, low(left) - 1)]
        } else if low(right) > high(left) {
            antecedents += [.lower(right, low(right)), .upper(left, low(right) - 1)]
        } else if domains.isFinite(left), let value = interval(right).single, !domains.contains(left, Int(value)) {
            because(boundsOf: right)
            antecedents.append(.absent(left, Int(value)))
        } else {
            return false
        }
        return true
    }

    private func becauseConditions(_ choices: ArraySlice<Definition.Choice>) {
        for choice in choices {
            if assignment.isFalse(choice.condition) { antecedents.append(.literal(!choice.condition)) }
            if assignment.isTrue(choice.condition) { antecedents.append(.literal(choice.condition)) }
        }
    }

    private func equate(_ result: Variable, _ choices: [Definition.Choice], _ index: Int) -> Bool {
        let edges = links[result.number].choiceEdges
        if !activate(edges[2 * index]) || !activate(edges[2 * index + 1]) { return false }
        let value = choices[index].value
        guard domains.isFinite(result), domains.isFinite(value) else { return true }
        return copyValues(from: [value], to: result, choices[...index])
            && copyValues(from: [result], to: value, choices[...index])
    }

    /// Leaves a finite variable the values that one of some others has.
    private func copyValues(
        from sources: [Variable], to target: Variable, _ choices: ArraySlice<Definition.Choice>
    ) -> Bool {
        var kept = Array(repeating: UInt64(0), count: domains.wordCount(target))
        for source in sources {
            for index in kept.indices where index < domains.wordCount(source) {
                kept[index] |= domains.word(source, index)
            }
        }
        var (isSame, isEmpty) = (true, true)
        for index in kept.indices {
            let word = domains.word(target, index)
            kept[index] &= word
            if kept[index] != word { isSame = false }
            if kept[index] != 0 { isEmpty = false }
        }
        if isSame { return true }
        let mark = antecedents.count
        becauseConditions(choices)
        for source in sources { antecedents.append(.sameValues(source)) }
        if isEmpty {
            conflict = antecedents[mark...] + [.sameValues(target)]
            antecedents.removeLast(antecedents.count - mark)
            return false
        }
        keep(target, kept, mark)
        return true
    }

    /// Where one of several values it must be.
    private func holdHull(_ result: Variable, _ choices: [Definition.Choice], _ possible: [Int]) -> Bool {
        let values = possible.map { choices[$0].value }
        let conditions = choices[...possible.last!]
        if domains.isFinite(result), values.allSatisfy(domains.isFinite) {
            return copyValues(from: values, to: result, conditions)
        }
        let highest = values.map(high).max()!
        let lowest = values.map(low).min()!
        if highest < high(result) {
            let mark = antecedents.count
            becauseConditions(conditions)
            for value in values { antecedents.append(.upper(value, highest)) }
            if !cutHigh(result, to: highest, from: mark) { return false }
        }
        if lowest > low(result) {
            let mark = antecedents.count
            becauseConditions(conditions)
            for value in values { antecedents.append(.lower(value, lowest)) }
            if !raiseLow(result, to: lowest, from: mark) { return false }
        }
        return true
    }
}
