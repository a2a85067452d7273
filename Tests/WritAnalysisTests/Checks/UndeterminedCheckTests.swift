import Testing
import WritAnalysis

@Suite("Answers left open without need")
struct UndeterminedCheckTests {
    private func policy(_ first: String, _ second: String) -> String {
        """
        type Photo = match | mismatch
        type Reply = settle | search | ask
        fact photo : Photo?
        fact is_paid : boolean
        decision reply : Reply
          first
          rule alike
            when is_paid and photo is match
            then \(first)
          rule unlike
            when is_paid and photo is mismatch
            then \(second)
          otherwise ask

        """
    }

    @Test("Two rules between them give the same")
    func same() throws {
        #expect(
            try told(.undetermined, policy("settle", "settle"))
                == [
                    "`reply` is left open where `photo` is unknown, although every value of it gives settle "
                        + #"{"is_paid":true}"#
                ])
    }

    @Test("Where they differ, the fact is needed")
    func different() throws { #expect(try told(.undetermined, policy("settle", "search")) == []) }

    @Test("A part of numbers is not all of them")
    func numbers() throws {
        func policy(_ bound: String) -> String {
            """
            fact n : integer? between 0 and 9
            decision reply : boolean
              first
              rule small
                when n <= 4
                then true
              rule large
                when n >= \(bound)
                then true
              otherwise false

            """
        }
        #expect(
            try told(.undetermined, policy("5"))
                == ["`reply` is left open where `n` is unknown, although every value of it gives true {}"])
        #expect(try told(.undetermined, policy("6")) == [])
    }

    @Test("A fact that the claim hangs on is told")
    func others() throws {
        let text = """
            fact seen : boolean?
            fact other : boolean?
            decision reply : integer
              first
              rule a
                when seen
                then 1
              rule b
                when not seen and other is known
                then 1
              otherwise 2

            """
        let found = try told(.undetermined, text)
        #expect(found.count == 1)
        #expect(found.first?.contains(#"{"other":"#) == true)
    }
}
