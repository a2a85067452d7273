import WritSemantics

/// What holds of lists of any length, element by element: where some element is so, there is one that is so; and what is said of no
/// element is said of none of those.
///
/// For each thing that is asked of a list's elements one element stands that is so if any is. With all things asked tried on all these
/// elements, conditions about single elements are followed as far as logic goes; only how many there are, and sums, stay open.
final class ListAxioms {
    private struct Predicate {
        var formula: Formula
        var some: Formula
        /// The variable that must be asked about for it to matter.
        var key: Variable
        var test: (Symbol) -> Formula
    }

    private struct Witness {
        var element: Symbol
        /// Where it is an element of the list at all.
        var isThere: Formula
        /// What must be asked about for it to matter.
        var key: Variable
    }

    private var predicates: [String: [Predicate]] = [:]
    private var witnesses: [String: [Witness]] = [:]
    private var depth = 0
    /// More things asked of one list are not tried on one another.
    private static let most = 40

    private let axioms: CaseAxioms
    private var table: FormulaTable { axioms.table }

    init(_ axioms: CaseAxioms) { self.axioms = axioms }

    /// Notes something that is asked of the elements of a list.
    ///
    /// - Parameters:
    ///   - formula: what it is of the list's stand-in; names it.
    ///   - some: whether it holds of some element, and the variable that is free to say so.
    ///   - makeElement: an element of its own, of a name.
    ///   - test: what it is of an element.
    func add(
        _ formula: Formula, to list: String, some: Formula, key: Variable, makeElement: (String) -> Symbol,
        test: @escaping (Symbol) -> Formula
    ) {
        // Of elements inside such elements it is not followed further.
        guard !formula.isConstant, depth == 0 else { return }
        let known = predicates[list, default: []]
        guard known.count < Self.most, !known.contains(where: { $0.formula == formula }) else { return }
        depth += 1
        defer { depth -= 1 }
        let predicate = Predicate(formula: formula, some: some, key: key, test: test)
        predicates[list, default: []].append(predicate)
        for witness in witnesses[list, default: []] { relate(predicate, witness) }
        let witness = Witness(element: makeElement("\(list){\(formula.code)}"), isThere: some, key: key)
        witnesses[list, default: []].append(witness)
        axioms.add(table.implies(some, test(witness.element)), about: [key])
        for other in predicates[list, default: []] where other.formula != formula { relate(other, witness) }
    }

    /// Notes an element that a list has where something holds: the first that matches.
    func add(_ element: Symbol, of list: String, isThere: Formula, key: Variable) {
        guard depth == 0 else { return }
        depth += 1
        defer { depth -= 1 }
        let witness = Witness(element: element, isThere: isThere, key: key)
        witnesses[list, default: []].append(witness)
        for predicate in predicates[list, default: []] { relate(predicate, witness) }
    }

    /// What an element is, some element is.
    private func relate(_ predicate: Predicate, _ witness: Witness) {
        let holds = table.all([witness.isThere, predicate.test(witness.element)])
        axioms.add(table.implies(holds, predicate.some), about: [predicate.key, witness.key])
    }
}
