/// What a condition comes to in each case: true, false or unknown, and whether it is unknown because a calculation went wrong.
struct Truth: Hashable, Sendable {
    var isTrue: Formula
    var isFalse: Formula
    /// Only where neither of the others is.
    var isFaulted: Formula = .no

    static let yes = Truth(isTrue: .yes, isFalse: .no)
    static let no = Truth(isTrue: .no, isFalse: .yes)

    var negated: Truth { Truth(isTrue: isFalse, isFalse: isTrue, isFaulted: isFaulted) }
}

extension FormulaTable {
    /// Kleene's conjunction: of an unknown and a false it is false, and nobody asks why the unknown was one.
    func both(_ truths: [Truth]) -> Truth {
        let isFalse = any(truths.map(\.isFalse))
        return Truth(
            isTrue: all(truths.map(\.isTrue)), isFalse: isFalse,
            isFaulted: all([!isFalse, any(truths.map(\.isFaulted))]))
    }

    func either(_ truths: [Truth]) -> Truth { both(truths.map(\.negated)).negated }

    /// Neither true nor false.
    func isHeld(_ truth: Truth) -> Formula { all([!truth.isTrue, !truth.isFalse]) }

    /// A comparison of known values: `holds`; unknown where they are not known.
    func comparison(_ holds: Formula, known: Formula, faulted: Formula) -> Truth {
        Truth(isTrue: all([known, holds]), isFalse: all([known, !holds]), isFaulted: faulted)
    }
}
