/// Which formulas are taken to be true or false, in which order, and why. A literal is a ``Formula``: a node or its negation.
struct Assignment {
    /// Why a literal is true.
    enum Reason {
        /// It was asked for or tried.
        case chosen
        /// The other literals of a clause are false.
        case clause(Int32)
        /// What the domains were when there had been so many events leaves no other truth to the atom.
        case domains(time: Int32)
        /// A calculation says so, for these entries of the list of antecedents.
        case antecedents(start: Int32, count: Int32)
    }

    /// By code: 1 is true, -1 is false, 0 is open.
    private(set) var truths: [Int8] = []
    private(set) var levels: [Int32] = []
    private(set) var reasons: [Reason] = []
    private(set) var trail: [Formula] = []

    func isTrue(_ literal: Formula) -> Bool { truths[Int(literal.code)] > 0 }
    func isFalse(_ literal: Formula) -> Bool { truths[Int(literal.code)] < 0 }
    func isOpen(_ literal: Formula) -> Bool { truths[Int(literal.code)] == 0 }
    func level(_ literal: Formula) -> Int { Int(levels[literal.node]) }
    func reason(_ literal: Formula) -> Reason { reasons[literal.node] }

    mutating func grow(to nodes: Int) {
        let missing = nodes - levels.count
        if missing <= 0 { return }
        truths.append(contentsOf: repeatElement(0, count: 2 * missing))
        levels.append(contentsOf: repeatElement(0, count: missing))
        reasons.append(contentsOf: repeatElement(.chosen, count: missing))
    }

    mutating func assign(_ literal: Formula, level: Int, because reason: Reason) {
        truths[Int(literal.code)] = 1
        truths[Int(literal.code ^ 1)] = -1
        levels[literal.node] = Int32(level)
        reasons[literal.node] = reason
        trail.append(literal)
    }

    mutating func undo(to count: Int) {
        while trail.count > count {
            let literal = trail.removeLast()
            truths[Int(literal.code)] = 0
            truths[Int(literal.code ^ 1)] = 0
        }
    }
}
