import Testing
import WritSemantics

@testable import WritAnalysis

/// Rules that work their answer out: each truth and each value of an enumeration is a kind of its own.
@Suite("Kinds of answers of one rule")
struct AnswerKindTests {
    private func text(_ type: String, _ rule: String) -> String {
        """
        type Tier = low | high
        fact a : integer between 0 and 10
        decision q : \(type)
          first
          \(rule)
        """
    }

    private func kinds(_ type: String, _ old: String, _ new: String) throws -> [String] {
        try difference(text(type, old), text(type, new)).classes.map { one in
            let answers = [one.oldExample, one.newExample].map { $0.answer?.outcome }
            return "\(one.regions) \(answers.map { "\($0!)" }.joined(separator: " > "))"
        }
    }

    @Test("Truths that change both ways are two kinds, each with its cases")
    func truths() throws {
        #expect(
            try kinds("boolean", "otherwise a > 3", "otherwise a < 5")
                == [
                    "[[\"a from 5\"]] boolean(true) > boolean(false)",
                    "[[\"a up to 3\"]] boolean(false) > boolean(true)",
                ])
    }

    @Test("So are the values of enumerations")
    func enumerations() throws {
        let kinds = try kinds(
            "Tier", "otherwise if a > 3 then high else low", "otherwise if a < 5 then high else low")
        #expect(kinds.count == 2)
        #expect(kinds.contains { $0.hasPrefix("[[\"a from 5\"]] variant(1") })
        #expect(kinds.contains { $0.hasPrefix("[[\"a up to 3\"]] variant(0") })
    }

    @Test("Numbers are of one kind")
    func numbers() throws {
        #expect(try kinds("integer", "otherwise a", "otherwise a + 1").count == 1)
    }
}
