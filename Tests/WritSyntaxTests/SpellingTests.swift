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
}
