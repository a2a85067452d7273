import Testing
import WritKit

/// Two policies with a fact of one name: what is asked tells which is meant.
@Suite struct SharedNameTests {
    private func policy() throws -> Policy {
        func text(_ name: String, _ type: String, _ limit: String) -> String {
            """
            policy \(name)
            fact amount : \(type)
            decision \(name)_is_large : boolean
              first
              otherwise amount > \(limit)
                because "."
            """
        }
        let both = """
            policy both
            use one
            use two
            decision both_are_large : boolean
              first
              otherwise one_is_large and two_is_large
                because "."
            """
        let folder = try TemporaryFolder([
            "one.writ": text("one", "money(USD)", "5 USD"), "two.writ": text("two", "integer", "5"), "both.writ": both,
        ])
        return try Policy(path: folder.path)
    }

    @Test func theDecisionTellsThemApart() throws {
        let policy = try policy()
        #expect(try policy.decide("one_is_large", yaml: "amount: 7 USD").outcome.boolean == true)
        #expect(try policy.decide("two_is_large", yaml: "amount: 7").outcome.boolean == true)
    }

    @Test func oneValueMayFitBoth() throws {
        #expect(try policy().decide("both_are_large", yaml: "amount: 7").outcome.boolean == true)
    }

    @Test func aValueThatFitsOneOnlyIsExplained() throws {
        let policy = try policy()
        let error = #expect(throws: PolicyError.self) { try policy.decide("both_are_large", yaml: "amount: 7 USD") }
        #expect(error?.diagnostics.map(\.message) == ["`amount` is a whole number such as 12, and `7 USD` is not"])
        #expect(
            error?.diagnostics.first?.secondary.map(\.text) == ["the fact `amount` of `two`, which is asked for"])
    }
}

/// Two policies with a param of one name: the one of the policy that is asked is meant.
@Suite struct SharedParamTests {
    private func policy() throws -> Policy {
        func text(_ name: String) -> String {
            """
            policy \(name)
            param limit : integer = 5
              source house
            decision \(name)_limit : integer
              first
              otherwise limit
                because "."
            """
        }
        let both = """
            policy both
            use one
            use two
            decision limits : integer
              first
              otherwise one_limit + two_limit
                because "."
            """
        let folder = try TemporaryFolder(["one.writ": text("one"), "two.writ": text("two"), "both.writ": both])
        return try Policy(path: folder.path)
    }

    @Test func theDecisionTellsThemApart() throws {
        let policy = try policy()
        #expect(try policy.decide("one_limit", yaml: "{}", options: .init(params: ["limit": "7"])).outcome.integer == 7)
        #expect(try policy.decide("two_limit", yaml: "{}", options: .init(params: ["limit": "8"])).outcome.integer == 8)
        let own = Policy.Options(params: ["two.limit": "1"])
        #expect(try policy.decide("one_limit", yaml: "{}", options: own).outcome.integer == 5)
        #expect(try policy.decide("limits", yaml: "{}", options: own).outcome.integer == 6)
    }

    @Test func whereNeitherIsItsOwnBothAreNamed() throws {
        let policy = try policy()
        let error = #expect(throws: PolicyError.self) {
            try policy.decide("limits", yaml: "{}", options: .init(params: ["limit": "7"]))
        }
        #expect(error?.diagnostics.first?.help == "write one of `one.limit` and `two.limit`")
    }
}
