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
        /// Whether it is asked inside of a question about an element.
        var isNested: Bool
        var test: (Symbol) -> Formula
    }

    private struct Witness {
        var element: Symbol
        /// Where it is an element of the list at all.
        var isThere: Formula
        /// What must be asked about for it to matter.
        var key: Variable
    }

    /// Something that is true of each element.
    private struct Law {
        /// The variable that must be asked about for it to matter.
        var key: Variable
        var holds: (Symbol) -> Formula
    }

    private var predicates: [String: [Predicate]] = [:]
    private var witnesses: [String: [Witness]] = [:]
    private var laws: [String: [Law]] = [:]
    private var depth = 0
    /// More things asked of one list are not tried on one another.
    private static let most = 80

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
        // What is asked inside of a question about an element, such as whether another is like it, is tried on the elements that are there;
        // of elements inside such elements it is not followed further.
        guard !formula.isConstant, depth < 2 else { return }
        let isNested = depth == 1
        let known = predicates[list, default: []]
        guard known.count(where: { $0.isNested == isNested }) < Self.most,
            !known.contains(where: { $0.formula == formula })
        else { return }
        depth += 1
        defer { depth -= 1 }
        let predicate = Predicate(formula: formula, some: some, key: key, isNested: isNested, test: test)
        predicates[list, default: []].append(predicate)
        for witness in witnesses[list, default: []] { relate(predicate, witness) }
        if isNested { return }
        let witness = Witness(element: makeElement("\(list){\(formula.code)}"), isThere: some, key: key)
        axioms.add(table.implies(some, test(witness.element)), about: key)
        relate(witness, in: list)
    }

    /// Notes an element that a list has where something holds: the first that matches.
    func add(_ element: Symbol, of list: String, isThere: Formula, key: Variable) {
        guard depth == 0 else { return }
        depth += 1
        defer { depth -= 1 }
        let witness = Witness(element: element, isThere: isThere, key: key)
        relate(witness, in: list)
    }

    /// Notes something that is true of each element of a list.
    func add(lawOf list: String, key: Variable, holds: @escaping (Symbol) -> Formula) {
        guard depth == 0, !laws[list, default: []].contains(where: { $0.key == key }) else { return }
        depth += 1
        defer { depth -= 1 }
        let law = Law(key: key, holds: holds)
        laws[list, default: []].append(law)
        for witness in witnesses[list, default: []] { relate(law, witness) }
    }

    private func relate(_ witness: Witness, in list: String) {
        witnesses[list, default: []].append(witness)
        for predicate in predicates[list, default: []] { relate(predicate, witness) }
        for law in laws[list, default: []] { relate(law, witness) }
    }

    private func relate(_ law: Law, _ witness: Witness) {
        axioms.add(
            table.implies(witness.isThere, law.holds(witness.element)), about: law.key, and: witness.key, isDeep: true)
    }

    /// What an element is, some element is.
    private func relate(_ predicate: Predicate, _ witness: Witness) {
        let holds = table.all([witness.isThere, predicate.test(witness.element)])
        axioms.add(
            table.implies(holds, predicate.some), about: predicate.key, and: witness.key, isDeep: predicate.isNested)
    }
}
