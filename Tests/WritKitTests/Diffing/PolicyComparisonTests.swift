import Testing

@testable import WritKit

@Suite struct PolicyComparisonTests {
    @Test func presentsAClass() throws {
        let versions = try DiffVersions(DiffVersions.desk, [("= 150 USD", "= 200 USD")])
        let found = try versions.changeClass(
            of: "answer", "amount: 180 USD\nis_known: true",
            regions: [["is_known is known", "is_known", "amount from 150.01 USD to 200.00 USD"]])
        let comparison = try versions.comparison([.changed([found], isComplete: true), .same])
        let change = try #require(comparison.decisions.first?.changes.first)
        #expect(change.old.text == "human(queue: lead) by otherwise")
        #expect(change.new.text == "refund(amount: amount) by small")
        #expect(change.regions == ["is_known, amount from 150.01 USD to 200.00 USD"])
        #expect(change.facts == ["amount = 180.00 USD", "is_known = true"])
        #expect(change.after.outcome.description == "refund(amount: 180.00 USD)")
        #expect(change.cause.edits.map(\.what) == ["param limit 150 USD → 200 USD"])
        #expect(comparison.hasChanges && !comparison.isNothing)
    }

    /// Not one case that is decided differently, but two cases.
    @Test func classesOfTwoDifferentCasesAreNotTold() throws {
        let versions = try DiffVersions(DiffVersions.desk, [("= 150 USD", "= 151 USD")])
        var found = try versions.changeClass(of: "answer", "amount: 180 USD\nis_known: true")
        let other = try versions.changeClass(of: "answer", "amount: 20 USD\nis_known: true")
        found.newExample = other.newExample
        let comparison = try versions.comparison([.changed([found], isComplete: true), .same])
        #expect(!comparison.hasChanges && !comparison.isNothing)
        let unknown = try versions.changeClass(of: "answer", "amount: 180 USD")
        found.newExample = unknown.newExample
        #expect(!(try versions.comparison([.changed([found], isComplete: true), .same]).hasChanges))
    }

    @Test func nothingIsProvedOnlyWhereAllIsSame() throws {
        let versions = try DiffVersions(DiffVersions.desk, [])
        #expect(try versions.comparison([.same, .same]).isNothing)
        let open = try versions.comparison([.same, .undecided(.budget)])
        #expect(!open.isNothing && !open.hasChanges)
    }

    @Test func comparesWhatWasCompiled() throws {
        let versions = try DiffVersions(DiffVersions.desk, [("= 150 USD", "= 200 USD")])
        let comparison = try PolicyComparison(old: versions.old, new: versions.new)
        #expect(comparison.decisions.map(\.changes.count).first != 0)
        #expect(comparison.decisions.last?.isSame == true)
        let one = try PolicyComparison(old: versions.old, new: versions.new, decision: "tier")
        #expect(one.isNothing)
        #expect(throws: PolicyError.self) {
            try PolicyComparison(old: versions.old, new: versions.new, decision: "teer")
        }
    }

    @Test func findsWhatCheckFindsAnew() throws {
        let versions = try DiffVersions(
            DiffVersions.desk,
            [("< 1_000 USD ", "< 900 USD   "), ("decision answer", "fact idle : boolean\n\ndecision answer")])
        let comparison = try PolicyComparison(old: versions.old, new: versions.new)
            .withNewFindings(old: versions.old, new: versions.new)
        #expect(comparison.newFindings.map(\.code.title).sorted() == ["gap", "unused"])
    }
}
