import WritSemantics

/// What holds of lists of any length, element by element: where some element is so, there is one that is so; and what is said of no
/// element is said of none of those.
///
/// For each thing that is asked of a list's elements one element stands that is so if any is. With all things asked tried on all these
/// elements, conditions about single elements are followed as far as logic goes; only how many there are, and sums, stay open.
///
/// Two evaluations that are compared share one of these, so that what is asked in one is tried on the elements that stand for what is
/// asked in the other. Each makes an element of a name by itself: the variables are the same.
final class ListAxioms {
    /// An evaluation, and how it makes an element of a name.
    struct Owner {
        var id: ObjectIdentifier
        var makeElement: (String) -> Symbol
    }

    private struct Predicate {
        var owner: Owner
        var formula: Formula
        var some: Formula
        /// The variable that must be asked about for it to matter.
        var key: Variable
        /// Whether it is asked inside of a question about an element.
        var isNested: Bool
        var test: (Symbol) -> Formula
    }

    private struct Witness {
        /// Who has made it; nobody else can where it has no name.
        var owner: ObjectIdentifier
        var name: String?
        var element: Symbol
        /// Where it is an element of the list at all.
        var isThere: Formula
        /// What must be asked about for it to matter.
        var key: Variable
    }

    /// Something that is true of each element.
    private struct Law {
        var owner: Owner
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

    let axioms: CaseAxioms
    private var table: FormulaTable { axioms.table }

    init(_ axioms: CaseAxioms) { self.axioms = axioms }

    /// Notes something that is asked of the elements of a list.
    ///
    /// - Parameters:
    ///   - formula: what it is of the list's stand-in; names it.
    ///   - some: whether it holds of some element, and the variable that is free to say so.
    ///   - owner: who asks.
    ///   - test: what it is of an element.
    func add(
        _ formula: Formula, to list: String, some: Formula, key: Variable, owner: Owner,
        test: @escaping (Symbol) -> Formula
    ) {
        // What is asked inside of a question about an element, such as whether another is like it, is tried on the elements that are there;
        // of elements inside such elements it is not followed further.
        guard !formula.isConstant, depth < 2 else { return }
        let isNested = depth == 1
        let known = predicates[list, default: []]
        guard known.count(where: { $0.isNested == isNested && $0.owner.id == owner.id }) < Self.most,
            !known.contains(where: { $0.formula == formula })
        else { return }
        let predicate = Predicate(
            owner: owner, formula: formula, some: some, key: key, isNested: isNested, test: test)
        predicates[list, default: []].append(predicate)
        for witness in witnesses[list, default: []] { relate(predicate, witness) }
        if isNested { return }
        let name = "\(list){\(formula.code)}"
        let witness = Witness(
            owner: owner.id, name: name, element: owner.makeElement(name), isThere: some, key: key)
        axioms.add(about: key, and: key) { self.inside { self.table.implies(some, test(witness.element)) } }
        relate(witness, in: list)
    }

    /// Notes an element that a list has where something holds: the first that matches.
    func add(_ element: Symbol, of list: String, isThere: Formula, key: Variable, owner: ObjectIdentifier) {
        guard depth == 0 else { return }
        let witness = Witness(owner: owner, element: element, isThere: isThere, key: key)
        relate(witness, in: list)
    }

    /// Notes something that is true of each element of a list.
    func add(lawOf list: String, key: Variable, owner: Owner, holds: @escaping (Symbol) -> Formula) {
        let known = laws[list, default: []]
        guard depth == 0, !known.contains(where: { $0.key == key && $0.owner.id == owner.id }) else { return }
        let law = Law(owner: owner, key: key, holds: holds)
        laws[list, default: []].append(law)
        for witness in witnesses[list, default: []] { relate(law, witness) }
    }

    private func relate(_ witness: Witness, in list: String) {
        witnesses[list, default: []].append(witness)
        for predicate in predicates[list, default: []] { relate(predicate, witness) }
        for law in laws[list, default: []] { relate(law, witness) }
    }

    private func relate(_ law: Law, _ witness: Witness) {
        guard let element = self.element(witness, of: law.owner) else { return }
        axioms.add(about: law.key, and: witness.key, isDeep: true) {
            self.inside { self.table.implies(witness.isThere, law.holds(element())) }
        }
    }

    /// What an element is, some element is.
    private func relate(_ predicate: Predicate, _ witness: Witness) {
        guard let element = self.element(witness, of: predicate.owner) else { return }
        axioms.add(about: predicate.key, and: witness.key, isDeep: predicate.isNested) {
            self.inside {
                let holds = self.table.all([witness.isThere, predicate.test(element())])
                return self.table.implies(holds, predicate.some)
            }
        }
    }

    /// An element as somebody makes it; nil where only another can.
    private func element(_ witness: Witness, of owner: Owner) -> (() -> Symbol)? {
        if witness.owner == owner.id { return { witness.element } }
        return witness.name.map { name in { owner.makeElement(name) } }
    }

    /// What is asked meanwhile is asked of an element.
    private func inside(_ work: () -> Formula) -> Formula {
        depth += 1
        defer { depth -= 1 }
        return work()
    }
}
