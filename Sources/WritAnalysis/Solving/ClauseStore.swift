/// Clauses with two watched literals each (Moskewicz et al. 2001).
///
/// A clause is looked at only when one of its first two literals becomes false. Nothing has to be undone when the search goes back.
struct ClauseStore {
    private struct Clause {
        var start: Int32
        var count: Int32
        var isLearned: Bool
    }

    private struct Watch {
        var clause: Int32
        /// Another literal of the clause: where it is true the clause need not be read. All of the rest where the clause has two.
        var other: Formula
        var isBinary: Bool
    }

    private var clauses: [Clause] = []
    private var literals: [Formula] = []
    /// By the code of the watched literal.
    private var watches: [[Watch]] = []
    private(set) var learnedCount = 0
    /// How many watches have been looked at.
    private(set) var visitCount = 0

    var count: Int { clauses.count }

    mutating func grow(to nodes: Int) {
        let missing = 2 * nodes - watches.count
        if missing > 0 { watches.append(contentsOf: repeatElement([], count: missing)) }
    }

    func literals(of clause: Int32) -> ArraySlice<Formula> {
        let record = clauses[Int(clause)]
        return literals[Int(record.start)..<Int(record.start + record.count)]
    }

    /// What follows from the definitions and domains alone, as far as it was found out.
    var learned: [[Formula]] {
        clauses.indices.filter { clauses[$0].isLearned }.map { Array(literals(of: Int32($0))) }
    }

    /// The first two literals are watched: of a clause that is not satisfied they must be open, or become false last.
    @discardableResult mutating func add(_ parts: [Formula], isLearned: Bool) -> Int32 {
        let number = Int32(clauses.count)
        clauses.append(Clause(start: Int32(literals.count), count: Int32(parts.count), isLearned: isLearned))
        literals.append(contentsOf: parts)
        if isLearned { learnedCount += 1 }
        if parts.count > 1 { watch(number) }
        return number
    }

    private mutating func watch(_ clause: Int32) {
        let record = clauses[Int(clause)]
        let (first, second) = (literals[Int(record.start)], literals[Int(record.start) + 1])
        watches[Int(first.code)].append(Watch(clause: clause, other: second, isBinary: record.count == 2))
        watches[Int(second.code)].append(Watch(clause: clause, other: first, isBinary: record.count == 2))
    }

    /// Draws the conclusions from a literal that has become true.
    ///
    /// - Returns: a clause that is false, or -1.
    mutating func propagate(_ literal: Formula, level: Int, in assignment: inout Assignment) -> Int32 {
        let gone = !literal
        var list: [Watch] = []
        swap(&list, &watches[Int(gone.code)])
        defer { swap(&list, &watches[Int(gone.code)]) }
        visitCount += list.count
        var kept = 0
        var index = 0
        var conflict: Int32 = -1
        while index < list.count {
            let watch = list[index]
            index += 1
            if conflict >= 0 || assignment.isTrue(watch.other) {
                list[kept] = watch
                kept += 1
                continue
            }
            if !watch.isBinary, replaceWatch(watch, gone: gone, in: assignment) { continue }
            let first = watch.isBinary ? watch.other : literals[Int(clauses[Int(watch.clause)].start)]
            list[kept] = Watch(clause: watch.clause, other: first, isBinary: watch.isBinary)
            kept += 1
            if assignment.isTrue(first) { continue }
            if assignment.isFalse(first) {
                conflict = watch.clause
            } else {
                assignment.assign(first, level: level, because: .clause(watch.clause))
            }
        }
        list.removeLast(list.count - kept)
        return conflict
    }

    /// Whether the clause could be given another watched literal; afterwards the false one is its second where it could not.
    private mutating func replaceWatch(_ watch: Watch, gone: Formula, in assignment: Assignment) -> Bool {
        let record = clauses[Int(watch.clause)]
        let start = Int(record.start)
        if literals[start] == gone { literals.swapAt(start, start + 1) }
        if assignment.isTrue(literals[start]) { return false }
        for index in start + 2..<start + Int(record.count) where !assignment.isFalse(literals[index]) {
            literals.swapAt(start + 1, index)
            let moved = Watch(clause: watch.clause, other: literals[start], isBinary: false)
            watches[Int(literals[start + 1].code)].append(moved)
            return true
        }
        return false
    }

    // MARK: Forgetting. Only where no literal has a clause as its reason: above the ground level nothing is assigned.

    mutating func removeClauses(from number: Int) {
        if number >= clauses.count { return }
        let literalCount = Int(clauses[number].start)
        learnedCount -= clauses[number...].count { $0.isLearned }
        for index in watches.indices where !watches[index].isEmpty {
            watches[index].removeAll { $0.clause >= Int32(number) }
        }
        clauses.removeLast(clauses.count - number)
        literals.removeLast(literals.count - literalCount)
    }

    /// Keeps, of the clauses learned, the short ones and the later half.
    mutating func forget() {
        let old = self
        self = ClauseStore()
        visitCount = old.visitCount
        watches = Array(repeating: [], count: old.watches.count)
        var seen = 0
        for (number, clause) in old.clauses.enumerated() {
            if clause.isLearned { seen += 1 }
            if clause.isLearned, clause.count > 3, seen * 2 < old.learnedCount { continue }
            add(Array(old.literals(of: Int32(number))), isLearned: clause.isLearned)
        }
    }
}
