import WritEngine
import WritSemantics
import WritSource

/// Which rules the tests made fire, and which conditions they found true and false.
public struct Coverage: EvaluationObserver, Sendable {
    private let model: CheckedModel
    private var fired: Set<RuleKey> = []
    private var conditions: [SourceLocation: (isTrue: Bool, isFalse: Bool)] = [:]

    private struct RuleKey: Hashable {
        var decision: DecisionID
        var rule: RuleReference
    }

    init(of model: CheckedModel) { self.model = model }

    /// Notes the rules that answered.
    public mutating func answered(_ answer: Answer) {
        for rule in answer.rules { fired.insert(RuleKey(decision: answer.decision, rule: rule)) }
    }

    /// Notes whether a condition was true or false; an unknown one is neither.
    public mutating func tested(_ condition: Term, _ result: Datum) {
        guard case .boolean(let truth) = result else { return }
        var seen = conditions[condition.location] ?? (false, false)
        if truth { seen.isTrue = true } else { seen.isFalse = true }
        conditions[condition.location] = seen
    }

    /// What is covered, by policy.
    public var policies: [PolicyCoverage] {
        var order: [String] = []
        var found: [String: PolicyCoverage] = [:]
        for index in model.decisions.indices {
            let name = model.decisions[index].heading.policy
            if found[name] == nil { order.append(name) }
            add(DecisionID(index), to: &found[name, default: PolicyCoverage(policy: name)])
        }
        return order.compactMap { found[$0] }
    }

    private func add(_ id: DecisionID, to coverage: inout PolicyCoverage) {
        let decision = model[id]
        for (index, rule) in decision.rules.enumerated() {
            coverage.note(
                "\(decision.heading.name): rule \(rule.name)", rule.location,
                fired.contains(RuleKey(decision: id, rule: .rule(index))))
            for leaf in ConditionLeaf.leaves(of: index, in: decision) { note(leaf, in: &coverage) }
        }
        if let otherwise = decision.otherwise {
            coverage.note(
                "\(decision.heading.name): otherwise", otherwise.location,
                fired.contains(RuleKey(decision: id, rule: .otherwise)))
        }
    }

    private func note(_ leaf: ConditionLeaf, in coverage: inout PolicyCoverage) {
        var seen = conditions[leaf.location] ?? (false, false)
        if leaf.isInverted { seen = (isTrue: seen.isFalse, isFalse: seen.isTrue) }
        coverage.conditions += 2
        coverage.coveredConditions += (seen.isTrue ? 1 : 0) + (seen.isFalse ? 1 : 0)
        if !seen.isTrue { coverage.uncovered.append(("never true: \(leaf.location.text)", leaf.location)) }
        if !seen.isFalse { coverage.uncovered.append(("never false: \(leaf.location.text)", leaf.location)) }
    }
}

/// How much of one policy's rules and conditions the tests exercise.
public struct PolicyCoverage: Sendable {
    /// The name in the policies' headers; empty for files without one.
    public let policy: String
    /// How many rules, rows and `otherwise` the policy has.
    public internal(set) var rules = 0
    /// How many of them answered at least once.
    public internal(set) var coveredRules = 0
    /// Two for each leaf of a rule's condition: that it was true once, and false once.
    public internal(set) var conditions = 0
    /// How many of the two for each leaf were seen.
    public internal(set) var coveredConditions = 0
    /// What no test exercises, in words and with its place.
    public internal(set) var uncovered: [(what: String, location: SourceLocation)] = []

    mutating func note(_ what: String, _ location: SourceLocation, _ isCovered: Bool) {
        rules += 1
        coveredRules += isCovered ? 1 : 0
        if !isCovered { uncovered.append((what, location)) }
    }

    /// Covered rules in percent, rounded down; 100 where there is nothing to cover.
    public var rulePercent: Int { rules == 0 ? 100 : coveredRules * 100 / rules }
    /// Covered outcomes of conditions in percent, rounded down; 100 where there is nothing to cover.
    public var conditionPercent: Int { conditions == 0 ? 100 : coveredConditions * 100 / conditions }
}
