/// What became of a set of choices when values were looked for.
enum TrialResult {
    case found(Valuation)
    /// The literals, which are true, leave no values.
    case refuted([Formula])
    /// Not settled with the steps that it was given.
    case exhausted
}

/// The values that are being tried.
struct TrialState {
    fileprivate var values: [Int128] = []
    /// By variable, the last attempt that has worked out its value.
    fileprivate var stamps: [Int32] = []
    /// Variables whose definition had no value in the last attempt.
    fileprivate var free: [Variable] = []
    fileprivate var stamp: Int32 = 0
    fileprivate var stepsLeft = 0
    fileprivate var base = 0
    /// Where a linear program has found its last solution.
    var hints: [Variable: Int128] = [:]
    /// By edge, the number of the trial that made it count.
    var edgeTrials: [Int32: Int] = [:]
    /// The order of results that follows from that of what goes in; nil is not looked for yet.
    var derived: [DerivedEdge]?

    fileprivate mutating func begin(variables: Int) {
        stamp += 1
        free.removeAll(keepingCapacity: true)
        values.append(contentsOf: repeatElement(0, count: variables - values.count))
        stamps.append(contentsOf: repeatElement(0, count: variables - stamps.count))
    }

    fileprivate mutating func set(_ variable: Variable, _ value: Int128) {
        values[variable.number] = value
        stamps[variable.number] = stamp
    }

    fileprivate func isKnown(_ variable: Variable) -> Bool { stamps[variable.number] == stamp }
}

// Values for the variables on which the goals rest: each is tried where it is most likely to do, and halved until nothing is left. What
// contradicts a trial is followed back to the literals and the trials that it rests on, so that a trial that is not to blame is not
// varied (conflict-directed backjumping, Prosser 1993).
extension CaseSearch {
    private enum Outcome {
        case found(Valuation)
        case refuted(Explanation)
        case exhausted
    }

    func findValues(share: Int) -> TrialResult {
        trials.stepsLeft = share
        trials.base = level
        trials.derived = nil
        switch searchValues(depth: 0, last: nil) {
        case .found(let valuation): return .found(valuation)
        case .refuted(let explanation): return .refuted(explanation.literals)
        case .exhausted:
            backtrack(to: trials.base)
            hardness = hardestCalculation
            return .exhausted
        }
    }

    private var hardestCalculation: Hardness {
        for case .variable(let variable) in relevance.items {
            switch table[variable].definition {
            case nil, .choice: continue
            case .linear(let parts, _): if parts.isEmpty { continue }
            default: break
            }
            return .calculation(table[variable].name)
        }
        return .budget
    }

    private func searchValues(depth: Int, last: Variable?) -> Outcome {
        if let valuation = guess(.plain) ?? guess(.least) ?? guess(.greatest) { return .found(valuation) }
        if let blamed = linearContradiction() {
            return .refuted(explain(blamed, from: domains.events.count, base: trials.base))
        }
        if !trials.hints.isEmpty, let valuation = guess(.hinted) { return .found(valuation) }
        // Deeper than any question that is about to be settled, and the stack has an end.
        if depth > 2000 { return .exhausted }
        if let extreme = nextExtreme() { return searchSources(of: extreme, depth, last) }
        guard let variable = nextVariable() else { return .refuted(wholeBlame(depth)) }
        for value in candidates(for: variable, isAgain: variable == last) {
            let outcome = attempt(depth, last: nil) { narrowForTrial(variable, value...value, depth) }
            guard case .refuted(let explanation) = outcome, explanation.trials.contains(depth) else { return outcome }
        }
        guard let halves = halves(of: variable) else { return .exhausted }
        var blame = Explanation()
        for half in halves {
            let outcome = attempt(depth, last: variable) { narrowForTrial(variable, half, depth) }
            guard case .refuted(let explanation) = outcome, explanation.trials.contains(depth) else { return outcome }
            blame.add(explanation, without: depth)
        }
        return .refuted(blame)
    }

