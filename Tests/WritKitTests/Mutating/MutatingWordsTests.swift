import Testing

@testable import WritKit

/// Which changes are made, and how they are told.
@Suite struct MutatingWordsTests {
    private func descriptions(_ text: String) throws -> [String] {
        let sample = try MutatingSample(text)
        return MutationTester(policy: sample.policy, tests: []).mutants.map(\.description)
    }

    @Test func eachPartIsChangedOnceInItsOwnWords() throws {
        #expect(
            try descriptions(MutatingSample.policy) == [
                "limit: `150 USD` as `149.99 USD`",
                "limit: `150 USD` as `150.01 USD`",
                "large: `amount > limit` as `>=`",
                "row vip_big gone",
                "row vip_big: `kind in {lost, damaged}` as `any`",
                "row vip_big: `kind in {lost, damaged}` without `lost`",
                "row vip_big: `kind in {lost, damaged}` without `damaged`",
                "row vip_big: `amount in [10 USD..20 USD)` as `any`",
                "row vip_big: `amount in [10 USD..20 USD)` with `10 USD` left out",
                "row vip_big: `amount in [10 USD..20 USD)` with `20 USD` included",
                "row vip_big: `amount in [10 USD..20 USD)` with `10 USD` as `9.99 USD`",
                "row vip_big: `amount in [10 USD..20 USD)` with `20 USD` as `19.99 USD`",
                "row vip_big: `high` as `low`",
                "level: otherwise: `low` as `high`",
                "rule nothing gone",
                "rule nothing: its conditions with `and` as `or`",
                "rule nothing: `kind is not late` turned round",
                "rule nothing: `ask` as `reship`",
                "rule nothing: `tell(who: \"desk\")` gone",
                "rule stock before nothing",
                "rule stock gone",
                "rule stock: `stock > 0 or every line in lines has line.qty <= 3` with `or` as `and`",
                "rule stock: `stock > 0` as `>=`",
                "rule stock: `stock > 0` with `0` as `1`",
                "rule stock: `every line in lines has line.qty <= 3` with `every` as `any`",
                "rule stock: `line.qty <= 3` as `<`",
                "rule stock: `line.qty <= 3` with `3` as `4`",
                "rule stock: `reship` as `ask`",
                "answer: otherwise: `refund(amount: amount + 1 USD)` as `ask`",
                "answer: otherwise: `amount + 1 USD` as `-`",
                "answer: otherwise: `amount + 1 USD` with `1 USD` as `0.99 USD`",
                "answer: otherwise: `amount + 1 USD` with `1 USD` as `1.01 USD`",
            ])
    }

    @Test func paramsKeepToTheirBounds() throws {
        let text = """
            policy p
            fact n : integer
            param most : integer = 3 between 1 and 3
            decision d : boolean
              first
              otherwise n < most

            """
        #expect(try descriptions(text).filter { $0.hasPrefix("most") } == ["most: `3` as `2`"])
    }

    @Test func whatNothingReadsIsLeftAlone() throws {
        let text = """
            policy p
            fact n : integer
            define unused = n < 3
            decision d : integer
              first
              otherwise n

            """
        #expect(try descriptions(text) == [])
    }

    /// Of two rules that never apply to one case the order does not matter.
    @Test func rulesThatExcludeEachOtherStayWhereTheyAre() throws {
        let text = """
            policy p
            type Kind = a | b | c
            fact kind : Kind
            fact n : integer
            decision d : integer
              first
              rule one
                when kind in {a, b} and n < 3
                then 1
              rule two
                when kind is c
                then 2
              rule three
                when n >= 3
                then 3
              otherwise 4

            """
        #expect(try descriptions(text).filter { $0.contains(" before ") } == ["rule three before two"])
    }
}
