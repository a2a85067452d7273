import WritEngine
import WritSemantics
import WritSource

/// Makes the mutants of a policy, in the order in which it is written.
struct MutantMaker {
    let model: CheckedModel
    private let mutator: TermMutator
    private let words: MutationWords
    private var mutants: [Mutant] = []
    /// The declaration at hand.
    private var policy = ""
    private var subject = ""

    init(model: CheckedModel) {
        self.model = model
        words = MutationWords(model: model)
        mutator = TermMutator(words: words)
    }

    /// The mutants of what stands in these files and can matter to a decision or a promise.
    mutating func make(in paths: Set<String>) -> [Mutant] {
        mutants = []
        let used = UsedDeclarations(model)
        func isMade(_ heading: Heading) -> Bool { paths.contains(heading.location.file.path) }
        for id in model.params.indices.map(ParamID.init) where isMade(model[id].heading) && used.params.contains(id) {
            add(id)
        }
        for id in model.defines.indices.map(DefineID.init)
        where isMade(model[id].heading) && used.defines.contains(id) { add(id) }
        for id in model.decisions.indices.map(DecisionID.init) where isMade(model[id].heading) { add(id) }
        return mutants.sorted { $0.isBefore($1) }
    }

    private mutating func enter(_ heading: Heading) {
        policy = heading.policy
        subject = heading.name
    }

    private mutating func add(
        _ description: String, _ location: SourceLocation, _ edit: ModelEdit, _ site: EvaluationSite
    ) {
        mutants.append(Mutant(location: location, description: description, policy: policy, edit: edit, site: site))
    }

    // MARK: Values with names

    /// A param keeps to its bounds: nobody may write another default.
    private mutating func add(_ id: ParamID) {
        let param = model[id]
        enter(param.heading)
        for mutation in mutator.mutations(of: param.value) {
            if let bounds = param.slot.bounds, case .constant(.count(let count)) = mutation.term.kind,
                !bounds.contains(count)
            {
                continue
            }
            add("\(subject): \(mutation.description)", mutation.location, .param(id, mutation.term), .param(id))
        }
    }

    private mutating func add(_ id: DefineID) {
        enter(model[id].heading)
        for mutation in mutator.mutations(of: model[id].body) {
            add("\(subject): \(mutation.description)", mutation.location, .define(id, mutation.term), .define(id))
        }
    }

    // MARK: Decisions

    private mutating func add(_ id: DecisionID) {
        let decision = model[id]
        enter(decision.heading)
        for (index, column) in decision.columns.enumerated() {
            for mutation in mutator.mutations(of: column.value) {
                add(
                    "\(subject): \(mutation.description)", mutation.location, .column(id, index, mutation.term),
                    .column(column.local))
            }
        }
        for index in decision.rules.indices { add(rule: index, of: id) }
        if let otherwise = decision.otherwise { add(otherwise, .otherwise, "otherwise", of: id) }
        if let undetermined = decision.undetermined { add(undetermined, .undetermined, "when undetermined", of: id) }
    }

    private mutating func add(rule index: Int, of id: DecisionID) {
        let decision = model[id]
        let rule = decision.rules[index]
        let name = rule.isRow ? "row \(rule.name)" : "rule \(rule.name)"
        // Outside `first` a rule may stand negated in others, so it matters wherever it is tried.
        let removal: EvaluationSite = decision.mode == .first ? .conclusion(id, .rule(index)) : .rule(id, index)
        add("\(name) gone", rule.location, .remove(id, index), removal)
        if decision.mode == .first, index + 1 < decision.rules.count, !rule.excludes(decision.rules[index + 1]) {
            let next = decision.rules[index + 1]
            let description = "\(next.isRow ? "row" : "rule") \(next.name) before \(rule.name)"
            add(description, next.location, .swap(id, index), .conclusion(id, .rule(index)))
        }
        for mutation in RuleMutator(rule: rule, decision: decision, mutator: mutator, words: words).mutations {
            add(
                "\(name): \(mutation.description)", mutation.location, .condition(id, index, mutation.term),
                .rule(id, index))
        }
        add(rule.conclusion, .rule(index), name, of: id)
    }

    private mutating func add(_ conclusion: Conclusion, _ rule: RuleReference, _ name: String, of id: DecisionID) {
        let changes = ConclusionMutator(model: model, mutator: mutator, words: words).mutations(of: conclusion)
        let prefix = name.contains(" ") && name != "when undetermined" ? name : "\(subject): \(name)"
        for change in changes {
            add(
                "\(prefix): \(change.description)", change.location, .conclusion(id, rule, change.conclusion),
                .conclusion(id, rule))
        }
    }
}

extension Mutant {
    /// By file and place; those of one place in the order in which they were made, which sorting keeps.
    fileprivate func isBefore(_ other: Mutant) -> Bool {
        let (mine, theirs) = (location, other.location)
        if mine.file.path != theirs.file.path { return mine.file.path < theirs.file.path }
        return mine.range.lower < theirs.range.lower
    }
}

extension Rule {
    var isRow: Bool { origin != .written }
}