    /// An extreme is one of its values: each is tried.
    private func searchSources(of extreme: Variable, _ depth: Int, _ last: Variable?) -> Outcome {
        var blame = Explanation()
        for edge in links[extreme.number].extremeEdges {
            let outcome = attempt(depth, last: last) {
                trials.edgeTrials[edge] = depth
                return activate(edge)
            }
            guard case .refuted(let explanation) = outcome, explanation.trials.contains(depth) else { return outcome }
            blame.add(explanation, without: depth)
        }
        return .refuted(blame)
    }

    /// A relevant extreme with many values left of which it is not known which one it is.
    private func nextExtreme() -> Variable? {
        for case .variable(let variable) in relevance.items {
            let edges = links[variable.number].extremeEdges
            if edges.count < 2 || Saturating.add(high(variable), Saturating.negate(low(variable))) < 16 { continue }
            if !edges.contains(where: differences.isActive) { return variable }
        }
        return nil
    }

    /// Goes on with something more that is assumed.
    private func attempt(_ depth: Int, last: Variable?, assume: () -> Bool) -> Outcome {
        pay(1)
        if trials.stepsLeft <= 0 || stepsLeft <= 0 { return .exhausted }
        let before = level
        openLevel()
        if assume(), propagate() {
            let outcome = searchValues(depth: depth + 1, last: last)
            if case .found = outcome { return outcome }
            backtrack(to: before)
            return outcome
        }
        let explanation = explain(conflict, from: domains.events.count, base: trials.base)
        backtrack(to: before)
        return .refuted(explanation)
    }

    /// Takes steps off the question and off the share of this set of choices.
    func pay(_ steps: Int) {
        spend(steps)
        trials.stepsLeft -= steps
    }

    /// Everything that was decided and tried is to blame.
    private func wholeBlame(_ depth: Int) -> Explanation {
        Explanation(
            literals: levels[..<trials.base].dropFirst().map { assignment.trail[$0.trail] }, trials: Array(0..<depth))
    }

    // MARK: Guesses

    private enum Guess { case plain, least, greatest, hinted }

    /// The values worked out from those given to what is not defined, plain ones or ends of what is left, if they make all that is relevant
    /// true.
    private func guess(_ guess: Guess) -> Valuation? {
        trials.begin(variables: table.variables.count)
        for case .formula(let literal) in relevance.items {
            guard case .atom(let atom) = table.nodes[literal.node] else { continue }
            if holds(atom, guess) != !literal.isNegated { return nil }
        }
        var valuation = Valuation()
        for case .variable(let variable) in relevance.items {
            let value = value(of: variable, guess)
            if table[variable].definition == nil || trials.free.contains(variable) {
                valuation.values[variable] = value
            }
        }
        return valuation
    }

    private func holds(_ atom: Atom, _ guess: Guess) -> Bool? {
        switch atom {
        case .member(let variable, let mask): return mask.contains(Int(clamping: value(of: variable, guess)))
        case .atMost(let variable, let bound): return value(of: variable, guess) <= bound
        case .difference(let left, let right, let bound):
            let (difference, isOver) = value(of: left, guess).subtractingReportingOverflow(value(of: right, guess))
            return isOver ? nil : difference <= bound
        }
    }

    private func value(of variable: Variable, _ guess: Guess) -> Int128 {
        if trials.isKnown(variable) { return trials.values[variable.number] }
        var value: Int128?
        if let definition = table[variable].definition {
            value = self.value(of: definition, guess)
            if value == nil { trials.free.append(variable) }
        }
        let found = value ?? freeValue(of: variable, guess)
        trials.set(variable, found)
        return found
    }

    private func value(of definition: Definition, _ guess: Guess) -> Int128? {
        if case .choice(let choices) = definition {
            return choices.first { assignment.isTrue($0.condition) }.map { value(of: $0.value, guess) }
        }
        return definition.evaluate(definition.variables.map { value(of: $0, guess) }) { assignment.isTrue($0) }
    }

