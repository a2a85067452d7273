import Testing

@testable import WritAnalysis

@Suite("The search on policies of many rules")
struct CaseSearchPolicyTests {
    /// In release all questions about 120 rules take a few milliseconds (docs/design/solving.md); here a loop that creeps would show.
    @Test("Which rules can be reached, and whether none may fire", arguments: [60, 120])
    func reachability(count: Int) {
        let policy = RandomPolicy(seed: 3, rules: count)
        let search = CaseSearch(table: policy.table)
        var answers: [Bool] = []
        for (index, rule) in policy.rules.enumerated() {
            let goals = [rule] + policy.rules[..<index].map { !$0 }
            switch search.solve(goals, budget: .ordinary) {
            case .found(let valuation):
                answers.append(true)
                #expect(goals.allSatisfy { policy.table.holds($0, in: valuation) })
            case .none: answers.append(false)
            case .undecided(let hardness): Issue.record("rule \(index): \(hardness)")
            }
        }
        #expect(answers.contains(true) && answers.contains(false))
        #expect(answers == fresh(policy), "what was learned in between changes no answer")
    }

    /// The same questions, each to a search that knows of no other.
    private func fresh(_ policy: RandomPolicy) -> [Bool] {
        policy.rules.indices.map { index in
            let goals = [policy.rules[index]] + policy.rules[..<index].map { !$0 }
            if case .found = CaseSearch(table: policy.table).solve(goals, budget: .ordinary) { return true }
            return false
        }
    }
}
