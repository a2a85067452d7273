import Testing

@testable import WritKit

@Suite struct UntouchedDecisionsTests {
    private func untouched(_ edits: (String, String)...) throws -> [Bool] {
        let versions = try DiffVersions(DiffVersions.desk, edits)
        let decisions = UntouchedDecisions(versions.old.sources, versions.new.sources)
        return [decisions.contains("answer"), decisions.contains("tier")]
    }

    @Test func layoutAndTestsTouchNothing() throws {
        #expect(
            try untouched(("then refund", "then  refund"), ("decision tier", "always sure\n  true\n\ndecision tier"))
                == [true, true])
    }

    @Test func whatIsReadThroughADefineTouches() throws {
        #expect(try untouched(("= 150 USD", "= 151 USD")) == [false, true])
        #expect(try untouched(("amount <= limit", "amount < limit")) == [false, true])
    }

    @Test func aRowTouchesItsDecisionOnly() throws {
        #expect(try untouched((">= 1_000 USD", "> 1_000 USD ")) == [true, false])
    }

    @Test func aTypeAndAFactTouchAllThatNameThem() throws {
        #expect(try untouched(("risk | lead\n", "risk | lead | night\n")) == [false, false])
        #expect(try untouched(("10_000 USD", "20_000 USD")) == [false, false])
    }

    @Test func aNameThatStandsForSomethingElseTouches() throws {
        #expect(try untouched(("define is_small", "fact lead : boolean?\n\ndefine is_small")) == [false, false])
    }

    @Test func headersTouchEverything() throws {
        #expect(
            try untouched(("policy sample.desk\n", "policy sample.desk\n  timezone \"Europe/Berlin\"\n")) == [
                false, false,
            ])
    }

    @Test func cellsOfAFileAreRead() throws {
        let text = DiffVersions.desk + "\ndecision rate : Queue\n  table first from \"rates.csv\"\n"
        let rates = "rule,amount,||,rate\nhigh,>= limit,,risk\nrest,any,,lead\n"
        for (edits, csv, isUntouched) in [
            ([("= 150 USD", "= 151 USD")], rates, false), ([], rates.replacing("high", with: "top"), false),
            ([("not is_known", "is_known")], rates, true),
        ] {
            let versions = try DiffVersions(text, edits, others: ["rates.csv": rates], newOthers: ["rates.csv": csv])
            let decisions = UntouchedDecisions(versions.old.sources, versions.new.sources)
            #expect(decisions.contains("rate") == isUntouched)
        }
    }
}
