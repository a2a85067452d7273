import Testing
import WritFacts
import WritSemantics
import WritSource
import WritTestSupport

@testable import WritKit

/// Decisions whose rows are found by an index answer as the machine does, unknown columns and gaps included.
@Suite struct PreparedTableTests {
    @Test(arguments: ["first", "unique"])
    func rowsAreThoseOfTheMachine(mode: String) throws {
        let policy = try Policy(text: Self.text(mode))
        let prepared = try policy.prepare("tier")
        var session = prepared.session()
        var random = SplitMix64(17)
        var statuses: [AnswerStatus: Int] = [:]
        for _ in 0..<3_000 {
            let json = Self.document(&random)
            let expected = try policy.decide("tier", json: json)
            var buffer = ByteBuffer()
            var text = json
            _ = try text.withUTF8 { try session.answer(json: $0, to: &buffer) }
            try #require(buffer.text == expected.json, "\(json)")
            statuses[expected.status, default: 0] += 1
        }
        // All three are met, and what is determined does not go the careful way.
        #expect(statuses.count == 3, "\(statuses)")
        #expect(session.carefulCount <= 3_000 - statuses[.determined, default: 0] + 300, "\(session.carefulCount)")
    }

    private static func document(_ random: inout SplitMix64) -> String {
        var facts: [String] = []
        if random.chance(85) { facts.append("\"amount\": \(random.below(1_200)).\(10 + random.below(90))") }
        if random.chance(85) { facts.append("\"days\": \(random.below(40))") }
        if random.chance(85) { facts.append("\"level\": \"\(random.pick(["standard", "silver", "gold"]))\"") }
        facts.append("\"site\": \"\(random.pick(["A1", "B2", "C3"]))\"")
        return "{\(facts.joined(separator: ", "))}"
    }

    /// Under `unique` some rows meet, and under both there is a gap.
    private static func text(_ mode: String) -> String {
        """
        policy tiers
          "Which tier a case is."
        type Level = standard | silver | gold
        type Tier = low | medium | high
        fact amount : money(USD)?
        fact days : integer?
        fact level : Level?
        fact site : text
        param high_amount : money(USD) = 500 USD
          source house
        decision tier : Tier
          table \(mode)
          | rule | level      | amount              | days     | site       || tier   |
          | a    | gold       | any                 | < 10     | any        || high   |
          | b    | gold       | >= high_amount      | >= 10    | "A1", "B2" || high   |
          | c    | silver     | [100 USD..900 USD)  | [5..20]  | not "C3"   || medium |
          | d    | silver     | < 100 USD           | any      | any        || low    |
          | e    | not gold   | >= 900 USD          | known    | "B2"       || medium |
          | f    | standard   | any                 | > 30     | any        || low    |
          | g    | standard   | [200 USD..300 USD]  | > 25     | any        || medium |
          | h    | unknown    | < 50 USD            | any      | "A1"       || low    |
        """
    }
}
