import Testing
import WritSemantics
import WritTestSupport

@testable import WritAnalysis

/// Policies made up at random, each asked and each tried, and what came of it.
struct BruteForceRun {
    typealias MakeSolver = (FormulaTable) -> any CaseSolver

    private let flavour: BruteForceFlavour
    private let makeSolver: MakeSolver
    private var policies = 0
    private var seeds = 0
    private var tally = BruteForceTally()
    private var refused: [String] = []

    init(_ flavour: BruteForceFlavour, makeSolver: @escaping MakeSolver) {
        self.flavour = flavour
        self.makeSolver = makeSolver
    }

    /// Cases of one policy.
    private var mostCases: Int { flavour.isDisjoint(with: [.lists, .periods]) ? 240 : 600 }
    /// Some questions about lists are hard, and many small policies show more than one that is thought through.
    private var budget: SearchBudget { flavour.contains(.lists) ? SearchBudget(steps: 1000) : .ordinary }
    /// From well before the days that policies speak of to well after them.
    private var days: [Int128] { flavour.contains(.periods) ? Array(20_511...20_518) : [0] }

    // MARK: What is tried

    /// Findings and proofs of policies, and what an edit of their rules does.
    mutating func check(seeds: Range<Int>) {
        for seed in seeds where tally.wrong.count < 5 {
            self.seeds += 1
            let start = ContinuousClock.now
            defer {
                let spent = ContinuousClock.now - start
                if CaseSearchSetting.isLoud, spent > .seconds(1) { print("seed \(seed) took \(spent)") }
            }
            let policies = policies(UInt64(seed))
            guard let cases = cases(policies) else { continue }
            self.policies += 1
            var findings = BruteForceFindings(cases, budget: budget, makeSolver)
            findings.compare()
            tally.add(findings.tally, "seed \(seed)\n\(policies.text)")
            var random = SplitMix64(UInt64(seed) &* 31)
            let edited = policies.edited(&random)
            guard let others = self.cases(edited) else { continue }
            compare(cases, others, edited, "seed \(seed), edited\n\(policies.text)\n\(edited.text)")
        }
    }

    /// What an edit of the facts and types does.
    mutating func checkFactEdits(seeds: Range<Int>) {
        for seed in seeds where tally.wrong.count < 5 {
            self.seeds += 1
            let policies = policies(UInt64(seed))
            var edits = BruteForceFactEdits(policies, seed: UInt64(seed) &* 31)
            let edited = edits.edited()
            guard let old = model(policies), let new = model(edited) else { continue }
            let pairs = pairs(old, new)
            guard let facts = pairs.cases(limit: mostCases) else { continue }
            self.policies += 1
            compare(
                BruteForceCases(old, facts.old, isWhole: pairs.old.isWhole),
                BruteForceCases(new, facts.new, isWhole: pairs.new.isWhole), nil,
                "seed \(seed), other facts\n\(policies.text)\n\(edited.text)")
        }
    }

    private mutating func compare(
        _ old: BruteForceCases, _ new: BruteForceCases, _ texts: BruteForcePolicies?, _ text: String
    ) {
        var differences = BruteForceDifferences(
            old: old, new: new, pairs: pairs(old.model, new.model), policies: texts, budget: budget,
            makeSolver: makeSolver)
        differences.compare()
        tally.add(differences.tally, text)
    }

    private func policies(_ seed: UInt64) -> BruteForcePolicies {
        var writer = BruteForceWriter(seed: seed, flavour)
        return writer.policies()
    }

    private func pairs(_ old: CheckedModel, _ new: CheckedModel) -> BruteForcePairs {
        BruteForcePairs(
            old: BruteForceDomain(model: old, days: days), new: BruteForceDomain(model: new, days: days))
    }

    private mutating func cases(_ policies: BruteForcePolicies) -> BruteForceCases? {
        model(policies).flatMap { BruteForceCases($0, days: days, limit: mostCases) }
    }

    private mutating func model(_ policies: BruteForcePolicies) -> CheckedModel? {
        do {
            return try policies.model()
        } catch {
            refused.append("\(error.reason)\n\(policies.text)")
            return nil
        }
    }

    // MARK: What came of it

    /// - Parameter mostOpen: of a hundred answers so many may be open, and as many may be missed.
    func expect(mostOpen: Int = 1) {
        #expect(tally.wrong.isEmpty, "\(tally.wrong.joined(separator: "\n"))")
        #expect(tally.undecided * 100 <= tally.settled * mostOpen, "\(tally.undecided) of \(tally.settled)")
        #expect(
            tally.missed.count * 100 <= tally.settled * mostOpen, "\(tally.missed.prefix(3).joined(separator: "\n"))")
        #expect(policies * 10 > seeds * 4, "\(policies): \(refused.prefix(3).joined(separator: "\n"))")
        #expect(tally.unread.count * 20 <= tally.settled, "\(tally.unread.prefix(3).joined(separator: "\n"))")
        guard CaseSearchSetting.isLoud else { return }
        print(tally.unread.prefix(10).joined(separator: "\n"))
        print(
            "flavour \(flavour.rawValue): \(policies) of \(seeds) policies, \(tally.settled) settled, ",
            "\(tally.undecided) undecided, \(tally.missed.count) missed, \(tally.unread.count) unread, ",
            "\(refused.count) refused")
        print(tally.missed.prefix(4).joined(separator: "\n"))
        print(refused.prefix(10).joined(separator: "\n"))
    }
}
