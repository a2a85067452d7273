import Testing

/// What `writ test` makes of promises, and of expectations in all their forms.
@Suite struct PromiseTestTests {
    private static let policy = """
        policy shop

        fact amount : money(USD)
        fact angry : boolean

        type Answer = pay(amount: money(USD)) | wait

        action tell(who: text)

        decision answer : Answer
          first
          rule angry
            when angry
            then pay(amount: amount + 1 USD)
            because "They are angry."
          otherwise wait
            do tell(who: "desk")

        never more_than_was_paid
          "We never pay more."
          answer is pay and answer.amount > amount

        """

    private func session(_ cases: String = "", _ tests: String = "") throws -> CommandSession {
        try CommandSession(["p.writ": Self.policy + tests, "cases/p.yaml": cases])
    }

    @Test func aBrokenPromiseFailsACase() throws {
        let run = try session(
            """
            - name: angry
              decision: answer
              facts: {amount: 5 USD, angry: true}
              expect: {outcome: pay}
            """
        ).run("test", "@")
        #expect(run.code == 1)
        #expect(
            run.output.hasPrefix(
                """
                failed angry  @/cases/p.yaml:1:9
                  expected  the promise more_than_was_paid: We never pay more.  (@/p.writ:19:7)
                  got       broken by answer
                  with      angry = true
                            amount = 5.00 USD

                """), "\(run.output)")
    }

    @Test func aBrokenPromiseFailsATestOfThePolicyOnce() throws {
        let test = """
            test "angry"
              given amount = 5 USD, angry = true
              expect answer is pay
              expect answer is not wait

            """
        let run = try session("", test).run("test", "@")
        #expect(run.code == 1)
        #expect(run.output.components("the promise more_than_was_paid") == 1)
        #expect(run.output.components("amount = 5.00 USD") == 1)
    }

    @Test func aCaseMayExpectABrokenPromise() throws {
        let run = try session(
            """
            - name: angry
              decision: answer
              facts: {amount: 5 USD, angry: true}
              expect: {outcome: pay, promises: [more_than_was_paid]}
            - name: calm
              decision: answer
              facts: {amount: 5 USD, angry: false}
              expect: {promises: [more_than_was_paid]}
            """
        ).run("test", "@")
        #expect(run.code == 1)
        #expect(run.output.contains("expected  a broken promise more_than_was_paid\n  got       kept\n"))
        #expect(run.output.contains("1 of 2 tests failed"))
        let unknown = try session(
            "- name: a\n  decision: answer\n  facts: {amount: 5, angry: true}\n  expect: {promises: [more_than_paid]}\n"
        ).run("test", "@")
        #expect(unknown.code == 3)
        #expect(unknown.error.contains("the policy makes no promise `more_than_paid`"))
    }

    @Test func nothingMayBeExpected() throws {
        let run = try session(
            """
            - name: calm
              decision: answer
              facts: {amount: 5 USD, angry: false}
              expect: {outcome: wait, because: null, fault: null, rule: otherwise, promises: []}
            - name: not calm
              decision: answer
              facts: {amount: 5 USD, angry: false}
              expect: {outcome: pay, rule: undetermined}
            """
        ).run("test", "@")
        #expect(
            run.output.hasPrefix(
                """
                failed not calm  @/cases/p.yaml:5:9
                  expected  outcome pay
                  got       wait
                  expected  rule when undetermined
                  got       otherwise

                """.dropLast()), "\(run.output)")
        #expect(run.output.contains("1 of 2 tests failed"))
    }

    @Test func clausesOfConditionsAreCompared() throws {
        let test = """
            test "calm"
              given amount = 5 USD, angry = false
              expect answer is not pay by angry does tell(who: "boss")

            """
        let run = try session("", test).run("test", "@")
        #expect(run.code == 1)
        #expect(run.output.contains("expected  rule angry\n  got       otherwise\n"), "\(run.output)")
        #expect(run.output.contains("expected  does tell(who: \"boss\")\n  got       tell(who: \"desk\")\n"))
        let plain = "test \"plain\"\n  given amount = 5 USD, angry = false\n  expect amount > 6 USD\n"
        let failed = try session("", plain).run("test", "@")
        #expect(failed.output.contains("  expected  that amount > 6 USD\n  got       false\n"), "\(failed.output)")
    }

    @Test func aFilterThatNothingFitsIsUsedWrongly() throws {
        let run = try session("", "test \"calm\"\n  given amount = 5 USD\n  expect amount > 1 USD\n")
            .run("test", "@", "--filter", "zzz")
        #expect(run == Run(code: 2, output: "", error: "error: no test has `zzz` in its name; there are 1\n"))
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
