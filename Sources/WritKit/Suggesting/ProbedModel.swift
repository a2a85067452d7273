import WritEngine
import WritSemantics
import WritSource

/// A model that means the same, in which comparisons are decisions of their own: an observer is told of these, with what is
/// compared.
struct ProbedModel {
    private(set) var model: CheckedModel
    /// Those of the wanted files, in the order of the model.
    private(set) var probes: [ComparisonProbe] = []
    /// The number of the decision that stands for the first probe.
    let firstProbe: Int

    init(_ original: CheckedModel, in paths: Set<String>) {
        model = original
        firstProbe = original.decisions.count
        func isWanted(_ heading: Heading) -> Bool { paths.contains(heading.location.file.path) }
        for index in original.defines.indices where isWanted(original.defines[index].heading) {
            model.defines[index].body = probed(original.defines[index].body, .define(DefineID(index)))
        }
        for index in original.decisions.indices where isWanted(original.decisions[index].heading) {
            let id = DecisionID(index)
            for (place, column) in original.decisions[index].columns.enumerated() {
                model.decisions[index].columns[place].value = probed(column.value, .column(column.local))
            }
            for (place, rule) in original.decisions[index].rules.enumerated() {
                model.decisions[index].rules[place].condition = probed(rule.condition, .rule(id, place))
                if let value = rule.conclusion.value {
                    model.decisions[index].rules[place].conclusion.value = probed(value, .conclusion(id, .rule(place)))
                }
            }
        }
    }

    private mutating func probed(_ term: Term, _ site: EvaluationSite) -> Term {
        let operands = term.operands.map { probed($0, site) }
        if case .message = term.kind { return term }
        let changed = operands.isEmpty ? term : term.rewritingOperands { index, _ in operands[index] }
        switch changed.kind {
        case .compare(let ordering, let left, let right):
            guard left.type.isQuantity, right.type.isQuantity else { return changed }
            return probe(.order(ordering, left: left.type, right: right.type), changed, [left, right], site)
        case .isCase(let value, _), .equal(let value, _):
            guard case .variant(let id) = value.type, changed.isTestOfOneCase else { return changed }
            let tested: [Term] = if case .equal(_, let other) = changed.kind { [value, other] } else { [value] }
            return probe(.value(id, subject: ComparisonProbe.Subject(value)), changed, tested, site)
        default: return changed
        }
    }

    /// A decision with the operands as arguments, and the call of it.
    private mutating func probe(
        _ kind: ComparisonProbe.Kind, _ term: Term, _ operands: [Term], _ site: EvaluationSite
    ) -> Term {
        let locals = operands.map { operand in
            model.locals.append(Local(name: "side", type: operand.type))
            return LocalID(model.locals.count - 1)
        }
        model.localCount = model.locals.count
        let body = term.rewritingOperands { index, operand in
            Term(.local(locals[index]), operand.type, operand.location)
        }
        let heading = Heading(name: "comparison", location: term.location, policy: "")
        model.decisions.append(
            Decision(
                heading: heading, parameters: locals, parameterSlots: [], type: .boolean, mode: .first, rules: [],
                otherwise: Conclusion(value: body, location: term.location)))
        probes.append(ComparisonProbe(kind: kind, term: term, site: site))
        return Term(.decision(DecisionID(model.decisions.count - 1), operands), .boolean, term.location)
    }
}

extension Term {
    /// Whether a value is compared with one case of its type that is written there.
    fileprivate var isTestOfOneCase: Bool {
        switch kind {
        case .isCase: true
        case .equal(_, let other): if case .constant(.variant) = other.kind { true } else { false }
        default: false
        }
    }
}