    /// A plain value, or an end of what is left, or 0 where that is far out.
    private func freeValue(of variable: Variable, _ guess: Guess) -> Int128 {
        let (low, high) = (low(variable), high(variable))
        if guess == .plain, !domains.isFinite(variable) { return plainValue(of: variable) }
        if guess == .hinted, !domains.isFinite(variable), let hint = trials.hints[variable] {
            return min(max(hint, low), high)
        }
        let far: UInt128 = 1 << 120
        let ends = guess == .greatest ? [high, low] : [low, high]
        return ends.first { $0.magnitude < far } ?? (low <= 0 && high >= 0 ? 0 : ends[0])
    }

    /// The value nearest to a plain one of those that are left.
    private func plainValue(of variable: Variable) -> Int128 {
        min(max(table.plain.count(table[variable].type), low(variable)), high(variable))
    }

    // MARK: Trials

    /// The variable with the fewest values left of those on which the others depend.
    private func nextVariable() -> Variable? {
        var best: (variable: Variable, width: Int128)?
        for case .variable(let variable) in relevance.items where !domains.isFixed(variable) {
            if table[variable].definition != nil, !trials.free.contains(variable) { continue }
            let width = Saturating.add(high(variable), Saturating.negate(low(variable)))
            if best == nil || width < best!.width { best = (variable, width) }
        }
        return best?.variable
    }

    private func candidates(for variable: Variable, isAgain: Bool) -> [Int128] {
        let (low, high) = (low(variable), high(variable))
        if domains.isFinite(variable) || Saturating.add(high, Saturating.negate(low)) < 4 { return [] }
        if isAgain { return low == .min || high == .max ? [] : [Self.middle(low, high)] }
        var found: [Int128] = []
        let hint = trials.hints[variable] ?? low
        for value in [hint, plainValue(of: variable), low, high, 0]
        where value >= low && value <= high && value != .min && value != .max {
            if !found.contains(value) { found.append(value) }
        }
        return found
    }

    /// The mean, rounded down, without an intermediate that could overflow.
    static func middle(_ left: Int128, _ right: Int128) -> Int128 { (left & right) + ((left ^ right) >> 1) }

    /// Two parts that have all that is left between them; nil where it goes on too far.
    private func halves(of variable: Variable) -> [ClosedRange<Int128>]? {
        let (low, high) = (low(variable), high(variable))
        var middle = low
        if low == .min || high == .max {
            let far: UInt128 = 1 << 110
            if low == .min { middle = high == .max || high > 0 ? -1 : Saturating.multiply(high, 4) - 1024 }
            if low != .min { middle = low < 0 ? 0 : Saturating.multiply(low, 4) + 1024 }
            if middle.magnitude > far { return nil }
        } else if Saturating.add(high, Saturating.negate(low)) >= 8 {
            middle = Self.middle(low, high)
        }
        // The half in which a case is more likely comes first.
        let parts = [low...middle, (middle + 1)...high]
        return plainValue(of: variable) > middle ? parts.reversed() : parts
    }

    /// Events that have nothing but the trial as their reason.
    /// Where the part ends at the end of the domain nothing is assumed on that side.
    private func narrowForTrial(_ variable: Variable, _ part: ClosedRange<Int128>, _ depth: Int) -> Bool {
        if domains.isFinite(variable) {
            var kept = Array(domains.words(of: variable))
            for value in 0..<kept.count * 64 where !part.contains(Int128(value)) {
                kept[value >> 6] &= ~(1 << UInt64(value & 63))
            }
            narrowForTrial(variable) { domains.keep(variable, kept, start: depth, count: -1) }
            return true
        }
        if part.upperBound < high(variable) {
            narrowForTrial(variable) { domains.setHigh(variable, part.upperBound, start: depth, count: -1) }
        }
        if part.lowerBound > low(variable) {
            narrowForTrial(variable) { domains.setLow(variable, part.lowerBound, start: depth, count: -1) }
        }
        return true
    }

    private func narrowForTrial(_ variable: Variable, _ narrow: () -> Void) {
        let (low, high) = (low(variable), high(variable))
        narrow()
        noteNarrowing(of: variable, low: low, high: high)
    }
}
