import Testing

@testable import WritSyntax

/// Rules whose first line is lost, doubled or without a name: one message, and the rest is read.
@Suite struct RuleLineTests {
    private let message = "a `rule NAME` line seems to be missing before this `when`"

    @Test func aLostLine() {
        expectOne(
            SyntaxCodes.expected,
            "decision d : T\n  rule a\n    when x\n    then b\n    because \"x\"\n    «when» y\n    then c\n"
                + "  otherwise e",
            message)
        expectOne(
            SyntaxCodes.expected, "decision d : T\n    «when» x\n    then b\n  rule b\n    when y\n    then c", message)
        // Two conditions, or two answers, are the checker's to report.
        #expect(Parsed("decision d : T\n  rule a\n    when x\n    when y\n    then c\n    then e").report == "")
    }

    @Test func theRulesBehindAreRules() {
        let parsed = Parsed(
            "decision d : T\n  rule a\n    when x\n    then b\n    when y\n    then c\n  otherwise e")
        guard case .decision(let decision)? = parsed.tree.fileSyntax?.declarations.first else {
            Issue.record("no decision")
            return
        }
        #expect(decision.items.map(\.node.kind) == [.rule, .rule, .otherwise])
    }

    @Test func aDoubledLine() {
        expectOne(
            SyntaxCodes.unexpected, "decision d : T\n  «rule a»\n  rule a\n    when x\n    then b",
            "this line stands twice")
    }

    @Test func aMissingName() {
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule «when» x\n    then b",
            "expected the name of the rule in decision `d`, found `when`")
    }

    @Test func colons() {
        expectOne(
            SyntaxCodes.foreignSign, "decision d : T\n  rule r\n    when«:» x\n    then b",
            "no `:` stands behind `when`",
            fixed: "decision d : T\n  rule r\n    when x\n    then b")
        expectOne(
            SyntaxCodes.foreignSign, "decision d : T\n  rule r\n    then b\n  otherwise«:» c",
            "no `:` stands behind `otherwise`", fixed: "decision d : T\n  rule r\n    then b\n  otherwise c")
    }

    @Test func defaults() {
        expectOne(
            SyntaxCodes.foreignKeyword, "decision d : T\n  rule r\n    then b\n  «default» 2",
            "Writ writes `otherwise` for `default`", fixed: "decision d : T\n  rule r\n    then b\n  otherwise 2")
    }

    @Test func bullets() {
        expectOne(
            SyntaxCodes.foreignSign,
            "decision d : T\n  rule r\n    when\n      «-» a\n      - b is c\n      - e - f > 2\n    then b",
            "conditions are joined with `and`, not listed")
        #expect(Parsed("decision d : T\n  rule r\n    when\n      -a > 2\n    then b").report == "")
    }
}
