import Testing
import WritAnalysis

@Suite("Texts that are missing in a language")
struct UntranslatedCheckTests {
    private func policy(_ first: String, _ second: String, head: String = "") -> String {
        """
        policy p
        \(head)
        fact vip : boolean
        decision d : text
          first
          rule r
            when vip
            then "a"
            because \(first)
          otherwise "b"
            because \(second)

        """
    }

    @Test("A policy whose header lists no languages")
    func missing() throws {
        let found = try findings(.untranslated, in: policy(#"en "A friend." zh "老客户。""#, #"en "No.""#))
        #expect(found.map(\.message) == ["`otherwise` of `d` has a message that lacks `zh`"])
    }

    @Test("A text without a language is for all", arguments: [#""No.""#, #"en "No." "Nein.""#, #"en "No." zh "不。""#])
    func complete(_ text: String) throws {
        #expect(try findings(.untranslated, in: policy(#"en "A friend." zh "老客户。""#, text)).isEmpty)
    }

    @Test("One language alone is no translation")
    func one() throws {
        #expect(try findings(.untranslated, in: policy(#"en "A friend.""#, #""No.""#)).isEmpty)
    }

    @Test("A message in a value")
    func value() throws {
        let text = """
            policy p
            fact vip : boolean
            decision d : message
              first
              rule r
                when vip
                then text en "A friend." zh "老客户。"
              otherwise text en "No."

            """
        #expect(
            try findings(.untranslated, in: text).map(\.message) == ["`otherwise` of `d` has a message that lacks `zh`"]
        )
    }

    @Test("A label that a message shows in more languages than it has")
    func label() throws {
        let head = "type Colour = red reads en \"red\" | green reads en \"green\" zh \"绿\" | blue\nfact colour : Colour"
        let text = policy(#"en "It is {colour}." zh "{colour}。""#, #""No.""#, head: head)
        let found = try findings(.untranslated, in: text)
        #expect(found.map(\.message) == ["value `red` of `Colour` has no label in `zh`, in which a message shows it"])
        #expect(found.first?.words == "red")
    }
}
