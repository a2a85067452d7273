import WritSemantics

/// Two versions of a policy over the same facts.
struct DiffSpace {
    let old: SymbolicEvaluation
    let new: SymbolicEvaluation
    let solver: any CaseSolver
    let table = FormulaTable()
    /// What both versions accept as a case.
    let shared: [Formula]

    /// Of decisions of which only some rules are followed, their numbers in the whole.
    let numbers: (old: [DecisionID: [Int]], new: [DecisionID: [Int]])

    init(
        _ versions: DiffVersions, _ precision: SymbolicEvaluation.Precision, ruleLimit: Int,
        _ makeSolver: (FormulaTable) -> any CaseSolver
    ) {
        let (old, new) = (versions.old, versions.new)
        numbers = versions.numbers
        let length = if case .narrow(let length) = precision { length } else { 1 }
        // Also the texts of rows that are left out: in which cases they would apply is asked.
        let universe = TextUniverse(of: versions.readers, listLength: length, ruleLimit: .max)
        let facts = SharedFacts(old, new)
        let numbering = CaseNumbering(joining: old, new)
        let opaques = OpaqueStore()
        let listAxioms = ListAxioms(CaseAxioms(table: table))
        self.old = SymbolicEvaluation(
            old, table: table, precision: precision, universe: universe, numbering: numbering,
            roots: facts.oldRoots, opaques: opaques, listAxioms: listAxioms,
            ruleLimit: ruleLimit)
        self.new = SymbolicEvaluation(
            new, table: table, precision: precision, universe: universe, numbering: numbering,
            roots: facts.newRoots, opaques: opaques, listAxioms: listAxioms,
            mark: SymbolicEvaluation.Mark(
                tables: versions.hasSameTables ? "" : "'",
                calendars: old.calendars.map(\.calendar) == new.calendars.map(\.calendar) ? "" : "'"),
            ruleLimit: ruleLimit)
        solver = AxiomSolver(makeSolver(table), listAxioms.axioms)
        shared = facts.limits(self.old, self.new)
    }

    var isExact: Bool { old.isExact && new.isExact }
}

/// What the facts of two versions have in common.
struct SharedFacts {
    let old: CheckedModel
    let new: CheckedModel

    init(_ old: CheckedModel, _ new: CheckedModel) {
        self.old = old
        self.new = new
    }

    var oldRoots: FactRoots { FactRoots(old, alongside: new) }

    /// The names of the new version's facts: those that are something else than the old ones of that name have names of their own.
    var newRoots: FactRoots {
        var roots = FactRoots(new, alongside: old)
        for (index, counterpart) in counterparts.enumerated() {
            guard let other = counterpart else { continue }
            if !isSame(old[other].slot.type, new.facts[index].slot.type) {
                roots.rename(FactID(index), to: "new \(roots.names[index])")
            }
        }
        return roots
    }

    /// For each fact of the new version the old one that it is, its type taken into account.
    var sharedFacts: [FactID?] {
        let names = (oldRoots.names, newRoots.names)
        return names.1.map { name in names.0.firstIndex(of: name).map { FactID($0) } }
    }

    /// For each fact of the new version the old one of its name.
    private var counterparts: [FactID?] {
        let names = oldRoots.names
        return FactRoots(new, alongside: old).names.map { names.firstIndex(of: $0).map { FactID($0) } }
    }

    private func isSame(_ left: WritType, _ right: WritType) -> Bool { TypePairs(old, new).isSame(left, right) }

    /// That a case keeps to the bounds of both versions, and tells what one of them asks for.
    func limits(_ first: SymbolicEvaluation, _ second: SymbolicEvaluation) -> [Formula] {
        let roots = newRoots
        let facts = counterparts.enumerated().flatMap { index, counterpart -> [Formula] in
            guard let other = counterpart, roots.names[index] == oldRoots[other] else { return [] }
            return limits(roots.names[index], old[other].slot, new.facts[index].slot, first, second)
        }
        return facts + argumentLimits(first, second)
    }

    /// The same of what decisions are asked with.
    private func argumentLimits(_ first: SymbolicEvaluation, _ second: SymbolicEvaluation) -> [Formula] {
        let pairs = DecisionPairs(old, new)
        return pairs.pairs.flatMap { pair -> [Formula] in
            guard let before = pair.old, let after = pair.new, pairs.retyping(before, after) == nil else { return [] }
            return zip(old[before].parameterSlots, new[after].parameterSlots).flatMap { left, right in
                limits(second.roots.argument(right, of: new[after]), left, right, first, second)
            }
        }
    }

    private func limits(
        _ path: String, _ left: Slot, _ right: Slot, _ first: SymbolicEvaluation, _ second: SymbolicEvaluation
    ) -> [Formula] {
        let table = first.table
        var formulas: [Formula] = []
        if left.isOptional != right.isOptional {
            // Whoever asks first makes the variables of the place: as those of its own type.
            let (evaluation, slot) = left.isOptional ? (first, left) : (second, right)
            formulas.append(evaluation.leaf(path, slot.type, LeafKind(isOptional: true, bounds: slot.bounds)).known)
        }
        switch (left.type, right.type) {
        case (.record(let a), .record(let b)):
            for field in old[a].fields {
                guard let other = new[b].fields.first(where: { $0.name == field.name }) else { continue }
                formulas += limits("\(path).\(field.name)", field, other, first, second)
            }
        case (.variant(let a), .variant(let b)): formulas += cases(path, old[a], new[b], first)
        case (.list(let a), .list(let b)):
            // Where elements are not followed one by one, one that a version does not accept is let in.
            guard case .narrow(let most) = first.precision else { break }
            for index in 0..<most {
                formulas += limits("\(path)[\(index)]", left.element(a), right.element(b), first, second)
            }
        default:
            guard left.type.isQuantity, left.bounds != right.bounds else { break }
            guard
                case .count(let variable) = first.leaf(
                    path, left.type, LeafKind(isOptional: false, bounds: left.bounds)
                ).content
            else { break }
            for bounds in [left.bounds, right.bounds].compactMap({ $0 }) {
                formulas += [table.atLeast(variable, bounds.lowerBound), table.atMost(variable, bounds.upperBound)]
            }
        }
        return formulas
    }

    /// That an enumeration has a value that both versions know.
    private func cases(
        _ path: String, _ left: VariantType, _ right: VariantType, _ evaluation: SymbolicEvaluation
    ) -> [Formula] {
        let names = left.cases.map(\.name)
        guard left.isEnumeration, Set(names) != Set(right.cases.map(\.name)),
            let id = old.variants.firstIndex(where: { CaseNumbering.key($0) == CaseNumbering.key(left) }),
            case .variant(let cases) = evaluation.leaf(
                path, .variant(VariantID(id)), LeafKind(isOptional: false)
            ).content
        else { return [] }
        let known = Set(right.cases.map(\.name))
        return [evaluation.table.any(cases.filter { known.contains(names[$0.index]) }.map(\.isIt))]
    }
}
