import Testing

/// Which action a case means where policies have actions of one name.
@Suite struct ExpectedActionTests {
    private static let numbers = """
        policy a
        action tell(n: integer)
        decision by_number : boolean
          first
          otherwise true
            do tell(n: 3)
        """
    private static let texts = """
        policy b
        action tell(t: text)
        decision by_text : boolean
          first
          otherwise true
            do tell(t: "x")
        decision silent : boolean
          first
          otherwise true
        """

    private func run(_ cases: String) throws -> CaseRun {
        try CaseRun(["a.writ": Self.numbers, "b.writ": Self.texts, "cases/some.yaml": cases])
    }

    @Test func anActionIsOneThatTheDecisionCanDo() throws {
        let run = try run(
            """
            - {name: n, decision: by_number, expect: {actions: [{action: tell, arguments: {n: 3}}]}}
            - {name: t, decision: by_text, expect: {actions: [{action: tell, arguments: {t: x}}]}}
            - {name: named, decision: by_text, expect: {actions: [tell]}}
            - {name: other, decision: by_text, expect: {actions: [{action: tell, arguments: {t: y}}]}}
            """)
        #expect(run.complaints.map(\.message) == [])
        #expect(run.differences == ["other: actions tell(t: \"y\") / tell(t: \"x\")"])
    }

    @Test func ofADecisionThatDoesNothingAnyOfTheNameIsMeant() throws {
        let run = try run(
            "- {name: n, decision: silent, expect: {actions: [{action: tell, arguments: {t: x}}]}}\n")
        #expect(run.complaints.map(\.message) == [])
        #expect(run.differences == ["n: actions tell(t: \"x\") / none"])
    }

    @Test func whatTheActionDoesNotHaveIsRefused() throws {
        let run = try run(
            """
            - {name: n, decision: by_text, expect: {actions: [{action: tell, arguments: {n: 3}}]}}
            - {name: u, decision: by_text, expect: {actions: [{action: tel}]}}
            """)
        #expect(run.complaints.map(\.message) == ["`tell` has no argument `n`", "the policy has no action `tel`"])
        #expect(run.complaints.map { $0.primary.location.text } == ["n", "tel"])
    }
}
