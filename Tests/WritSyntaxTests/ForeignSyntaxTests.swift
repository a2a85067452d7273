import Testing

@testable import WritSyntax

/// What people bring from other languages and keyboards.
@Suite struct ForeignSyntaxTests {
    @Test func equalityOfOtherLanguages() {
        expectOne(
            .init("W0115", "foreign-equality"), "define a = b «==» c", "Writ writes `is` for `==`",
            fixed: "define a = b is c")
        expectOne(
            SyntaxCodes.foreignEquality, "define a = b «=» c", "Writ writes `is` for `=`", fixed: "define a = b is c")
        expectOne(
            SyntaxCodes.foreignEquality, "define a = b «!=» c", "Writ writes `is not` for `!=`",
            fixed: "define a = b is not c")
        expectOne(
            SyntaxCodes.foreignEquality, "define a = b «<>» c", "Writ writes `is not` for `<>`",
            fixed: "define a = b is not c")
        expectOne(
            SyntaxCodes.foreignEquality, "define a = b «≠» c", "Writ writes `is not` for `≠`",
            fixed: "define a = b is not c")
    }

    @Test func logicOfOtherLanguages() {
        expectOne(
            SyntaxCodes.foreignSign, "define a = b «&&» c", "`&&` is not a sign of Writ; write `and`",
            fixed: "define a = b and c")
        expectOne(
            SyntaxCodes.foreignSign, "define a = b «||» c", "`||` is not how Writ writes it; write `or`",
            fixed: "define a = b or c")
        expectOne(
            SyntaxCodes.foreignSign, "define a = «!»b", "`!` is not a sign of Writ; write `not`",
            fixed: "define a = not b")
        expectOne(
            SyntaxCodes.foreignSign, "define a = b «=<» c", "`=<` is not a sign of Writ; write `<=`",
            fixed: "define a = b <= c")
    }

    @Test func semicolonsAndComments() {
        expectOne(
            SyntaxCodes.foreignSign, "define a = b«;»\ndefine c = d",
            "Writ has no semicolons: every construct starts with its keyword", fixed: "define a = b\ndefine c = d")
        expectOne(SyntaxCodes.foreignSign, "define a = b «//» why\ndefine c = d", "a comment starts with `#`")
    }

    @Test func quotes() {
        let message = "a text stands between straight double quotes"
        expectOne(SyntaxCodes.foreignSign, "define a = «'b'»", message, fixed: "define a = \"b\"")
        expectOne(SyntaxCodes.foreignSign, "define a = «“b”»", message, fixed: "define a = \"b\"")
    }

    @Test func fullWidthSigns() {
        expectOne(
            SyntaxCodes.foreignSign, "define a = f(b«，»c)", "`，` is not a sign of Writ; write `,`",
            fixed: "define a = f(b,c)")
        expectOne(
            SyntaxCodes.foreignSign, "fact a «：» text", "`：` is not a sign of Writ; write `:`", fixed: "fact a : text")
        expectOne(
            SyntaxCodes.foreignSign, "define a = «（»b)", "`（` is not a sign of Writ; write `(`", fixed: "define a = (b)"
        )
    }

    @Test func keywordsOfOtherLanguages() {
        expectOne(
            SyntaxCodes.foreignKeyword, "decision d : T\n  rule r\n    «if» a\n    then b",
            "Writ writes `when` for `if`",
            fixed: "decision d : T\n  rule r\n    when a\n    then b")
        expectOne(
            SyntaxCodes.foreignKeyword, "define x = if a then b «elseif» c then d else e",
            "`elseif` is not how Writ writes it; write `else if`",
            fixed: "define x = if a then b else if c then d else e")
        expectOne(SyntaxCodes.foreignKeyword, "«import» a.b", "Writ writes `use` for `import`", fixed: "use a.b")
    }
}
