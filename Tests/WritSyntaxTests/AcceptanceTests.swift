import Testing

@testable import WritSyntax

/// `accept` where it accepts a finding, and where it is a name.
@Suite struct AcceptanceTests {
    /// What is accepted under each declaration and rule.
    private func accepted(_ text: String) -> [String] {
        let parsed = Parsed(text)
        #expect(parsed.report == "")
        return clauses(parsed.tree.root, in: "").map(\.self)
    }

    private func clauses(_ node: SyntaxNode, in owner: String) -> [String] {
        if let clause = AcceptClauseSyntax(node) {
            let words = [clause.kind?.text, clause.rule?.text, clause.until?.text].compactMap(\.self)
            return ["\(owner): \(words.joined(separator: " "))"]
        }
        let name = DecisionDeclarationSyntax(node)?.name?.text ?? RuleSyntax(node)?.name?.text
        return node.childNodes.flatMap { clauses($0, in: name ?? owner) }
    }

    @Test func theInnermostConstructHasIt() {
        let text = """
            decision d : T
              first
              accept gap of r "a" until 2026-12-31
              rule r
                accept unowned "b"
                when x
                then accept
                accept unreachable "c"
              rule s
                then y
                do   notify
                accept unowned "d"
              otherwise accept
                because "e"
              accept unproduced "f"
            """
        #expect(
            accepted(text) == ["d: gap r 2026-12-31", "r: unowned", "r: unreachable", "s: unowned", "d: unproduced"])
    }

    @Test func severalStandBehindADeclaration() throws {
        let tree = Parsed("define a = b accept unused \"x\" accept undecided \"y\" until 2026-01-31\nfact c : text")
            .tree
        let declarations = try #require(tree.fileSyntax?.declarations)
        #expect(declarations.count == 2)
        guard case .define(let define)? = declarations.first else { return #expect(Bool(false)) }
        #expect(define.accepts.map { $0.kind?.text } == ["unused", "undecided"])
        #expect(define.accepts.map { $0.reason?.plainText } == ["x", "y"])
        #expect(define.body?.node.text == "b")
    }

    @Test(arguments: [
        "type T = accept | refuse", "type T =\n  | refuse\n  | accept \"doc\"", "type T = a | accept reads \"yes\"",
        "type T = a | accept(to: text) as \"x\"", "record R\n  accept : boolean\n  accept : text",
        "fact accept : boolean\ndefine a = accept and not accept", "define accept = accept.accept",
        "action accept\naction accept(of: text)", "test \"t\"\n  given accept = true, x.accept = 1",
        "test \"t\"\n  expect d is accept by accept\n  expect accept\n  expect d is accept needs accept",
        "decision accept : T\n  first\n  rule accept\n    when accept\n    then accept\n  otherwise accept",
        "decision d : T\n  rule r\n    do accept\n       accept(of: x)\n       notify, accept\n    because \"x\"",
        "decision d : T\n  otherwise\n    accept\n    because \"x\"",
        "decision d : T\n  table unique\n  | accept | a || d |\n  | accept | not accept || accept |",
        "define a =\n  accept\n  and accept", "define a = text accept \"x\" b \"y\"",
    ]) func itIsAName(_ text: String) {
        #expect(accepted(text) == [])
    }

    // MARK: Mistakes

    @Test func whatIsMissing() {
        expectOne(
            SyntaxCodes.expected, "define a = b\n  accept gap«»",
            "expected a text that gives the reason in accept `gap`, found the end of the text")
        expectOne(
            SyntaxCodes.expected, "define a = b\n  accept «\"x\"»",
            "expected what is accepted, such as `gap` or `unreachable` in define `a`, found a text")
        expectOne(
            SyntaxCodes.expected, "define a = b\n  accept gap «until» 2026-12-31 \"x\"",
            "expected a text that gives the reason in accept `gap`, found `until`")
        expectOne(
            SyntaxCodes.expected, "define a = b\n  accept gap \"x\" until «tomorrow»\nfact c : text",
            "expected the last day, such as `2026-12-31` in accept `gap`, found `tomorrow`")
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule r\n    then x\n    because \"y\"\n    accept «\"x\"»",
            "expected what is accepted, such as `gap` or `unreachable` in rule `r`, found a text")
    }

    @Test func findingsWithDashes() {
        expectOne(
            SyntaxCodes.badName, "define a = b\n  accept «constant-condition» \"x\"", "a name is one word",
            fixed: "define a = b\n  accept constant_condition \"x\"")
    }

    @Test(arguments: [
        ("define a = b\n  «acept» gap \"x\"", "define a = b\n  accept gap \"x\""),
        (
            "decision d : T\n  rule r\n    then x\n    do   a\n    «acept» gap \"x\"",
            "decision d : T\n  rule r\n    then x\n    do   a\n    accept gap \"x\""
        ),
        ("record R\n  a : text\n  «accpt» gap of x \"x\"", "record R\n  a : text\n  accept gap of x \"x\""),
        (
            "test \"t\"\n  given x = 1\n  expect x\n  «accept_» idle_test \"x\"",
            "test \"t\"\n  given x = 1\n  expect x\n  accept idle_test \"x\""
        ),
    ]) func misspelt(_ marked: String, _ fixed: String) {
        let word = marked.split(separator: "«")[1].split(separator: "»")[0]
        expectOne(SyntaxCodes.misspeltKeyword, marked, "`\(word)` is no keyword", fixed: fixed)
    }

    @Test func otherWords() {
        expectOne(
            SyntaxCodes.foreignKeyword, "define a = b\n  «ignore» unused \"x\"", "Writ writes `accept` for `ignore`",
            fixed: "define a = b\n  accept unused \"x\"")
        #expect(accepted("decision d : T\n  rule r\n    do a\n       ignore\n       allow(x: 1)") == [])
    }

    @Test func whereNothingIsAccepted() {
        let parsed = Parsed("calendar c\n  days monday\n  accept unused \"x\"\nfact a : text")
        #expect(parsed.diagnostics.count == 1)
        #expect(
            parsed.diagnostics.first?.help
                == "`accept` stands under the declaration or the rule whose finding it accepts")
    }

    @Test func aMistakeBeforeItLeavesItWhole() {
        let parsed = Parsed("define a = b +\n  accept unused \"x\"\nfact c :\n  accept unused \"x\"")
        #expect(parsed.diagnostics.count == 2)
        #expect(parsed.tree.records.count { $0.kind == .acceptClause } == 2)
    }
}
