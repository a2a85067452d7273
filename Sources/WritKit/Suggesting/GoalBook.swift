import WritSemantics

/// Which goals have been shown so far.
struct GoalBook: Sendable {
    private(set) var shown: Set<TestGoal> = []
    private var vectors: [GoalTrace.RulePlace: [ConditionVector]] = [:]

    /// Takes what a case shows.
    mutating func take(_ trace: GoalTrace) {
        shown.formUnion(trace.shown)
        for (place, found) in trace.vectors {
            for vector in found where vectors[place]?.contains(vector) != true {
                for known in vectors[place] ?? [] {
                    guard let leaf = vector.flip(to: known) else { continue }
                    shown.insert(.flip(place.decision, rule: place.rule, leaf: leaf))
                }
                vectors[place, default: []].append(vector)
            }
        }
    }

    /// Whether a case shows what has not been shown.
    func shows(_ goal: TestGoal, _ trace: GoalTrace) -> Bool {
        guard case .flip(let decision, let rule, let leaf) = goal else { return trace.shown.contains(goal) }
        let place = GoalTrace.RulePlace(decision: decision, rule: rule)
        return trace.vectors[place]?.contains { vector in
            vectors[place]?.contains { vector.flip(to: $0) == leaf } == true
        } ?? false
    }
}
