import WritEngine
import WritSemantics
import WritSource

/// Finds the cases that the tests of a policy lack: both sides of each boundary, each value of what is compared, each fact that
/// may be unknown unknown, and for each condition of a rule two cases in which it alone decides.
///
/// Policies are independent of each other: any number of threads may ask for their suggestions, and get the same ones.
public struct TestSuggester: Sendable {
    /// The policies that have something to show, by name, in the order of the model.
    public let policies: [String]
    private let policy: Policy
    private let probed: ProbedModel
    private let goals: [String: [StatedGoal]]
    private let book: GoalBook
    private let starts: [SearchStart]
    /// The starts that come to a site.
    private let reaching: [EvaluationSite: [Int]]
    private let guesses: ChangeGuesses
    private let promises: PromiseReach

    /// Finds out what the tests show already.
    ///
    /// - Parameter files: the paths of the files whose declarations are to be shown; nil for all.
    public init(policy: Policy, tests: [TestCase], files: Set<String>? = nil) {
        self.policy = policy
        let paths = files ?? Set(policy.model.files.map(\.path))
        let probed = ProbedModel(policy.model, in: paths)
        self.probed = probed
        promises = PromiseReach(policy.model)
        var maker = GoalMaker(policy.model, probed)
        let stated = maker.make(in: paths)
        goals = Dictionary(grouping: stated, by: \.policy)
        policies = stated.reduce(into: []) { list, goal in if !list.contains(goal.policy) { list.append(goal.policy) } }
        let asked = DeepStack.run {
            tests.flatMap { test in test.questions(policy.model).map { SearchStart(question: $0, test: test) } }
        }
        starts = asked
        guesses = ChangeGuesses(model: policy.model, pool: ValuePool(asked.map(\.question.facts), policy.model))
        (book, reaching) = DeepStack.run { Self.read(asked, probed) }
    }

    private static func read(_ starts: [SearchStart], _ probed: ProbedModel) -> (GoalBook, [EvaluationSite: [Int]]) {
        var book = GoalBook()
        var reaching: [EvaluationSite: [Int]] = [:]
        for (number, start) in starts.enumerated() {
            var trace = GoalTrace(probed, site: nil)
            look(start.question, probed, &trace)
            book.take(trace)
            for site in trace.sites { reaching[site, default: []].append(number) }
        }
        return (book, reaching)
    }

    private static func look(_ question: Question, _ probed: ProbedModel, _ trace: inout GoalTrace) {
        let evaluator = ReferenceEvaluator(
            probed.model, facts: question.facts, params: question.params, depth: .shallow)
        _ = evaluator.decide(question.decision, arguments: question.arguments, observing: &trace)
    }

    /// What one policy's tests lack.
    public func suggestions(for name: String) -> TestSuggestions {
        DeepStack.run { suggest(name) }
    }

    private func suggest(_ name: String) -> TestSuggestions {
        let goals = goals[name] ?? []
        var book = book
        var found: [SuggestedTest] = []
        var notFound: [String] = []
        for goal in goals where !book.shown.contains(goal.goal) {
            guard let step = search(goal, book) else {
                notFound.append(goal.description)
                continue
            }
            let before = book.shown
            var trace = GoalTrace(probed, site: nil)
            Self.look(step.question, probed, &trace)
            book.take(trace)
            let shows = goals.filter { book.shown.contains($0.goal) && !before.contains($0.goal) }
            found.append(SuggestedTest(shows: shows.map(\.description), test: test(step, trace)))
        }
        // What a later case shows besides was looked for in vain before.
        let open = Set(goals.filter { !book.shown.contains($0.goal) }.map(\.description))
        return TestSuggestions(
            policy: name, total: goals.count, shown: goals.count { self.book.shown.contains($0.goal) }, tests: found,
            notFound: notFound.filter(open.contains))
    }

    /// So many cases are looked at for one goal, at most.
    private static let budget = 240
    private static let goalScore = 60_000

    private func search(_ goal: StatedGoal, _ book: GoalBook) -> CaseSearch.Step? {
        var search = CaseSearch(guesses: guesses, goal: Self.goalScore, budget: Self.budget)
        let step = search.best(from: starts(for: goal)) { question in
            var trace = GoalTrace(probed, site: goal.site)
            Self.look(question, probed, &trace)
            var score = trace.trace.isReached ? 10_000 : min(trace.trace.triedCount, 9_999)
            if book.shows(goal.goal, trace) {
                let answer = MutantTrial(policy, promises, nil)
                score = answer.broken(question).isEmpty ? Self.goalScore : -1
            }
            return CaseSearch.Verdict(score: score, trace: trace.trace, summary: trace.trace.summary)
        }
        guard let step, step.verdict.score >= Self.goalScore else { return nil }
        return step
    }

    private func starts(for goal: StatedGoal) -> [SearchStart] {
        if let near = reaching[goal.site] { return near.map { starts[$0] } }
        let own = starts.filter { policy.model[$0.question.decision].heading.policy == goal.policy }
        if !own.isEmpty { return own }
        return OrdinaryCase.questions(policy.model, of: goal.policy).map { SearchStart(question: $0, test: nil) }
    }

    private func test(_ step: CaseSearch.Step, _ trace: GoalTrace) -> MissingTest {
        MissingTest(
            decided: MutantTrial(policy, promises, nil).decide(step.question), start: step.start.test,
            changes: step.changes, isAboutWords: false, read: trace.trace.reads)
    }
}
