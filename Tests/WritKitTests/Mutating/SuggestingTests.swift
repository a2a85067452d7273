import Testing

@testable import WritKit

/// The tests that `writ test --suggest` writes.
@Suite struct SuggestingTests {
    private static let policy = """
        policy shop.reply

        type Kind = lost | damaged | late

        fact kind : Kind
        fact amount : integer
        fact stock : integer?

        decision answer : boolean
          first

          rule yes
            when amount <= 10 and kind is not late and (stock is unknown or stock > 0)
            then true

          otherwise false

        """

    private func suggested(_ tests: String) throws -> (TestSuggestions, [WrittenTest]) {
        let sample = try MutatingSample(Self.policy + tests)
        let suggester = TestSuggester(policy: sample.policy, tests: sample.tests)
        #expect(suggester.policies == ["shop.reply"])
        let found = suggester.suggestions(for: "shop.reply")
        var writer = try #require(MissingTestWriter(sample.compilation, tests: sample.tests))
        return (found, writer.write(found.tests))
    }

    private let one = "test \"one\"\n  given amount = 3, kind = lost, stock = 5\n  expect answer is true\n"

    @Test func whatTestsShowIsNotSuggested() throws {
        let (found, written) = try suggested(one)
        let shows = found.tests.flatMap(\.shows)
        #expect(shows.contains("`amount <= 10` at the boundary"))
        #expect(shows.contains("`amount <= 10` just above the boundary"))
        #expect(shows.contains("`kind` late"))
        #expect(!shows.contains("`kind` lost"))
        #expect(shows.contains("`stock` unknown"))
        #expect(shows.contains("yes: `amount <= 10` alone decides"))
        #expect(written.allSatisfy { $0.block != nil })
        #expect(found.total == found.shown + shows.count + found.notFound.count)
    }

    /// With the suggestions nothing is left to suggest but what no case can show.
    @Test func suggestionsAreComplete() throws {
        let (first, written) = try suggested(one)
        let (second, _) = try suggested(one + written.compactMap(\.block).map { "\n" + $0 }.joined())
        #expect(second.tests.isEmpty)
        #expect(second.shown == first.total - first.notFound.count)
        #expect(second.notFound == first.notFound)
    }

    @Test func withoutTestsTheyStartFromAnOrdinaryCase() throws {
        let (found, written) = try suggested("")
        #expect(found.shown == 0)
        #expect(found.tests.count > 4)
        #expect(written.allSatisfy { $0.block != nil })
    }
}
