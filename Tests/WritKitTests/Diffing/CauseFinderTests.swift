import Testing

@testable import WritKit

@Suite struct CauseFinderTests {
    private let stranger = "  rule stranger\n    when not is_known\n    then human(queue: risk)\n\n"

    @Test func oneEditAloneDoesIt() throws {
        let versions = try DiffVersions(
            DiffVersions.desk, [("= 150 USD", "= 200 USD"), ("< 1_000 USD ", "<= 999 USD ")])
        let cause = try versions.cause(of: "answer", "amount: 180 USD\nis_known: true")
        #expect(cause.certainty == .alone)
        #expect(cause.edits.map(\.what) == ["param limit 150 USD → 200 USD"])
    }

    @Test func aMovedRuleIsTriedToo() throws {
        let versions = try DiffVersions(
            DiffVersions.desk, [(stranger, ""), ("  otherwise", stranger + "  otherwise"), ("= 150", "= 149")])
        let cause = try versions.cause(of: "answer", "amount: 20 USD\nis_known: false")
        #expect(cause.certainty == .alone)
        #expect(cause.edits.map(\.kind) == [.moved])
    }

    @Test func severalTogetherAreSaidToBe() throws {
        let versions = try DiffVersions(
            DiffVersions.desk, [(">= 1_000 USD ", "> 1_000 USD  "), ("< 1_000 USD ", "<= 1_000 USD")])
        let cause = try versions.cause(of: "tier", "amount: 1000 USD")
        #expect(cause.certainty == .together)
        #expect(cause.edits.map(\.rule) == ["big", "small"])
    }

    @Test func aRuleThatReadsANewFactComesWithIt() throws {
        let versions = try DiffVersions(
            DiffVersions.desk,
            [
                ("fact is_known", "fact is_gift : boolean?\n\nfact is_known"),
                ("  rule small\n", "  rule gift\n    when is_gift\n    then refund(amount: amount)\n\n  rule small\n"),
            ])
        let (before, after) = try versions.policies()
        let witness = CauseFinder.Witness(
            before: try before.decide("answer", yaml: "amount: 400 USD\nis_known: true"),
            after: try after.decide("answer", yaml: "amount: 400 USD\nis_known: true\nis_gift: true"))
        let cause = CauseFinder(old: before, new: after, edits: versions.found, files: versions.pairs)
            .cause(of: witness)
        #expect(cause.certainty == .alone)
        #expect(cause.edits.map(\.what) == ["added rule gift of answer"])
    }

    @Test func aFactOfAnotherTypeComesWithWhatReadsIt() throws {
        let versions = try DiffVersions(
            DiffVersions.desk,
            [
                ("type Queue = risk | lead", "type Queue = risk | lead | night"),
                ("otherwise human(queue: lead)", "otherwise human(queue: night)"),
            ])
        let cause = try versions.cause(of: "answer", "amount: 600 USD\nis_known: true")
        #expect(cause.certainty == .alone)
        #expect(cause.edits.map(\.what) == ["otherwise of answer: lead → night"])
    }

    @Test func rowsOfAFileAreTried() throws {
        let text = DiffVersions.desk + "\ndecision rate : Queue\n  table first from \"rates.csv\"\n"
        let rates = "rule,amount,||,rate\nhigh,>= 1_000 USD,,risk\nrest,any,,lead\n"
        let versions = try DiffVersions(
            text, [("= 150", "= 151")], others: ["rates.csv": rates],
            newOthers: ["rates.csv": rates.replacing("high,>= 1_000", with: "top,>= 9_000 USD,,lead\nhigh,>= 2_000")])
        let cause = try versions.cause(of: "rate", "amount: 1500 USD")
        #expect(cause.certainty == .alone)
        #expect(cause.edits.map(\.what) == ["row high of rate: >= 1_000 USD → >= 2_000 USD"])
    }

    @Test func aRemovedRuleIsTried() throws {
        let versions = try DiffVersions(DiffVersions.desk, [(stranger, ""), ("= 150", "= 149")])
        let cause = try versions.cause(of: "answer", "amount: 20 USD\nis_known: false")
        #expect(cause.edits.map(\.what) == ["removed rule stranger of answer"])
        #expect(cause.certainty == .alone)
    }

    @Test func patchesKeepTheirOrder() {
        let place = { (lower: Int, upper: Int) in TextPlace(text: .unit(0), range: .init(lower, upper)) }
        let patched = EditedVersions.patched(
            Array("one two".utf8),
            [
                Patch(place: place(4, 7), replacement: "2"), Patch(place: place(3, 3), replacement: "a"),
                Patch(place: place(3, 3), replacement: "b"), Patch(place: place(99, 99), replacement: "."),
            ])
        #expect(String(decoding: patched, as: UTF8.self) == "oneab 2.")
    }
}
