import WritSemantics

@testable import WritAnalysis

/// Compares what the checks find in a policy with what its cases show.
struct BruteForceFindings {
    let cases: BruteForceCases
    let questions: CaseQuestions
    var tally = BruteForceTally()

    private var model: CheckedModel { cases.model }
    private var decisions: [DecisionID] { model.decisions.indices.map { DecisionID($0) } }

    init(
        _ cases: BruteForceCases, budget: SearchBudget, _ makeSolver: @escaping (FormulaTable) -> any CaseSolver
    ) {
        self.cases = cases
        questions = CaseQuestions(cases.model, budget: budget, makeSolver: makeSolver)
    }

    mutating func compare() {
        gaps()
        overlaps()
        unreachable()
        unproduced()
        constantConditions()
        idleOverrides()
        undetermined()
        faults()
        promises()
        relations()
    }

    /// What is found is there; what force finds is found.
    private mutating func found(_ isTold: Bool, _ isThere: Bool, _ what: String) {
        // Force has not seen long lists. What is told of them is replayed.
        tally.settle(isTold == isThere || isTold && !cases.isWhole, what)
    }

    /// Whether the conditions of a decision speak of nothing but facts.
    private func isPlain(_ id: DecisionID) -> Bool { model[id].columns.isEmpty && model[id].parameters.isEmpty }

    // MARK: Rules

    private mutating func gaps() {
        let findings = GapCheck.findings(questions)
        for id in decisions {
            let name = model[id].heading.name
            let isThere = cases.answers[id.index].contains { cases.isUncovered($0) }
            let own = findings.filter { $0.decision == id }
            if own.contains(where: { $0.kind == .undecided }) {
                tally.open("gap of \(name)")
            } else {
                found(!own.isEmpty, isThere, "gap of \(name): \(isThere) by force")
            }
            for finding in own where finding.kind == .gap {
                let shows = finding.example.flatMap(replayed).map { cases.isUncovered($0) && $0.decision == id }
                tally.settle(shows == true, "the example of the gap of \(name): \(finding.message)")
            }
        }
    }

    private mutating func overlaps() {
        let found = OverlapCheck.findings(questions)
        for id in decisions where model[id].mode == .unique {
            let own = found.filter { $0.decision == id }
            let open = own.count { $0.kind == .undecided }
            var count = 0
            let rules = model[id].rules
            for later in rules.indices {
                for earlier in 0..<later {
                    let isThere = cases.truths[id.index].contains { $0[earlier] && $0[later] }
                    let start = "`\(rules[earlier].name)` and `\(rules[later].name)` both apply"
                    let told = own.first { $0.kind == .overlap && $0.message.hasPrefix(start) }
                    if isThere { count += 1 }
                    let isCut = own.count >= 5
                    if told != nil || open == 0 && !isCut {
                        self.found(told != nil, isThere, "\(start): \(isThere) by force")
                    }
                    guard let told else { continue }
                    let fault = told.example.flatMap(replayed)?.fault
                    tally.settle(
                        fault?.kind == .severalRules && fault?.location == model[id].heading.location,
                        "the example of \(start)")
                }
            }
            if open > 0 { tally.open("overlaps, \(count) of them by force") }
        }
    }

    private mutating func unreachable() {
        let found = UnreachableCheck.findings(questions)
        for id in decisions {
            for (index, rule) in model[id].rules.enumerated() {
                let isReached =
                    switch model[id].mode {
                    case .first, .unique: cases.answers[id.index].contains { $0.rules.contains(.rule(index)) }
                    default: cases.truths[id.index].contains { $0[index] }
                    }
                let isTold = found.contains { $0.decision == id && $0.place.location == rule.location }
                tally.sound(
                    isTold, !isReached, isWhole: cases.isWhole,
                    "\(rule.name) of \(model[id].heading.name) is unreachable")
            }
        }
    }

    private mutating func unproduced() {
        let found = UnproducedCheck.findings(questions)
        for (number, type) in model.variants.enumerated() {
            let deciding = decisions.filter {
                [.variant(VariantID(number)), .list(.variant(VariantID(number)))].contains(model[$0].type)
            }
            if deciding.isEmpty || type.heading.name == "Colour" { continue }
            for (index, one) in type.cases.enumerated() {
                let isGiven = deciding.contains { id in
                    cases.answers[id.index].contains { $0.outcome.map { Self.has(index, $0) } ?? false }
                }
                let isTold = found.contains { $0.place.location == one.location }
                tally.sound(isTold, !isGiven, isWhole: cases.isWhole, "\(one.name) is never given")
            }
        }
    }

    private static func has(_ index: Int, _ datum: Datum) -> Bool {
        switch datum {
        case .variant(index, _): true
        case .list(let elements): elements.contains { has(index, $0) }
        default: false
        }
    }

