import WritEngine
import WritSemantics

/// What happened while a decision was made: what was read and compared, and how near it came to a site.
struct CaseTrace: EvaluationObserver {
    /// A fact, or a part of one, with the value it had.
    struct Read {
        var path: FactPath
        var value: Datum
        var type: WritType
    }

    private let site: EvaluationSite?
    /// Each fact once, in the order of first use; those that the site itself reads are the near ones.
    private(set) var near: [Read] = []
    private(set) var far: [Read] = []
    private(set) var nearComparisons: [ObservedComparison] = []
    private(set) var farComparisons: [ObservedComparison] = []
    /// Whether the site was come to.
    private(set) var isReached = false
    /// How many rules were tried of the decision that the site is in.
    private(set) var triedCount = 0
    /// What leaves of conditions, rules and decisions came to, each as one number, to tell two runs apart.
    private(set) var leaves = Hasher()
    private(set) var rules = Hasher()
    private(set) var answers = Hasher()

    private var nearPaths: Set<FactPath> = []
    private var farPaths: Set<FactPath> = []
    private var depth = 0

    /// More than this are not kept.
    private static let limit = 300

    init(_ site: EvaluationSite?) { self.site = site }

    mutating func began(_ scope: EvaluationScope) { enter(EvaluationSite(scope)) }
    mutating func ended(_ scope: EvaluationScope) { leave(EvaluationSite(scope)) }
    mutating func beganRule(_ rule: RuleReference, of decision: DecisionID) {
        guard case .rule(let index) = rule else { return }
        if site?.decision == decision { triedCount += 1 }
        enter(.rule(decision, index))
    }

    mutating func endedRule(_ rule: RuleReference, of decision: DecisionID, _ result: Datum) {
        if case .rule(let index) = rule { leave(.rule(decision, index)) }
        rules.combine(decision)
        rules.combine(result.truthNumber)
        if result != .boolean(false), site == .conclusion(decision, rule) { isReached = true }
    }

    mutating func answered(_ answer: Answer) {
        answers.combine(answer.decision)
        answers.combine(answer.status)
        if case .unknown? = answer.outcome {} else { answers.combine(answer.outcome) }
        answers.combine(answer.actions.count)
        if case .conclusion(answer.decision, let rule)? = site {
            if rule == .otherwise, answer.rules.isEmpty || answer.rules == [.otherwise] { isReached = true }
            if rule == .undetermined, answer.status != .determined { isReached = true }
        }
    }

    mutating func tested(_ condition: Term, _ result: Datum) { leaves.combine(result.truthNumber) }

    mutating func read(_ param: ParamID, _ value: Datum) { if site == .param(param) { isReached = true } }

    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) {
        if depth > 0 {
            if near.count < Self.limit, nearPaths.insert(path).inserted {
                near.append(Read(path: path, value: value, type: type))
            }
        } else if far.count < Self.limit, farPaths.insert(path).inserted {
            far.append(Read(path: path, value: value, type: type))
        }
    }

    mutating func compared(_ comparison: ObservedComparison) {
        if depth > 0 {
            if nearComparisons.count < Self.limit { nearComparisons.append(comparison) }
        } else if farComparisons.count < Self.limit {
            farComparisons.append(comparison)
        }
    }

    private mutating func enter(_ other: EvaluationSite?) {
        guard let other, other == site else { return }
        depth += 1
        isReached = true
    }

    private mutating func leave(_ other: EvaluationSite?) {
        if let other, other == site { depth -= 1 }
    }

    /// What was read, the near facts first.
    var reads: [Read] { near + far.filter { !nearPaths.contains($0.path) } }

    /// One number for all that happened.
    var summary: Int {
        var hasher = Hasher()
        hasher.combine(leaves.finalize())
        hasher.combine(rules.finalize())
        hasher.combine(answers.finalize())
        return hasher.finalize()
    }
}

extension EvaluationSite {
    /// The decision it is part of, if any.
    var decision: DecisionID? {
        switch self {
        case .rule(let id, _), .conclusion(let id, _): id
        case .define, .param, .column: nil
        }
    }
}

extension Datum {
    /// False, true and unknown as numbers.
    fileprivate var truthNumber: Int {
        switch self {
        case .boolean(let truth): truth ? 1 : 0
        default: 2
        }
    }
}
