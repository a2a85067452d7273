/// A proposition about a case: a node of a ``FormulaTable``, or the negation of one.
///
/// Two-valued: what may be unknown in a policy is two or three of these, one for "certainly true", one for "certainly false", one for
/// "gone wrong" (``Truth``).
struct Formula: Hashable, Sendable {
    /// The node's number, doubled; one more for its negation.
    let code: Int32

    static let yes = Formula(code: 0)
    static let no = Formula(code: 1)

    init(code: Int32) { self.code = code }
    init(node: Int) { code = Int32(node) << 1 }
    init(_ truth: Bool) { self = truth ? .yes : .no }

    var node: Int { Int(code >> 1) }
    var isNegated: Bool { code & 1 == 1 }
    var isConstant: Bool { code <= 1 }

    static prefix func ! (formula: Formula) -> Formula { Formula(code: formula.code ^ 1) }
}

/// What a node says.
enum FormulaNode: Equatable, Sendable {
    /// The node number 0.
    case truth
    case atom(Atom)
    /// A conjunction of two or more, sorted, none constant, none twice. Disjunctions are negated conjunctions.
    case all([Formula])
}

/// The least that can be said of a case.
enum Atom: Hashable, Sendable {
    /// A finite variable has one of these values. Never none and never all of them.
    case member(Variable, ValueMask)
    /// A whole variable is this or less.
    case atMost(Variable, Int128)
    /// The first whole variable less the second is this or less.
    case difference(Variable, Variable, atMost: Int128)
}

extension FormulaNode {
    /// A number that is the same for equal nodes and mostly another for others.
    var digest: UInt64 {
        var digest: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
        func take(_ part: UInt64) {
            digest = (digest ^ part) &* 0x9E37_79B9_7F4A_7C15
            digest ^= digest >> 32
        }
        switch self {
        case .truth: break
        case .all(let parts): for part in parts { take(UInt64(truncatingIfNeeded: part.code)) }
        case .atom(.member(let variable, let mask)):
            take(1 << 40 | UInt64(variable.number))
            for word in mask.words { take(word) }
        case .atom(.atMost(let variable, let bound)):
            take(2 << 40 | UInt64(variable.number))
            take(UInt64(truncatingIfNeeded: bound))
        case .atom(.difference(let left, let right, let bound)):
            take(3 << 40 | UInt64(left.number))
            take(UInt64(right.number))
            take(UInt64(truncatingIfNeeded: bound))
        }
        return digest
    }
}
