import WritSemantics
import WritSource

/// What a decision reads on the way to each of its conclusions, worked out once for all cases.
final class TraceTemplate: Sendable {
    let trace: BranchTrace
    /// In the order of first use by the conditions.
    private let facts: [StaticReads.Read]
    private let params: [UsedParam]
    /// By the number of the conclusion reached: how many of them were read, and what only the conclusion reads.
    private let reached: [Reached]
    /// Their fields are read, so they must be known.
    let records: [StaticReads.Read]

    /// As far as an explanation needs them: a rule as declared has so many parts that copying it is felt.
    let rules: [Rule]

    struct Rule: Sendable {
        var number: Int
        var name: String
        var location: SourceLocation
        var operands: [Term]
    }

    private struct Reached: Sendable {
        var factCount: Int
        var paramCount: Int
        var facts: [StaticReads.Read]
        var params: [UsedParam]
    }

    /// Nil when it reads other facts in other cases, or has no trace in the program.
    init?(_ id: DecisionID, in program: BranchProgram) {
        let model = program.model
        let decision = model[id]
        guard program.makes(id), let trace = program.decisions[id.index]?.trace else { return nil }
        self.trace = trace
        var reads = StaticReads(decision, in: model)
        var reached: [Reached] = []
        for (number, conclusion) in decision.allConclusions.enumerated() {
            if number < decision.rules.count, !reads.visit(decision.rules[number].condition) { return nil }
            var further = reads
            guard further.visit(conclusion), further.records.elements.count == reads.records.elements.count else {
                return nil
            }
            let counts = (reads.facts.elements.count, reads.params.elements.count)
            reached.append(
                Reached(
                    factCount: counts.0, paramCount: counts.1, facts: Array(further.facts.elements[counts.0...]),
                    params: further.params.elements[counts.1...].map { UsedParam($0, in: model) }))
        }
        self.reached = reached
        facts = reads.facts.elements
        params = reads.params.elements.map { UsedParam($0, in: model) }
        records = reads.records.elements
        rules = decision.rules.enumerated().map { number, rule in
            Rule(number: number, name: rule.name, location: rule.location, operands: rule.condition.conjuncts)
        }
    }

    func facts(reaching number: Int, in facts: FactSet) -> [UsedFact] {
        let (before, after) = (self.facts[..<reached[number].factCount], reached[number].facts)
        var used: [UsedFact] = []
        used.reserveCapacity(before.count + after.count)
        for read in before { used.append(UsedFact(path: read.path, value: facts[read], type: read.type)) }
        for read in after { used.append(UsedFact(path: read.path, value: facts[read], type: read.type)) }
        return used
    }

    func params(reaching number: Int) -> [UsedParam] {
        Array(params[..<reached[number].paramCount]) + reached[number].params
    }
}

extension UsedParam {
    /// A param that has one value, and that the policy's own.
    fileprivate init(_ id: ParamID, in model: CheckedModel) {
        guard case .constant(let value) = model[id].value.kind else { preconditionFailure("the param is a constant") }
        self.init(param: id, value: value, source: model[id].source, isOverridden: false)
    }
}
