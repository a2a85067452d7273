import WritEngine
import WritSemantics

/// Which goals a case shows.
struct GoalTrace: EvaluationObserver {
    /// What happened, to look further from there.
    private(set) var trace: CaseTrace
    private(set) var shown: Set<TestGoal> = []
    private(set) var vectors: [RulePlace: Set<ConditionVector>] = [:]
    private(set) var sites: Set<EvaluationSite> = []
    private let probes: [ComparisonProbe]
    private let firstProbe: Int
    private let model: CheckedModel
    /// The leaves of the rules that are being tried, the innermost last.
    private var open: [[ConditionVector.Truth]] = []

    struct RulePlace: Hashable, Sendable {
        var decision: DecisionID
        var rule: Int
    }

    init(_ probed: ProbedModel, site: EvaluationSite?) {
        trace = CaseTrace(site)
        probes = probed.probes
        firstProbe = probed.firstProbe
        model = probed.model
    }

    mutating func began(_ scope: EvaluationScope) {
        trace.began(scope)
        if let site = EvaluationSite(scope) { sites.insert(site) }
        guard case .decision(let id, let arguments) = scope.kind, id.index >= firstProbe else { return }
        note(id.index - firstProbe, arguments)
    }

    mutating func ended(_ scope: EvaluationScope) { trace.ended(scope) }

    mutating func beganRule(_ rule: RuleReference, of decision: DecisionID) {
        trace.beganRule(rule, of: decision)
        if case .rule(let index) = rule { sites.insert(.rule(decision, index)) }
        open.append([])
    }

    mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum) {
        trace.endedRule(rule, of: decision, result)
        let leaves = open.removeLast()
        if result != .boolean(false) { sites.insert(.conclusion(decision, rule)) }
        guard case .rule(let index) = rule, leaves.count > 1 else { return }
        vectors[RulePlace(decision: decision, rule: index), default: []].insert(
            ConditionVector(leaves: leaves, result: result.truth))
    }

    mutating func tested(_ condition: Term, _ result: Datum) {
        trace.tested(condition, result)
        if !open.isEmpty { open[open.count - 1].append(result.truth) }
    }

    mutating func answered(_ answer: Answer) {
        if answer.decision.index < firstProbe { trace.answered(answer) }
    }

    mutating func read(_ param: ParamID, _ value: Datum) { trace.read(param, value) }
    mutating func compared(_ comparison: ObservedComparison) { trace.compared(comparison) }

    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) {
        trace.read(path, value, type)
        if case .unknown = value, let fields = model.fields(on: path) { shown.insert(.unknown(path.fact, fields)) }
    }

    private mutating func note(_ probe: Int, _ arguments: [Datum]) {
        switch probes[probe].kind {
        case .order(let ordering, let left, let right):
            guard case .count(let first) = arguments[0], case .count(let second) = arguments[1] else { return }
            let scale = max(left.scale, right.scale)
            let mine = first * Self.power(scale - left.scale)
            let theirs = second * Self.power(scale - right.scale)
            if mine == theirs { return _ = shown.insert(.equal(probe: probe)) }
            // `<=` and `>` turn out otherwise above the bound, `<` and `>=` below it.
            let isAbove = ordering == .lessOrEqual || ordering == .greater
            let unit = left.smallestStep * Self.power(scale - left.scale)
            let distance = isAbove ? mine - theirs : theirs - mine
            if distance > 0, distance <= unit { shown.insert(.beside(probe: probe)) }
        case .value(_, let subject):
            guard let subject, case .variant(let index, _) = arguments[0] else { return }
            shown.insert(.value(subject, index))
        }
    }

    private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension Datum {
    fileprivate var truth: ConditionVector.Truth {
        switch self {
        case .boolean(let truth): truth ? .yes : .no
        default: .open
        }
    }
}

extension CheckedModel {
    /// The fields on the way, by number; nil for a way through a list or a variant.
    func fields(on path: FactPath) -> [Int]? {
        var type = self[path.fact].slot.type
        var fields: [Int] = []
        for step in path.steps {
            guard case .field(let name) = step, case .record(let id) = type,
                let index = self[id].fields.firstIndex(where: { $0.name == name })
            else { return nil }
            fields.append(index)
            type = self[id].fields[index].type
        }
        return fields
    }
}
