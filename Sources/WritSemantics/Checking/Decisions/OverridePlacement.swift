import WritDiagnostics
import WritSource
import WritSyntax

/// Puts a decision's rules in the order in which they are tried, and makes `overrides` part of the order or the conditions.
///
/// Under `first` an overriding rule stands before the earliest rule it overrides. Under the other modes the overridden rule
/// applies only where the overriding rule's own condition does not. `otherwise` is the last place in the order, and under the
/// other modes a rule that overrides it applies only where no rule does that it does not override.
struct OverridePlacement {
    private let elaboration: Elaboration
    private let mode: Decision.Mode
    private let draft: DecisionDraft
    /// By rule, the rules it overrides; `otherwise` counts as one more than there are.
    private var targets: [Int: [Int]] = [:]

    init(elaboration: Elaboration, mode: Decision.Mode, draft: DecisionDraft) {
        self.elaboration = elaboration
        self.mode = mode
        self.draft = draft
        for (index, rule) in draft.rules.enumerated() where !rule.overrides.isEmpty {
            targets[index] = resolve(rule, index)
        }
        dropCycles()
        if mode == .first { reportIdleExtensions() }
    }

    private var otherwise: Int { draft.rules.count }

    func placed() -> [Rule] {
        if targets.isEmpty { return draft.rules.map(\.rule) }
        let order = mode == .first ? order().filter { $0 != otherwise } : Array(draft.rules.indices)
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        return order.map { index in
            var rule = draft.rules[index].rule
            rule.overrides = (targets[index] ?? []).compactMap { places[$0] }.sorted()
            if mode != .first { rule.condition = condition(of: index) }
            return rule
        }
    }

    // MARK: Names

    private func resolve(_ rule: RuleDraft, _ index: Int) -> [Int] {
        var found: [Int] = []
        for token in rule.overrides {
            if token.kind == .otherwise {
                if draft.otherwise == nil {
                    reportNoOtherwise(token)
                } else if !found.contains(otherwise) {
                    found.append(otherwise)
                }
                continue
            }
            guard let target = draft.indexByName[token.text] else {
                if draft.isIncomplete { continue }
                elaboration.error(
                    .unknownRule, "the decision has no rule `\(token.text)` to override", at: token.location,
                    "not a rule of it",
                    help: Spelling.question(token.text, among: draft.names))
                continue
            }
            if !found.contains(target) { found.append(target) }
        }
        return found
    }

    private func reportNoOtherwise(_ token: SyntaxToken) {
        if draft.isIncomplete { return }
        elaboration.error(
            .overridesNothing, "the decision has no `otherwise` to override", at: token.location,
            "nothing stands there",
            help: mode == .first
                ? "name the rule that this one stands before" : "leave `overrides` out: a further rule needs none")
    }

    private func reportIdleExtensions() {
        for rule in draft.rules where rule.isExtension && rule.overrides.isEmpty {
            elaboration.error(
                .overridesNothing, "rule `\(rule.rule.name)` has no place among the rules of the decision it extends",
                at: rule.rule.location, "before which rule?",
                help: "under `first` the order decides: add `overrides` and the rule that this one stands before")
        }
    }

    // MARK: Cycles

    /// Rules that override each other are reported once, and override nothing.
    private mutating func dropCycles() {
        var finished: Set<Int> = []
        for index in targets.keys.sorted() { visit(index, [], &finished) }
    }

    private mutating func visit(_ index: Int, _ path: [Int], _ finished: inout Set<Int>) {
        if finished.contains(index) { return }
        if let start = path.firstIndex(of: index) {
            reportCycle(Array(path[start...]))
            for member in path[start...] { targets[member] = [] }
            return
        }
        for target in targets[index] ?? [] { visit(target, path + [index], &finished) }
        finished.insert(index)
    }

    private func reportCycle(_ path: [Int]) {
        let rules = path.map { draft.rules[$0].rule }
        let names = (rules + [rules[0]]).map(\.name).joined(separator: " → ")
        elaboration.error(
            .overridesCycle, "the rules override each other: \(names)", at: rules[0].location,
            "overrides and is overridden",
            also: rules.dropFirst().map { Label($0.location, "also") },
            help: "one of two rules outweighs the other, never both")
    }

    // MARK: Order and conditions

    private func order() -> [Int] {
        var order = Array(0...otherwise)
        var finished: Set<Int> = []
        for index in targets.keys.sorted() { move(index, in: &order, &finished) }
        return order
    }

    /// Rules that are overridden are placed before those that override them. What overrides `otherwise` alone is tried last,
    /// wherever it is written.
    private func move(_ index: Int, in order: inout [Int], _ finished: inout Set<Int>) {
        guard let targets = targets[index], finished.insert(index).inserted else { return }
        for target in targets { move(target, in: &order, &finished) }
        guard let place = order.firstIndex(of: index), let earliest = order.firstIndex(where: targets.contains),
            earliest < place || targets == [otherwise]
        else { return }
        order.remove(at: place)
        order.insert(index, at: min(earliest, order.count - 1))
    }

    private func condition(of index: Int) -> Term {
        let own = draft.rules[index].rule.condition
        let overriding = Set(targets.keys.filter { targets[$0]!.contains(index) }).union(outweighing(index)).sorted()
        if overriding.isEmpty { return own }
        return Terms.conjunction(
            [own] + overriding.map { Terms.negation(of: draft.rules[$0].rule.condition) }, at: own.location)
    }

    /// What a rule in the place of `otherwise` yields to: all rules that are not there with it and that it does not override.
    private func outweighing(_ index: Int) -> [Int] {
        guard let own = targets[index], own.contains(otherwise) else { return [] }
        return draft.rules.indices.filter {
            $0 != index && !own.contains($0) && targets[$0]?.contains(otherwise) != true
        }
    }
}
