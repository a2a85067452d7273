import Testing

@testable import WritKit

@Suite struct EditFinderTests {
    private func edits(_ edits: (String, String)...) throws -> [String] {
        try DiffVersions(DiffVersions.desk, edits).edits
    }

    @Test func layoutAndCommentsAreNoEdits() throws {
        #expect(try edits(("then refund", "  then # why not\n      refund"), ("| big   |", "| big |")).isEmpty)
    }

    @Test func testsAndPromisesAreNoEdits() throws {
        #expect(try edits(("decision tier", "always small\n  is_small or not is_small\n\ndecision tier")).isEmpty)
    }

    @Test func saysTheSmallestThingThatChanged() throws {
        #expect(
            try edits(("= 150 USD", "= 200 USD"), ("amount <= limit", "amount < limit"), ("queue: lead", "queue: risk"))
                == [
                    "param limit 150 USD → 200 USD", "define is_small: amount <= limit → amount < limit",
                    "otherwise of answer: lead → risk",
                ])
    }

    @Test func boundsOfAParamAreSaid() throws {
        #expect(try edits(("0 USD and 500 USD", "0 USD and 600 USD")) == ["param limit 500 USD → 600 USD"])
    }

    @Test func namesRulesThatCameAndWent() throws {
        let rule = "  rule stranger\n    when not is_known\n    then human(queue: risk)\n\n"
        let removed = try edits((rule, ""))
        #expect(removed == ["removed rule stranger of answer"])
        let added = try edits(
            (
                "  rule small\n",
                "  rule tiny\n    when amount < 1 USD\n    then refund(amount: amount)\n\n  rule small\n"
            ))
        #expect(added == ["added rule tiny of answer"])
    }

    @Test func rulesOfFirstMove() throws {
        let stranger = "  rule stranger\n    when not is_known\n    then human(queue: risk)\n\n"
        let moved = try edits((stranger, ""), ("  otherwise", stranger + "  otherwise"))
        #expect(
            moved == ["moved rule small of answer to the top"]
                || moved == ["moved rule stranger of answer behind rule small"])
    }

    @Test func rowsOfUniqueStandInNoOrder() throws {
        let big = "  | big   | >= 1_000 USD  || risk |\n"
        let small = "  | small | < 1_000 USD   || lead |\n"
        #expect(try edits((big + small, small + big)).isEmpty)
    }

    @Test func rowsAreComparedByName() throws {
        let found = try edits(
            ("| >= 1_000 USD  || risk |", "| > 1_000 USD   || risk |"),
            ("  | small | < 1_000 USD   || lead |", "  | less  | <= 1_000 USD  || lead |"))
        #expect(
            found == [
                "row big of tier: >= 1_000 USD → > 1_000 USD", "added row less of tier", "removed row small of tier",
            ])
    }

    @Test func rowsOfAFileAreComparedByName() throws {
        let text = DiffVersions.desk + "\ndecision rate : Queue\n  table first from \"rates.csv\"\n"
        let rates = "rule,amount,||,rate\nhigh,>= 1_000 USD,,risk\nrest,any,,lead\n"
        let versions = try DiffVersions(
            text, [], others: ["rates.csv": rates],
            newOthers: ["rates.csv": rates.replacing(">= 1_000", with: ">= 2_000")])
        #expect(versions.edits == ["row high of rate: >= 1_000 USD → >= 2_000 USD"])
    }

    @Test func namelessRowsAreToldByTheirNeighbours() throws {
        let text = DiffVersions.desk.replacing("| rule  | amount ", with: "| amount ")
            .replacing("| big   |", with: "|").replacing("| small |", with: "|")
        let versions = try DiffVersions(text, [(">= 1_000 USD", ">= 2_000 USD")])
        #expect(versions.edits == ["row 1 of tier: >= 1_000 USD → >= 2_000 USD"])
    }

    @Test func aDeclarationMayGoToAnotherFile() throws {
        let define = "define is_small = amount <= limit\n"
        let versions = try DiffVersions(
            files: ["a.writ": DiffVersions.desk, "b.writ": "policy sample.desk\n"],
            [
                "a.writ": DiffVersions.desk.replacing(define, with: ""), "b.writ": "policy sample.desk\n\n" + define,
            ])
        #expect(versions.edits.isEmpty)
    }

    @Test func aModeAndATypeAreEdits() throws {
        #expect(try edits(("table unique", "table first")).count == 1)
        #expect(try edits(("decision tier : Queue", "decision tier(n: integer) : Queue")).count == 1)
    }
}
