/// Why something holds, as literals and trials.
struct Explanation {
    /// True, and together enough.
    var literals: [Formula] = []
    /// The numbers of the trials that it rests on besides.
    var trials: [Int] = []

    /// What another one rests on too, but for one of its trials.
    mutating func add(_ other: Explanation, without trial: Int) {
        for literal in other.literals where !literals.contains(literal) { literals.append(literal) }
        for number in other.trials where number != trial && !trials.contains(number) { trials.append(number) }
    }
}

/// The memory of a walk back from a conclusion to what it rests on.
struct Explainer {
    /// By node and by event, the last walk that has come by.
    private var nodeStamps: [Int32] = []
    private var eventStamps: [Int32] = []
    private var stamp: Int32 = 0
    private var pendingEvents: [Int] = []
    private var pendingLiterals: [Formula] = []
    var found = Explanation()

    mutating func grow(nodes: Int) {
        nodeStamps.append(contentsOf: repeatElement(0, count: nodes - nodeStamps.count))
    }

    mutating func begin(events: Int) {
        stamp += 1
        if eventStamps.count < events {
            eventStamps.append(contentsOf: repeatElement(0, count: events - eventStamps.count))
        }
        found = Explanation()
    }

    mutating func meet(event: Int) {
        if event < 0 || eventStamps[event] == stamp { return }
        eventStamps[event] = stamp
        pendingEvents.append(event)
    }

    mutating func meet(trial: Int) {
        if !found.trials.contains(trial) { found.trials.append(trial) }
    }

    mutating func postpone(_ literal: Formula) { pendingLiterals.append(literal) }
    mutating func nextEvent() -> Int? { pendingEvents.popLast() }
    mutating func nextLiteral() -> Formula? { pendingLiterals.popLast() }

    /// Whether it is met for the first time.
    mutating func meet(_ literal: Formula) -> Bool {
        if nodeStamps[literal.node] == stamp { return false }
        nodeStamps[literal.node] = stamp
        return true
    }
}

extension CaseSearch {
    /// The literals that make the last propagation fail.
    func explainConflict() -> [Formula] { explain(conflict, from: domains.events.count, base: level).literals }

    /// What the antecedents of something that was concluded at a time rest on: literals of the base level and below, and trials.
    func explain(_ list: [Antecedent], from time: Int, base: Int) -> Explanation {
        takeExplainer { walk in
            for antecedent in list { explain(&walk, antecedent, at: time, removed: nil, base) }
            finishExplanation(&walk, base)
        }
    }

    /// The literals from which a literal that was not chosen follows.
    func reasons(for literal: Formula) -> [Formula] {
        switch assignment.reason(literal) {
        case .chosen: return []
        case .clause(let clause): return clauses.literals(of: clause).filter { $0 != literal }.map { !$0 }
        default:
            return takeExplainer { walk in
                expand(&walk, literal, base: level)
                finishExplanation(&walk, level)
            }.literals
        }
    }

    /// Lends the memory of the walk out, so that one function after the other can write to it.
    private func takeExplainer(_ walk: (inout Explainer) -> Void) -> Explanation {
        var taken = Explainer()
        swap(&taken, &explainer)
        taken.begin(events: domains.events.count)
        walk(&taken)
        swap(&taken, &explainer)
        return explainer.found
    }

    private func finishExplanation(_ walk: inout Explainer, _ base: Int) {
        while true {
            if let event = walk.nextEvent() {
                explain(&walk, event: event, base)
            } else if let literal = walk.nextLiteral() {
                expand(&walk, literal, base: base)
            } else {
                return
            }
        }
    }

    private func meet(_ walk: inout Explainer, _ literal: Formula, _ base: Int) {
        let level = assignment.level(literal)
        if level == 0 || !walk.meet(literal) { return }
        if level <= base { walk.found.literals.append(literal) } else { walk.postpone(literal) }
    }

    private func expand(_ walk: inout Explainer, _ literal: Formula, base: Int) {
        switch assignment.reason(literal) {
        case .chosen: preconditionFailure("above the base everything but the trials is concluded")
        case .clause(let clause):
            for part in clauses.literals(of: clause) where part != literal { meet(&walk, !part, base) }
        case .antecedents(let start, let count):
            for index in Int(start)..<Int(start + count) {
                explain(&walk, antecedents[index], at: domains.events.count, removed: nil, base)
            }
        case .domains(let time): explainAtom(&walk, literal, at: Int(time))
        }
    }

