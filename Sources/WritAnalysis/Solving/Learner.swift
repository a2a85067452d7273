/// How often nodes have been in conflicts lately, and the memory of an analysis.
struct Learner {
    private var activities: [Double] = []
    private var increment = 1.0
    private var seen: [Bool] = []

    mutating func grow(to nodes: Int) {
        activities.append(contentsOf: repeatElement(0, count: nodes - activities.count))
        seen.append(contentsOf: repeatElement(false, count: nodes - seen.count))
    }

    func activity(_ literal: Formula) -> Double { activities[literal.node] }

    mutating func bump(_ literal: Formula) {
        activities[literal.node] += increment
        if activities[literal.node] > 1e100 {
            for node in activities.indices { activities[node] *= 1e-100 }
            increment *= 1e-100
        }
    }

    mutating func decay() { increment /= 0.95 }

    /// Whether it is new.
    mutating func mark(_ literal: Formula) -> Bool {
        if seen[literal.node] { return false }
        seen[literal.node] = true
        return true
    }

    mutating func unmark(_ literal: Formula) { seen[literal.node] = false }
    func isMarked(_ literal: Formula) -> Bool { seen[literal.node] }
}

extension CaseSearch {
    /// Learns a clause from literals that are true and cannot all be, goes back to where it has a consequence, and draws that.
    ///
    /// The clause is that of the first unique implication point (Marques-Silva and Sakallah 1996, Moskewicz et al. 2001).
    ///
    /// - Returns: false where the goals themselves are to blame.
    func learn(from literals: [Formula]) -> Bool {
        let top = literals.reduce(0) { max($0, assignment.level($1)) }
        if top <= 1 { return false }
        backtrack(to: top)
        let (point, others) = findPoint(literals, at: top)
        learner.decay()
        let back = others.reduce(firstProvisional == nil ? 0 : 1) { max($0, assignment.level($1)) }
        backtrack(to: back)
        addLearned(point, others)
        return true
    }

    private func findPoint(_ literals: [Formula], at top: Int) -> (Formula, [Formula]) {
        var others: [Formula] = []
        var pending = 0
        var reasons = literals
        var place = assignment.trail.count
        var point = Formula.yes
        while true {
            for literal in reasons where assignment.level(literal) > 0 && learner.mark(literal) {
                learner.bump(literal)
                if assignment.level(literal) == top { pending += 1 } else { others.append(literal) }
            }
            repeat {
                place -= 1
                point = assignment.trail[place]
            } while !learner.isMarked(point) || assignment.level(point) < top
            learner.unmark(point)
            pending -= 1
            if pending == 0 { break }
            reasons = self.reasons(for: point)
        }
        let kept = minimized(others)
        for literal in others { learner.unmark(literal) }
        return (point, kept)
    }

    /// Without what follows from the others by one clause.
    private func minimized(_ literals: [Formula]) -> [Formula] {
        literals.filter { literal in
            guard case .clause(let clause) = assignment.reason(literal) else { return true }
            return !clauses.literals(of: clause).allSatisfy {
                $0 == literal || assignment.level($0) == 0 || learner.isMarked($0)
            }
        }
    }

    private func addLearned(_ point: Formula, _ others: [Formula]) {
        var parts = [!point] + others.map { !$0 }
        if parts.count > 1 {
            // The second to be watched is the one that becomes open first when the search goes back.
            let latest = parts.indices.dropFirst().max { assignment.level(parts[$0]) < assignment.level(parts[$1]) }!
            parts.swapAt(1, latest)
        }
        if parts.count == 1, level == 0 {
            assign(!point, because: .chosen)
        } else {
            assign(!point, because: .clause(clauses.add(parts, isLearned: true)))
        }
    }

    /// Puts a set of choices aside that could not be settled: for the rest of the question they are forbidden.
    ///
    /// - Returns: false where there was no choice.
    func putAside() -> Bool {
        if firstProvisional == nil { firstProvisional = clauses.count }
        if level <= 1 { return false }
        let choices = levels.dropFirst().map { assignment.trail[$0.trail] }
        return learn(from: choices)
    }
}
