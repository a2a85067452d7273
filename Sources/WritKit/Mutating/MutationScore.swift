/// How many of a policy's mutants the tests notice.
public struct MutationScore: Sendable {
    /// The name in the policies' headers; empty for files without one.
    public let policy: String
    /// Mutants on which a test fails.
    public private(set) var noticed = 0
    /// Those on which none does, and one could.
    public private(set) var missed = 0
    /// Those of which no case was found that tells them from the policy. Some are the same policy in other words.
    public private(set) var undecided = 0

    /// How many mutants there are.
    public var total: Int { noticed + missed + undecided }

    /// Those that are noticed, in percent, rounded down; 100 where there is nothing to notice. A mutant counts as long as nobody
    /// has shown it to be the same policy.
    public var percent: Int { total == 0 ? 100 : noticed * 100 / total }

    /// The scores of the policies, in the order of their mutants.
    public static func scores(of results: [MutantResult]) -> [MutationScore] {
        var scores: [MutationScore] = []
        var places: [String: Int] = [:]
        for result in results {
            let policy = result.mutant.policy
            let place = places[policy] ?? scores.count
            if place == scores.count {
                places[policy] = place
                scores.append(MutationScore(policy: policy))
            }
            scores[place].add(result)
        }
        return scores
    }

    /// All policies together.
    public static func total(of results: [MutantResult]) -> MutationScore {
        results.reduce(into: MutationScore(policy: "")) { $0.add($1) }
    }

    private init(policy: String) { self.policy = policy }

    private mutating func add(_ result: MutantResult) {
        switch result.fate {
        case .noticed: noticed += 1
        case .missed: missed += 1
        case .same: undecided += 1
        }
    }
}
