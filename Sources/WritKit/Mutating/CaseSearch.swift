import WritSemantics

/// Looks for a case by changing one fact after another of cases there are, always going on from the most promising ones.
///
/// The same starts give the same case: nothing depends on chance or time.
struct CaseSearch {
    /// How near a case comes to what is looked for.
    struct Verdict {
        /// The higher, the nearer; nobody takes what is below 0.
        var score: Int
        /// What the case did, to go on from it.
        var trace: CaseTrace
        /// Cases of one number did the same.
        var summary: Int
    }

    /// A case on the way.
    struct Step {
        var question: Question
        var start: SearchStart
        var changes: [CaseChange]
        var verdict: Verdict
    }

    /// What can be said of a case without looking on, which is several times as quick.
    struct Glance {
        /// As in a verdict, where it is good enough to be kept; nil otherwise.
        var score: Int?
        /// Cases of one number were answered the same.
        var summary: Int
    }

    let guesses: ChangeGuesses
    /// What is good enough to end with.
    let goal: Int
    /// So many cases are looked at, at most.
    var budget: Int

    private static let startLimit = 40
    private static let width = 5
    private static let rounds = 3
    private static let perCase = 160

    /// The best case found; one of the starts if none is better.
    ///
    /// - Parameters:
    ///   - judge: looks closely; what it finds decides where to go on.
    ///   - glance: nil to look closely at every case.
    mutating func best(
        from starts: [SearchStart], glance: ((Question) -> Glance)? = nil, _ judge: (Question) -> Verdict
    ) -> Step? {
        var seen: Set<Int> = []
        var best: Step?
        var open: [Step] = []
        for start in starts.prefix(Self.startLimit) {
            let step = Step(question: start.question, start: start, changes: [], verdict: judge(start.question))
            budget -= 1
            note(step, &best)
            if let best, best.verdict.score >= goal { return best }
            if seen.insert(step.verdict.summary).inserted { open.append(step) }
        }
        for _ in 0..<Self.rounds {
            let chosen = Self.mostPromising(open)
            open = []
            for step in chosen {
                for next in expanded(step, glance, judge, &seen) {
                    note(next, &best)
                    if let best, best.verdict.score >= goal { return best }
                    open.append(next)
                }
                if budget <= 0 { return best }
            }
        }
        return best
    }

    private func note(_ step: Step, _ best: inout Step?) {
        if step.verdict.score > (best?.verdict.score ?? -1) { best = step }
    }

    private static func mostPromising(_ steps: [Step]) -> [Step] {
        let order = steps.indices.sorted { left, right in
            let (mine, theirs) = (steps[left].verdict.score, steps[right].verdict.score)
            return mine == theirs ? left < right : mine > theirs
        }
        return order.prefix(width).map { steps[$0] }
    }

    /// The cases that differ in one fact and did something new, until one is good enough.
    private mutating func expanded(
        _ step: Step, _ glance: ((Question) -> Glance)?, _ judge: (Question) -> Verdict, _ seen: inout Set<Int>
    ) -> [Step] {
        var found: [Step] = []
        for change in guesses.changes(of: step.question, step.verdict.trace).prefix(Self.perCase) {
            if budget <= 0 { break }
            guard let facts = guesses.model.replacing(change.value, at: change.path, in: step.question.facts) else {
                continue
            }
            var question = step.question
            question.facts = facts
            budget -= 1
            if let glance {
                let glance = glance(question)
                if glance.score == nil, !seen.insert(glance.summary).inserted { continue }
            }
            let verdict = judge(question)
            let next = Step(
                question: question, start: step.start, changes: step.changes + [change], verdict: verdict)
            if verdict.score >= goal { return [next] }
            if verdict.score >= 0, seen.insert(verdict.summary).inserted { found.append(next) }
        }
        return found
    }
}
