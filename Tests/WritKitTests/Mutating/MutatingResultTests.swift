import Testing
import WritEngine
import WritSemantics
import WritSource

@testable import WritKit

/// Which changes the tests notice, and the tests that are written for the others.
@Suite struct MutatingResultTests {
    /// Only tests that come to a change are run on it. Here all are run on all, and no other one fails.
    @Test func noTestThatIsLeftOutWouldFail() throws {
        let sample = try MutatingSample(MutatingSample.policy + MutatingSample.tests + Self.more)
        let promises = PromiseReach(sample.policy.model)
        for result in sample.results() {
            let isNoticed = DeepStack.run {
                let trial = MutantTrial(sample.policy, promises, result.mutant.edit)
                return sample.tests.contains {
                    trial.notices($0, byPromises: false) || trial.notices($0, byPromises: true)
                }
            }
            #expect(isNoticed == result.isNoticed, "\(result.mutant.description)")
        }
    }

    /// A promise, overrides outside `first`, a score, and expectations about other things than answers.
    private static let more = """

        decision score : integer
          sum
          rule base
            when amount > 5 USD
            then 3
          rule special
            when kind is lost
            overrides base
            then 5

        define total = score + 1

        never too_much
          answer is ask and score > 4 and stock is 7

        test "the score"
          given amount = 6 USD, kind = lost, stock = 2
          expect total is 6

        test "the base"
          given amount = 6 USD, kind = late, stock = 2
          expect score is 3
          expect total > 3

        """

    @Test func whatIsNotNoticedGetsATestThatNoticesIt() throws {
        let sample = try MutatingSample()
        let results = sample.results()
        let writer = try #require(MissingTestWriter(sample.compilation, tests: sample.tests))
        var writing = writer
        let written = writing.write(results)
        let missed = zip(results, written).filter { $0.1 != nil }
        #expect(missed.count > 10)
        for (result, test) in missed {
            #expect(test?.block != nil, "\(result.mutant.description): \(test?.entry ?? "")")
        }
        // With the written tests all of them are noticed.
        let blocks = Self.distinct(missed.compactMap { $0.1?.block }).joined(separator: "\n")
        let better = try MutatingSample(MutatingSample.policy + MutatingSample.tests + "\n\n" + blocks)
        let score = MutationScore.total(of: better.results())
        #expect(score.missed == 0, "\(blocks)")
        #expect(score.total == results.count)
    }

    @Test func theEntriesForFilesOfCasesDoTheSame() throws {
        let base = """
            - name: large
              decision: answer
              facts: {amount: 200 USD, kind: lost, stock: 0, lines: []}
              expect: {outcome: ask}
            - name: small
              decision: answer
              facts: {amount: 20 USD, kind: late, stock: 0, lines: [{qty: 4}]}
              expect: {outcome: {refund: {amount: 21 USD}}}
            - name: level
              decision: level
              like: small
              expect: {outcome: low}

            """
        let sample = try MutatingSample(MutatingSample.policy, cases: base)
        let results = sample.results()
        var writer = try #require(MissingTestWriter(sample.compilation, tests: sample.tests))
        let entries = Self.distinct(writer.write(results).compactMap(\.?.entry))
        #expect(entries.count > 5)
        let better = try MutatingSample(MutatingSample.policy, cases: base + entries.joined())
        var runner = TestRunner(policy: better.policy)
        for test in better.tests { #expect(runner.run(test).passed, "\(test.name)") }
        #expect(better.tests.count == sample.tests.count + entries.count)
        #expect(MutationScore.total(of: better.results()).missed == 0)
    }

    /// One test may be for several changes.
    private static func distinct(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { list, text in if !list.contains(text) { list.append(text) } }
    }

    @Test func withoutAnyTestCasesAreMadeUp() throws {
        let sample = try MutatingSample(MutatingSample.policy)
        let score = MutationScore.total(of: sample.results())
        #expect(score.noticed == 0)
        #expect(score.missed > 20)
        #expect(score.percent == 0)
    }

    /// What trying does not find somebody else may; what he finds is tried.
    @Test func otherFindersAreAsked() throws {
        let text = """
            policy p
            fact n : integer
            fact m : integer
            decision d : boolean
              first
              otherwise (n * n) + (m * m) is 10_001_000_025

            """
        let sample = try MutatingSample(text + "test \"zero\"\n  given n = 0, m = 0\n  expect d is false\n")
        func fates(_ finders: [any DifferenceFinder]) -> [Bool] {
            let tester = MutationTester(policy: sample.policy, tests: sample.tests, finders: finders)
            return tester.mutants.filter { $0.description.contains("as `-`") }.map {
                if case .missed = tester.result(of: $0).fate { true } else { false }
            }
        }
        #expect(fates([]) == [false])
        #expect(fates([FixedFinder(values: [3, 4])]) == [false])
        #expect(fates([FixedFinder(values: [3, 4]), FixedFinder(values: [60_003, 80_004])]) == [true])
    }

    private struct FixedFinder: DifferenceFinder {
        var values: [Int128]

        func difference(
            between first: CheckedModel, and second: CheckedModel, decision: DecisionID, near cases: [FactSet]
        ) -> FactSet? {
            var facts = cases.first
            for (name, value) in zip(["n", "m"], values) {
                let index = first.facts.firstIndex { $0.heading.name == name }!
                facts?.facts[index] = .count(value)
            }
            return facts
        }
    }

    @Test func theSameComesOutEachTime() throws {
        let texts = try (0..<2).map { _ in
            let sample = try MutatingSample()
            var writer = try #require(MissingTestWriter(sample.compilation, tests: sample.tests))
            return writer.write(sample.results()).map { $0?.block ?? "-" }
        }
        #expect(texts[0] == texts[1])
    }
}
