import WritEngine
import WritSemantics

/// Looks for a case that tells a mutant from the policy.
struct SurvivorSearch {
    let policy: MutantTrial
    let mutant: MutantTrial
    let site: EvaluationSite
    let guesses: ChangeGuesses

    /// So many cases are looked at for one mutant, at most; of two rules that change places mostly nothing is to be found.
    private static let budget = 600
    private static let smallBudget = 300
    var isSwap = false

    /// Of a decision with thousands of rows each case takes long, and there are thousands of mutants.
    private static let rulesTried = 60_000

    private var budget: Int {
        let count = site.decision.map { policy.model[$0].rules.count } ?? 0
        return max(24, min(isSwap ? Self.smallBudget : Self.budget, Self.rulesTried / max(1, count)))
    }

    /// The case, or nil if none was found.
    func find(from starts: [SearchStart], _ finders: [any DifferenceFinder]) -> MissingTest? {
        var search = CaseSearch(guesses: guesses, goal: Self.goal, budget: budget)
        if let step = search.best(from: starts, glance: glance, judge), step.verdict.score >= Self.words {
            return test(step)
        }
        for start in starts.prefix(1) where start.question.arguments.isEmpty {
            let near = starts.filter { $0.question.decision == start.question.decision }.map(\.question.facts)
            for finder in finders {
                guard
                    let facts = finder.difference(
                        between: policy.model, and: mutant.model, decision: start.question.decision, near: near)
                else { continue }
                var question = start.question
                question.facts = facts
                let verdict = judge(question)
                if verdict.score >= Self.words {
                    let step = CaseSearch.Step(
                        question: question, start: SearchStart(question: question), changes: [], verdict: verdict)
                    return test(step)
                }
            }
        }
        return nil
    }

    private static let words = 50_000
    private static let goal = 60_000

    private func glance(_ question: Question) -> CaseSearch.Glance {
        let mine = policy.decide(question)
        let theirs = mutant.decide(question)
        let difference = AnswerDifference(mine, theirs)
        var hasher = Hasher()
        hasher.combine(mine.answer.status)
        hasher.combine(mine.answer.rules)
        hasher.combine(mine.answer.held)
        if case .unknown? = mine.answer.outcome {} else { hasher.combine(mine.answer.outcome) }
        return CaseSearch.Glance(
            score: difference == .none ? nil : Self.words, summary: hasher.finalize())
    }

    /// How far the change in the mutant shows: where it is come to, in a leaf, a rule, another decision, the answer.
    private func judge(_ question: Question) -> CaseSearch.Verdict {
        var trace = CaseTrace(site)
        let mine = policy.decide(question, observing: &trace)
        guard trace.isReached else {
            return CaseSearch.Verdict(score: min(trace.triedCount, 9_999), trace: trace, summary: trace.summary)
        }
        var other = CaseTrace(site)
        let theirs = mutant.decide(question, observing: &other)
        let difference = AnswerDifference(mine, theirs)
        var score = 10_000
        if trace.leaves.finalize() != other.leaves.finalize() { score = 20_000 }
        if trace.rules.finalize() != other.rules.finalize() { score = 30_000 }
        if trace.answers.finalize() != other.answers.finalize() { score = 40_000 }
        if difference > .none {
            score = difference == .outcome ? Self.goal : Self.words
            // No test passes on a case that breaks a promise.
            if !policy.broken(question).isEmpty { score = -1 }
        }
        return CaseSearch.Verdict(score: score, trace: trace, summary: trace.summary)
    }

    /// What the mutant reads and the policy does not is told too: unknown, it could hide the difference.
    private func test(_ step: CaseSearch.Step) -> MissingTest {
        var other = CaseTrace(nil)
        _ = mutant.decide(step.question, observing: &other)
        let known = Set(step.verdict.trace.reads.map(\.path))
        return MissingTest(
            decided: policy.decide(step.question), start: step.start.test, changes: step.changes,
            isAboutWords: step.verdict.score < Self.goal,
            read: step.verdict.trace.reads + other.reads.filter { !known.contains($0.path) })
    }
}
