import WritEngine
import WritSemantics
import WritSource

/// States what the tests of a policy should show.
struct GoalMaker {
    private let model: CheckedModel
    private let probed: ProbedModel
    private let words: MutationWords
    private let used: UsedDeclarations
    private var goals: [StatedGoal] = []
    private var made: Set<TestGoal> = []

    init(_ model: CheckedModel, _ probed: ProbedModel) {
        self.model = model
        self.probed = probed
        words = MutationWords(model: model)
        used = UsedDeclarations(model)
    }

    /// The goals of what stands in some files, each once, in the order of the model.
    mutating func make(in paths: Set<String>) -> [StatedGoal] {
        for (index, probe) in probed.probes.enumerated() { add(probe, index) }
        func isWanted(_ heading: Heading) -> Bool { paths.contains(heading.location.file.path) }
        for (index, define) in model.defines.enumerated() where isWanted(define.heading) {
            addUnknowns(define.body, .define(DefineID(index)))
        }
        for (index, decision) in model.decisions.enumerated() where isWanted(decision.heading) {
            let id = DecisionID(index)
            for column in decision.columns { addUnknowns(column.value, .column(column.local)) }
            for (place, rule) in decision.rules.enumerated() {
                addUnknowns(rule.condition, .rule(id, place))
                addFlips(place, of: id)
            }
        }
        return goals
    }

    private mutating func add(
        _ goal: TestGoal, _ site: EvaluationSite, _ location: SourceLocation, _ description: String
    ) {
        if case .define(let id) = site, !used.defines.contains(id) { return }
        guard made.insert(goal).inserted else { return }
        goals.append(
            StatedGoal(
                goal: goal, site: site, policy: heading(of: site).policy, location: location, description: description))
    }

    private func heading(of site: EvaluationSite) -> Heading {
        switch site {
        case .define(let id): model[id].heading
        case .param(let id): model[id].heading
        case .rule(let id, _), .conclusion(let id, _): model[id].heading
        case .column(let local):
            model.decisions.first { $0.columns.contains { $0.local == local } }!.heading
        }
    }

    private mutating func add(_ probe: ComparisonProbe, _ index: Int) {
        let text = words.quoted(probe.term)
        switch probe.kind {
        case .order(let ordering, _, _):
            let side = ordering == .lessOrEqual || ordering == .greater ? "above" : "below"
            add(.equal(probe: index), probe.site, probe.term.location, "\(text) at the boundary")
            add(.beside(probe: index), probe.site, probe.term.location, "\(text) just \(side) the boundary")
        case .value(let id, let subject):
            guard let subject, let value = probe.term.operands.first else { return }
            for (number, found) in model[id].cases.enumerated() where found.fields.isEmpty {
                add(
                    .value(subject, number), probe.site, probe.term.location,
                    "\(words.quoted(value.location.text)) \(found.name)")
            }
        }
    }

    private mutating func addUnknowns(_ term: Term, _ site: EvaluationSite) {
        if case .fact(let id, let fields)? = ComparisonProbe.Subject(term) {
            if slot(id, fields).isOptional {
                add(.unknown(id, fields), site, term.location, "`\(name(id, fields))` unknown")
            }
            return
        }
        for operand in term.operands { addUnknowns(operand, site) }
    }

    private func slot(_ fact: FactID, _ fields: [Int]) -> Slot {
        model.slots(to: ToldFact(fact: fact, fields: fields, value: .boolean(true), type: .boolean)).last!
    }

    private func name(_ fact: FactID, _ fields: [Int]) -> String {
        let slots = model.slots(to: ToldFact(fact: fact, fields: fields, value: .boolean(true), type: .boolean))
        return ([model[fact].heading.name] + slots.dropFirst().map(\.name)).joined(separator: ".")
    }

    /// Of a rule with several conditions, that each of them matters.
    private mutating func addFlips(_ rule: Int, of id: DecisionID) {
        let leaves = model[id].rules[rule].condition.testedLeaves
        guard leaves.count > 1 else { return }
        let name = model[id].rules[rule].name
        for (index, leaf) in leaves.enumerated() {
            add(
                .flip(id, rule: rule, leaf: index), .rule(id, rule), leaf.location,
                "\(name): \(words.quoted(leaf)) alone decides")
        }
    }
}

extension Term {
    /// The leaves of a condition, in the order in which an observer is told of them.
    fileprivate var testedLeaves: [Term] {
        switch kind {
        case .and(let operands), .or(let operands): operands.flatMap(\.testedLeaves)
        case .not(let operand): operand.testedLeaves
        default: [self]
        }
    }
}
