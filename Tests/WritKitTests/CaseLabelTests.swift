import Testing
import WritKit

/// How the values of an enumeration read in messages.
@Suite struct CaseLabelTests {
    private func because(_ level: String, _ language: String) throws -> String {
        let policy = try Policy(
            text: """
                policy desk.levels
                  languages en, zh
                type Level = vip as "V.I.P." reads en "VIP" zh "重要客户" "who buys much" | new_customer reads "newcomer" | small_shop
                  | trader as "TR-1"
                fact level : Level
                decision answer : Level
                  first
                  otherwise level
                    because "{level}"
                """)
        return try policy.decide("answer", yaml: "level: \(level)", options: .init(language: language)).because
    }

    @Test(arguments: [
        ("V.I.P.", "en", "VIP"), ("V.I.P.", "zh", "重要客户"), ("new_customer", "zh", "newcomer"),
        ("small_shop", "en", "small shop"), ("TR-1", "zh", "TR-1"),
    ])
    func isShownAsThePolicySays(_ level: String, _ language: String, _ words: String) throws {
        #expect(try because(level, language) == words)
    }

    /// What stands behind `reads`, and what is said of it.
    @Test(arguments: [
        ("en \"a\"", "this label lacks `zh`"), ("en \"a\" zh \"b\" fr \"c\"", "`fr` is not a language of this policy"),
        ("\" \"", "this reads as nothing"), ("en \"a\" zh \"\"", "this reads as nothing"),
        ("en \"a\" en \"b\" zh \"c\"", "there are two texts in `en`"),
        ("\"a {1}\"", "how a value reads is a fixed text"),
    ])
    func isCheckedForItsLanguages(_ label: String, _ message: String) {
        let error = #expect(throws: PolicyError.self) {
            try Policy(
                text: """
                    policy desk.levels
                      languages en, zh
                    type Level = vip reads \(label) | other
                    decision answer : Level
                      first
                      otherwise vip
                    """)
        }
        #expect(error?.diagnostics.map(\.message) == [message])
    }
}
