import Testing
import WritSource

@Suite struct SpellingTests {
    @Test(arguments: [
        ("decison", "decision"), ("becuase", "because"), ("thn", "then"), ("DECISION", "decision"), ("wen", "when"),
    ])
    func findsWhatWasMeant(_ word: String, _ meant: String) {
        #expect(closestMatch(to: word, in: ["when", "then", "decision", "because"]) == meant)
    }

    @Test(arguments: ["x", "amount", "order", "done"]) func findsNothingFarAway(_ word: String) {
        #expect(closestMatch(to: word, in: ["when", "then", "decision", "because"]) == nil)
    }

    @Test func distancesAreThoseOfTheWholeTable() {
        func nearest(_ word: String, _ candidate: String) -> String? { Spelling.nearest(to: word, among: [candidate]) }
        #expect(nearest("abcdefghi", "bcdefghia") == "bcdefghia")
        #expect(nearest("abcdefghi", "defghiabc") == nil)
        #expect(nearest("recieve_parcel", "receive-parcels") == "receive-parcels")
        #expect(nearest("abcdef", "badcfe") == nil)
        #expect(nearest("abcdefghi", "badcfeghi") == "badcfeghi")
        #expect(nearest("a", "b") == nil)
        #expect(nearest("", "b") == nil)
        #expect(nearest("größe", "GRÖSE") == "GRÖSE")
    }

    @Test func thereIsNothingToFindAmongTooMuch() {
        let names = (0...Spelling.mostCandidates).map { "name\($0)" }
        #expect(Spelling.nearest(to: "nmae7", among: names.dropLast()) == "name7")
        #expect(Spelling.nearest(to: "nmae7", among: names) == nil)
        let long = String(repeating: "x", count: 65)
        #expect(Spelling.nearest(to: long, among: [long + "y"]) == nil)
    }

    @Test func longNamesAreCut() {
        let long = String(repeating: "ab_1", count: 20)
        #expect(Spelling.shortened("there is no `\(long)`, only `a`") == "there is no `\(long.dropLast())…`, only `a`")
        #expect(
            Spelling.shortened("`\(long.dropLast())` and \(long.dropLast())")
                == "`\(long.dropLast())` and \(long.dropLast())")
    }
}