    private mutating func constantConditions() {
        let found = ConstantConditionCheck.findings(questions)
        for id in decisions where isPlain(id) {
            for rule in model[id].rules {
                for part in ConstantConditionCheck.parts(rule, among: model[id].rules)
                where !ParamReadings(model).reads(part) {
                    let values = cases.values(of: part)
                    let isAlways = values.allSatisfy { $0 == .boolean(true) }
                    let isNever = !values.contains(.boolean(true))
                    let told = found.first { $0.decision == id && $0.place.location == part.location }
                    tally.sound(
                        told != nil, isAlways || isNever, isWhole: cases.isWhole,
                        "`\(part.location.text)` is always the same")
                    if let told { tally.settle(isAlways == told.message.hasSuffix("always true"), told.message) }
                }
            }
        }
    }

    private mutating func idleOverrides() {
        let found = IdleOverrideCheck.findings(questions)
        for id in decisions where model[id].mode == .first && isPlain(id) {
            let rules = model[id].rules
            for rule in rules {
                for other in rule.overrides {
                    let values = (cases.values(of: rule.condition), cases.values(of: rules[other].condition))
                    let isIdle = !zip(values.0, values.1).contains { $0 == .boolean(true) && $1 == .boolean(true) }
                    let words = "`\(rule.name)` overrides `\(rules[other].name)`, and the two never apply together"
                    let isTold = found.contains { $0.decision == id && $0.message == words }
                    tally.sound(isTold, isIdle, isWhole: cases.isWhole, words)
                }
            }
        }
    }

    // MARK: Answers

    /// What is told must be so: all values of the one unknown fact give the one outcome.
    private mutating func undetermined() {
        for finding in UndeterminedCheck.findings(questions) {
            guard let example = finding.example, let answer = example.answer, answer.needs.count == 1,
                let fields = fields(answer.needs[0])
            else {
                tally.settle(false, "undetermined without a fact: \(finding.message)")
                continue
            }
            guard isPlain(answer.decision) else { continue }
            let place = answer.needs[0].fact
            let same = cases.facts.indices.filter { number in
                let facts = cases.facts[number]
                let told = facts[place].part(fields)
                return !told.isUnknown
                    && facts.facts.indices.allSatisfy {
                        let like = example.facts.facts[$0]
                        let other = $0 == place.index ? like.replacing(fields, with: told) : like
                        return isSame(facts.facts[$0], other, model.facts[$0].slot)
                    }
            }
            let outcomes = Set(same.map { cases.answers[answer.decision.index][$0].outcome })
            let isSeen = !same.isEmpty || !cases.isWhole
            tally.settle(isSeen && outcomes.count <= 1 && !outcomes.contains(nil), finding.message)
        }
    }

    /// The fields on the way to a place, by number; nil where it is inside a list.
    private func fields(_ path: FactPath) -> [Int]? {
        var type = model[path.fact].slot.type
        var fields: [Int] = []
        for step in path.steps {
            guard case .record(let id) = type, case .field(let name) = step,
                let field = model[id].fields.firstIndex(where: { $0.name == name })
            else { return nil }
            fields.append(field)
            type = model[id].fields[field].type
        }
        return fields
    }

    /// What an example leaves out of what must be told may be anything.
    private func isSame(_ datum: Datum, _ told: Datum, _ slot: Slot) -> Bool {
        switch (datum, told, slot.type) {
        case (_, .unknown, _): datum.isUnknown || !slot.isOptional
        case (.record(let parts), .record(let others), .record(let id)):
            zip(zip(parts, others), model[id].fields).allSatisfy { isSame($0.0, $0.1, $1) }
        default: datum == told
        }
    }

    private mutating func faults() {
        for finding in PossibleFaultCheck.findings(questions) {
            let fault = finding.example.flatMap(replayed)?.fault
            tally.settle(fault?.location == finding.place.location, finding.message)
        }
    }

    private func replayed(_ example: ExampleCase) -> Answer? {
        guard BruteForceDomain(model: model).accepts(example.facts) else { return nil }
        return example.decision.map { cases.evaluator(example.facts).decide($0, arguments: example.arguments) }
    }

    // MARK: Promises

    private mutating func promises() {
        for promise in model.promises {
            let broken = Datum.boolean(promise.isNever)
            let isBroken = cases.values(of: promise.condition).contains(broken)
            let what = "promise \(promise.heading.name): broken \(isBroken) by force"
            switch PromiseProver(questions).prove(promise).verdict {
            case .proved: tally.settle(!isBroken, what)
            case .undecided: tally.open(what)
            case .refuted(let examples):
                let shows = examples.contains { cases.evaluator($0.facts).evaluate(promise.condition) == broken }
                found(true, isBroken, what)
                tally.settle(shows, "the example of \(what)")
            }
        }
    }

    private mutating func relations() {
        let prover = RelationProver(
            model: model, ordinary: questions.ordinary, budget: questions.budget, ruleLimit: 400,
            makeSolver: questions.makeSolver)
        for promise in model.relations {
            let relation = BruteForceRelation(cases: cases, promise: promise)
            let isBroken = relation.isBroken
            let what = "relation \(promise.heading.name): broken \(isBroken) by force"
            switch prover.prove(promise).verdict {
            case .proved: tally.settle(!isBroken, what)
            case .undecided: tally.open(what)
            case .refuted(let pair):
                found(true, isBroken, what)
                tally.settle(relation.isBroken(by: pair.map(\.facts)), "the two cases of \(what)")
            }
        }
    }
}

extension Datum {
    fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
