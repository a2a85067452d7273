import WritDiagnostics
import WritSource
import WritSyntax

/// Puts a decision's rules in the order in which they are tried, and makes `overrides` part of the order or the conditions.
///
/// Under `first` an overriding rule stands before the earliest rule it overrides. Under the other modes the overridden rule
/// applies only where the overriding rule's own condition does not.
struct OverridePlacement {
    private let elaboration: Elaboration
    private let mode: Decision.Mode
    private let draft: DecisionDraft
    /// By rule, the rules it overrides.
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

    func placed() -> [Rule] {
        if targets.isEmpty { return draft.rules.map(\.rule) }
        let order = mode == .first ? order() : Array(draft.rules.indices)
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
        var order = Array(draft.rules.indices)
        var finished: Set<Int> = []
        for index in targets.keys.sorted() { move(index, in: &order, &finished) }
        return order
    }

    /// Rules that are overridden are placed before those that override them.
    private func move(_ index: Int, in order: inout [Int], _ finished: inout Set<Int>) {
        guard let targets = targets[index], finished.insert(index).inserted else { return }
        for target in targets { move(target, in: &order, &finished) }
        guard let place = order.firstIndex(of: index), let earliest = order.firstIndex(where: targets.contains),
            earliest < place
        else { return }
        order.remove(at: place)
        order.insert(index, at: earliest)
    }

    private func condition(of index: Int) -> Term {
        let own = draft.rules[index].rule.condition
        let overriding = targets.keys.sorted().filter { targets[$0]!.contains(index) }
        if overriding.isEmpty { return own }
        return Terms.conjunction(
            [own] + overriding.map { Terms.negation(of: draft.rules[$0].rule.condition) }, at: own.location)
    }
}
