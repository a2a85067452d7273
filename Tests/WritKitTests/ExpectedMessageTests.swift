import Testing

/// Cases expect a message by the text that people read.
@Suite struct ExpectedMessageTests {
    private static let policy = """
        policy desk
          languages en, de
        fact order : text
        type Reply = send(letter: message?) | nothing
        action ask(question: message)
        decision reply : Reply
          first
          otherwise send(letter: text en "About {order}." de "Zu {order}.")
            do ask(question: "Where?")
        action write(letter: message)
        decision letter : boolean
          first
          otherwise true
            do write(letter: text en "Dear {order}." de "Lieb {order}.")
        decision letters : list of message
          collect
          rule one
            then "First."
          rule two
            then "Then {order}."

        """

    private func run(_ cases: String) throws -> CaseRun {
        try CaseRun(["p.writ": Self.policy, "cases/some.yaml": "- {name: base, facts: {order: A-1}}\n" + cases])
    }

    @Test func messagesAreComparedByTheirText() throws {
        let run = try run(
            """
            - name: action
              decision: reply
              like: base
              expect: {actions: [{action: ask, arguments: {question: "Where?"}}]}
            - name: outcome
              decision: reply
              like: base
              expect: {outcome: {send: {letter: About A-1.}}}
            - name: other language
              decision: reply
              like: base
              expect: {outcome: {send: {letter: Zu A-1.}}}
            - {name: list, decision: letters, like: base, expect: {outcome: [First., Then A-1.]}}
            """)
        #expect(run.complaints.map(\.message) == [])
        #expect(run.outcomes.count == 4)
        #expect(run.differences == [])
    }

    @Test func aMessageThatReadsOtherwiseFails() throws {
        let run = try run(
            """
            - name: action
              decision: reply
              like: base
              expect: {actions: [{action: ask, arguments: {question: "Who?"}}]}
            - {name: outcome, decision: reply, like: base, expect: {outcome: {send: {letter: About A-2.}}}}
            - {name: unknown, decision: reply, like: base, expect: {outcome: {send: {letter: null}}}}
            """)
        #expect(
            run.differences == [
                "action: actions ask(question: \"Who?\") / ask(question: \"Where?\")",
                "outcome: outcome send(letter: \"About A-2.\") / send(letter: \"About A-1.\")",
                "unknown: outcome send(letter: unknown) / send(letter: \"About A-1.\")",
            ])
    }

    @Test func aTestOfThePolicyExpectsItsTextToo() throws {
        let test = """
            test "letter"
              given order = "A-1"
              expect reply is send does ask(question: "Where?")
            test "hole"
              given order = "A-1"
              expect letter does write(letter: "Dear A-1.")
              expect letter does write(letter: "Lieb A-1.")
              expect letter does write(letter: text en "Dear A-1." de "Lieb A-1.")
            test "other"
              given order = "A-1"
              expect letter does write(letter: "Dear A-2.")
              expect letter does write(letter: text en "Dear A-1." de "Liebe A-1.")
            """
        let run = try CaseRun(["p.writ": Self.policy + "\n" + test])
        #expect(run.outcomes.filter { !$0.passed }.map(\.test.name) == ["other"])
        #expect(run.differences.count == 2)
    }
}
