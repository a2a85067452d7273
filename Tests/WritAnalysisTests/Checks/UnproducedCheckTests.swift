import Testing
import WritAnalysis

@Suite("Values that nothing gives")
struct UnproducedCheckTests {
    private func policy(_ rule: String, mode: String = "first", type: String = "Reply") -> String {
        """
        type Reply = yes | no | ask
        fact n : integer between 0 and 9
        decision reply : \(type)
          \(mode)
          rule a
            when n > 0
            then yes
          rule b
            when \(rule)
            then ask
          rule c
            then no

        """
    }

    @Test("A value of no rule, and one of a rule that no case comes to")
    func values() throws {
        let text =
            "type Reply = yes | no | ask\nfact n : integer\ndecision reply : Reply\n  first\n  rule a\n    when n > 0\n    then yes\n  otherwise no\n"
        #expect(try told(.unproduced, text) == ["`ask` is never an outcome of `reply`"])
        #expect(try told(.unproduced, policy("n > 1")) == ["`ask` is never an outcome of `reply`"])
        #expect(try told(.unproduced, policy("n is 0")) == ["`no` is never an outcome of `reply`"])
        #expect(try told(.unproduced, policy("n is 0").replacing("n > 0", with: "n > 1")) == [])
    }

    @Test("Elements of a list")
    func lists() throws {
        #expect(try told(.unproduced, policy("n > 8", mode: "collect", type: "list of Reply")) == [])
        #expect(
            try told(.unproduced, policy("n > 9", mode: "collect", type: "list of Reply"))
                == ["`ask` is never an outcome of `reply`"])
    }

    @Test("What another decision gives is given, and so is what stands for an open answer")
    func others() throws {
        let other = "decision second : Reply\n  first\n  otherwise ask\n"
        #expect(try told(.unproduced, policy("n > 1") + other) == [])
        let open = policy("n > 1") + "  when undetermined ask\n"
        #expect(try told(.unproduced, open.replacing("fact n : integer", with: "fact n : integer?")) == [])
    }

    @Test("A type that facts have too is left alone")
    func facts() throws {
        #expect(try told(.unproduced, policy("n > 1") + "fact last : Reply\n") == [])
    }
}
