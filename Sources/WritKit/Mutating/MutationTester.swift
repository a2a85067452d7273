import WritEngine
import WritSemantics
import WritSource

/// Tries the mutants of a policy on its tests.
///
/// Mutants are independent of each other: any number of threads may ask for results, and get the same ones.
public struct MutationTester: Sendable {
    /// The mutants, by file and place.
    public let mutants: [Mutant]
    /// Large tables of which some mutants are left out: ``mutants`` has others of them, evenly chosen.
    public let sampledTables: [SampledTable]
    private let policy: Policy
    private let tests: [TestCase]
    private let promises: PromiseReach
    /// By site, the tests that come to it: those that it answers first.
    private let reaching: [EvaluationSite: [Int]]
    private let finders: [any DifferenceFinder]
    private let guesses: ChangeGuesses
    /// What the tests ask, by the policy that declares the decision.
    private let starts: [[SearchStart]]
    private let startsOfPolicy: [String: [SearchStart]]

    /// Makes the mutants of what stands in some of a policy's files, and finds out which tests concern which.
    ///
    /// - Parameters:
    ///   - tests: tests that pass.
    ///   - files: the paths of the files to change; nil for all.
    ///   - finders: who looks for cases that tell a mutant from the policy, where trying what lies near the tests' cases does not
    ///     find any.
    public init(policy: Policy, tests: [TestCase], files: Set<String>? = nil, finders: [any DifferenceFinder] = []) {
        self.policy = policy
        self.tests = tests
        self.finders = finders
        promises = PromiseReach(policy.model)
        var maker = MutantMaker(model: policy.model)
        let made = maker.make(in: files ?? Set(policy.model.files.map(\.path)))
        let sample = MutantSample(of: made, in: policy.model)
        (mutants, sampledTables) = (sample.tried, sample.tables)
        let asked = DeepStack.run { tests.map { $0.questions(policy.model) } }
        starts = zip(tests, asked).map { test, questions in
            questions.map { SearchStart(question: $0, test: test) }
        }
        startsOfPolicy = Dictionary(grouping: starts.flatMap(\.self)) {
            policy.model[$0.question.decision].heading.policy
        }
        let pool = ValuePool(asked.compactMap(\.first?.facts), policy.model)
        guesses = ChangeGuesses(model: policy.model, pool: pool)
        let watched = WatchedModel(policy.model, promises: promises)
        reaching = DeepStack.run { Self.index(tests.map(watched.footprint)) }
    }

    private static func index(_ footprints: [TestFootprint]) -> [EvaluationSite: [Int]] {
        var first: [EvaluationSite: [Int]] = [:]
        var later: [EvaluationSite: [Int]] = [:]
        for (number, footprint) in footprints.enumerated() {
            for site in footprint.sites {
                if footprint.answering.contains(site) {
                    first[site, default: []].append(number)
                } else {
                    later[site, default: []].append(number)
                }
            }
        }
        return first.merging(later) { $0 + $1 }
    }

    /// What the tests make of a mutant and, if none notices it, a case that would.
    public func result(of mutant: Mutant) -> MutantResult {
        DeepStack.run {
            let trial = MutantTrial(policy, promises, mutant.edit)
            let near = reaching[mutant.site] ?? []
            for byPromises in [false, true] {
                if near.contains(where: { trial.notices(tests[$0], byPromises: byPromises) }) {
                    return MutantResult(mutant: mutant, fate: .noticed)
                }
            }
            let search = SurvivorSearch(
                policy: MutantTrial(policy, promises, nil), mutant: trial, site: mutant.site, guesses: guesses,
                isSwap: mutant.edit.isSwap)
            let fate = search.find(from: starts(for: mutant, near), finders).map(MutantResult.Fate.missed) ?? .same
            return MutantResult(mutant: mutant, fate: fate)
        }
    }

    /// The cases that come to the change; failing these those of the policy it is in, and failing these ordinary ones.
    private func starts(for mutant: Mutant, _ near: [Int]) -> [SearchStart] {
        let reaching = near.flatMap { starts[$0] }
        if !reaching.isEmpty { return reaching }
        return startsOfPolicy[mutant.policy]
            ?? OrdinaryCase.questions(policy.model, of: mutant.policy).map {
                SearchStart(question: $0, test: nil)
            }
    }
}
