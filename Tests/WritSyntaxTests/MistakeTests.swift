import Testing

@testable import WritSyntax

/// One mistake, one message, at the right place.
@Suite struct MistakeTests {
    @Test func missingValues() {
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule reship\n    when a\n    then«»\n    because \"x\"",
            "expected a value after `then` in rule `reship`, found `because`")
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule r\n    when a and «then» b",
            "expected a condition after `and` in rule `r`, found `then`")
        expectOne(
            SyntaxCodes.expected, "define a =«»", "expected a value after `=` in define `a`, found the end of the text")
    }

    @Test func missingThen() {
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule reship\n    when a\n    «»b(to: c)\n    because \"x\"",
            "expected `then` and a value in rule `reship`, found `b`",
            fixed: "decision d : T\n  rule reship\n    when a\n    then b(to: c)\n    because \"x\"")
    }

    @Test func missingOperators() {
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule reship\n    when a «b» and c\n    then d",
            "expected an operator, or `when`, `then`, `do`, `because`, `source` or the next rule in rule `reship`, found `b`"
        )
    }

    @Test func reservedNames() {
        expectOne(
            SyntaxCodes.reservedName, "define «source» = 1",
            "`source` is a word of Writ and cannot be a name as it stands",
            fixed: "define `source` = 1")
        expectOne(
            SyntaxCodes.reservedName, "define a = «source» is b",
            "`source` is a word of Writ and cannot be a name as it stands", fixed: "define a = `source` is b")
    }

    @Test func reservedNamesWhereTheyAreUsed() {
        let message = "`given` is a word of Writ and cannot be a name as it stands"
        expectOne(SyntaxCodes.reservedName, "define a = «given»", message, fixed: "define a = `given`")
        expectOne(SyntaxCodes.reservedName, "define a = b and «given»", message, fixed: "define a = b and `given`")
        expectOne(SyntaxCodes.reservedName, "define a = («given» or b)", message, fixed: "define a = (`given` or b)")
        expectOne(
            SyntaxCodes.reservedName, "decision d : T\n  rule r\n    when «given»\n    then b", message,
            fixed: "decision d : T\n  rule r\n    when `given`\n    then b")
    }

    @Test func questionsBeforeOrElse() {
        let message = "`or else` stands behind a value, and this is a question"
        expectOne(
            SyntaxCodes.expected, "define a = «b in {c, d}» or else false", message,
            fixed: "define a = (b in {c, d}) or else false")
        expectOne(
            SyntaxCodes.expected, "define a = e and «b in [1..2)» or else false", message,
            fixed: "define a = e and (b in [1..2)) or else false")
    }

    @Test func listsInBrackets() {
        expectOne(SyntaxCodes.expected, "fact a : «(»list of T)?", "a type stands without brackets")
    }

    @Test func misspeltKeywords() {
        expectOne(
            SyntaxCodes.misspeltKeyword, "«decison» d : T\n  rule r\n    then b", "`decison` is no keyword",
            fixed: "decision d : T\n  rule r\n    then b")
        expectOne(
            SyntaxCodes.misspeltKeyword, "decision d : T\n  rule r\n    then b\n    «becuase» \"x\"",
            "`becuase` is no keyword",
            fixed: "decision d : T\n  rule r\n    then b\n    because \"x\"")
    }

    @Test func aMisspeltHeader() {
        expectOne(
            SyntaxCodes.misspeltKeyword, "«polcy» a.b\n  timezone \"UTC\"", "`polcy` is no keyword",
            fixed: "policy a.b\n  timezone \"UTC\"")
    }

    /// A word that would be a keyword, were it not for what follows.
    @Test func foreignKeywordsThatBeginNothing() {
        let parsed = Parsed("use a\ndef : b\nuse c")
        #expect(parsed.isLossless)
        #expect(parsed.diagnostics.count == 1)
        #expect(parsed.tree.fileSyntax?.declarations.count == 2)
    }

    /// What takes nothing is written as a case without fields is: by its name alone.
    @Test func emptyBrackets() {
        let message = "takes nothing, and then no brackets stand behind its name"
        expectOne(
            SyntaxCodes.expected, "action ring«()» \"Rings.\"", "`ring` \(message)", fixed: "action ring \"Rings.\"")
        expectOne(SyntaxCodes.expected, "define a«()» = 1", "`a` \(message)", fixed: "define a = 1")
        expectOne(SyntaxCodes.expected, "type T = a«()» | b", "`a` \(message)", fixed: "type T = a | b")
        expectOne(
            SyntaxCodes.expected, "decision d«()» : T\n  first\n  otherwise 1", "`d` \(message)",
            fixed: "decision d : T\n  first\n  otherwise 1")
    }

    @Test func brackets() {
        expectOne(
            SyntaxCodes.unclosedBracket, "define a = f(b, c«»\ndefine d = 1",
            "expected `)` to close `(` in define `a`, found `define`")
        expectOne(
            SyntaxCodes.expected, "define a = f(b «c»)\ndefine d = 1", "expected `,` or `)` in define `a`, found `c`")
        expectOne(
            SyntaxCodes.unclosedBracket, "define a = x in {b, c«»\ndefine d = 1",
            "expected `}` to close `{` in define `a`, found `define`")
    }

    @Test func texts() {
        expectOne(
            SyntaxCodes.unclosedText, "use a\ndefine a = \"b«»\ndefine d = 1", "this text is not closed on its line",
            fixed: "use a\ndefine a = \"b\"\ndefine d = 1")
        expectOne(
            SyntaxCodes.unclosedText, "define a = \"b {c«»\ndefine d = 1",
            "a hole of this text is not closed on its line")
        expectOne(
            SyntaxCodes.expected, "define a = \"b {c «d»}\"",
            "expected an operator or `}` and the rest of the text in define `a`, found `d`")
        expectOne(
            SyntaxCodes.badEscape, "define a = \"b«\\»q\"", "`\\` starts no escape here", fixed: "define a = \"b\\\\q\""
        )
    }

    @Test func chainedComparisons() {
        expectOne(SyntaxCodes.chainedComparison, "define a = 1 < b «<» 3", "a comparison has two sides")
    }

    @Test func whatIsOutOfPlace() {
        expectOne(
            SyntaxCodes.expected, "use a\n«rule» r\n  when b\n  then c\ndefine d = 1",
            "expected a declaration such as `fact`, `param`, `define`, `decision` or `test`, found `rule`")
        expectOne(SyntaxCodes.unexpected, "use a\n«policy» p", "a `policy` header stands once, at the top of its file")
    }

    @Test func periods() {
        expectOne(
            SyntaxCodes.expected, "param a : T = 1\n  in force «=» 2",
            "expected `from` or `until` and a date in param `a`, found `=`")
    }
}