    private func explain(_ walk: inout Explainer, event: Int, _ base: Int) {
        let record = domains.events[event]
        if record.count < 0 {
            walk.meet(trial: Int(record.start))
            return
        }
        let removed = record.kind == .values ? event : nil
        for index in Int(record.start)..<Int(record.start + record.count) {
            explain(&walk, antecedents[index], at: event, removed: removed, base)
        }
    }

    private func explain(_ walk: inout Explainer, _ antecedent: Antecedent, at time: Int, removed: Int?, _ base: Int) {
        switch antecedent {
        case .literal(let literal): meet(&walk, literal, base)
        case .lower(let variable, let bound): explainBound(&walk, variable, isLow: true, bound, at: time)
        case .upper(let variable, let bound): explainBound(&walk, variable, isLow: false, bound, at: time)
        case .excluded(let literal):
            guard case .atom(.member(let variable, let mask)) = table.nodes[literal.node] else { return }
            explainAbsence(&walk, variable, at: time) { literal.isNegated ? ~mask.words[$0] : mask.words[$0] }
        case .absent(let variable, let value):
            explainAbsence(&walk, variable, at: time) { $0 == value >> 6 ? 1 << UInt64(value & 63) : 0 }
        case .trial(let trial): walk.meet(trial: trial)
        case .sameValues(let variable):
            let words = removed.map { Array(domains.removed(by: $0)) } ?? []
            explainAbsence(&walk, variable, at: time) { removed == nil ? ~0 : ($0 < words.count ? words[$0] : 0) }
        }
    }

    private func explainBound(_ walk: inout Explainer, _ variable: Variable, isLow: Bool, _ bound: Int128, at time: Int)
    {
        if domains.isFinite(variable) {
            let end: Int128 = 1 << 40
            let values = isLow ? 0..<max(0, min(bound, end)) : max(0, min(bound + 1, end))..<end
            explainAbsence(&walk, variable, at: time) { Self.word($0, values) }
        } else {
            walk.meet(event: domains.event(variable, isLow: isLow, bound, before: time))
        }
    }

    /// The bits of a word of a mask that stand for these values.
    private static func word(_ index: Int, _ values: Range<Int128>) -> UInt64 {
        let first = Int128(index * 64)
        let (low, high) = (max(values.lowerBound - first, 0), min(values.upperBound - first, 64))
        if low >= high { return 0 }
        return (~0 << UInt64(low)) & (~0 >> UInt64(64 - high))
    }

    /// The events that took these values from a finite variable.
    private func explainAbsence(_ walk: inout Explainer, _ variable: Variable, at time: Int, _ values: (Int) -> UInt64)
    {
        var event = domains.latestEvent(variable, before: time)
        while event >= 0 {
            for (index, word) in domains.removed(by: event).enumerated() where word & values(index) != 0 {
                walk.meet(event: event)
                break
            }
            event = Int(domains.events[event].previous)
        }
    }

    /// Why the domains at a time made an atom as it is.
    private func explainAtom(_ walk: inout Explainer, _ literal: Formula, at time: Int) {
        guard case .atom(let atom) = table.nodes[literal.node] else { return }
        switch atom {
        case .member(let variable, let mask):
            explainAbsence(&walk, variable, at: time) { literal.isNegated ? mask.words[$0] : ~mask.words[$0] }
        case .atMost(let variable, let bound):
            explainBound(&walk, variable, isLow: literal.isNegated, literal.isNegated ? bound + 1 : bound, at: time)
        case .difference(let left, let right, let bound):
            // Of the two bounds that are far enough apart, the first as it was and of the second what is needed.
            let isLow = literal.isNegated
            let first = self.bound(of: left, isLow: isLow, at: time)
            let needed = Saturating.add(first, Saturating.negate(bound))
            explainBound(&walk, left, isLow: isLow, first, at: time)
            explainBound(&walk, right, isLow: !isLow, Saturating.add(needed, isLow ? -1 : 0), at: time)
        }
    }

    private func bound(of variable: Variable, isLow: Bool, at time: Int) -> Int128 {
        if !domains.isFinite(variable) { return domains.bound(variable, isLow: isLow, before: time) }
        // Of a finite variable only what is left now is at hand, and what was removed since.
        var words = Array(domains.words(of: variable))
        var event = domains.latestEvent(variable, before: .max)
        while event >= time {
            for (index, word) in domains.removed(by: event).enumerated() { words[index] |= word }
            event = Int(domains.events[event].previous)
        }
        if isLow {
            let index = words.firstIndex { $0 != 0 } ?? 0
            return Int128(index * 64 + words[index].trailingZeroBitCount)
        }
        let index = words.lastIndex { $0 != 0 } ?? 0
        return Int128(index * 64 + 63 - words[index].leadingZeroBitCount)
    }
}
