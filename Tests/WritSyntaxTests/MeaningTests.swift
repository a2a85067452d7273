import Testing
import WritDiagnostics

@testable import WritSyntax

/// What an order desk types before it knows Writ: one message, and a fix-it that leaves nothing to say.
@Suite struct MeaningTests {
    private func expectCondition(
        _ code: DiagnosticCode, _ condition: String, _ message: String, fixed: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let (head, tail) = ("decision d : T\n  first\n  rule a\n    when ", "\n    then z\n  otherwise w")
        expectOne(
            code, head + condition + tail, message, fixed: fixed.map { head + $0 + tail },
            sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        ("1,000 USD", "1_000 USD", "1_000", "1,000"), ("1,000,000.50", "1_000_000.50", "1_000_000.50", "1,000,000.50"),
        ("USD 5", "5 USD", "5 USD", "USD 5"), ("9am", "09:00", "09:00", "9am"), ("12 am", "00:00", "00:00", "12 am"),
        ("9:30", "09:30", "09:30", "9:30"), ("9:30 pm", "21:30", "21:30", "9:30 pm"), ("5pm", "17:00", "17:00", "5pm"),
        ("100 usd", "100 USD", "100 USD", "100 usd"), ("100 Euros", "100 EUR", "100 EUR", "100 Euros"),
    ])
    func amountsAndTimes(_ text: String, _ fixed: String, _ writes: String, _ wrong: String) {
        let code = text.contains(",") ? SyntaxCodes.foreignSign : SyntaxCodes.expected
        let marked = text.replacing(wrong, with: "«\(wrong)»")
        expectCondition(code, "x >= \(marked)", "Writ writes `\(writes)` for `\(wrong)`", fixed: "x >= \(fixed)")
    }

    @Test(arguments: [
        ("31/1/2026", "2026-01-31"), ("1/31/2026", "2026-01-31"), ("31.01.2026", "2026-01-31"),
        ("2026/1/31", "2026-01-31"), ("2026-1-31", "2026-01-31"),
    ])
    func dates(_ wrong: String, _ fixed: String) {
        let message = "a date is written with year, month and day: `2026-01-31`"
        expectCondition(SyntaxCodes.foreignSign, "x >= «\(wrong)»", message, fixed: "x >= \(fixed)")
    }

    @Test func dateThatCouldBeTwo() {
        let parsed = Parsed("define a = 1/2/2026")
        #expect(parsed.diagnostics.count == 1)
        #expect(parsed.diagnostics.first?.fixIts.isEmpty == true)
        #expect(Parsed("define a = 1 / 2 / 2026").diagnostics.isEmpty)
    }

    @Test func signsOfCurrencies() {
        let message = "means nothing here: money names its currency"
        expectCondition(SyntaxCodes.unknownCharacter, "x > «$5»", "`$` \(message)", fixed: "x > 5 USD")
        expectCondition(SyntaxCodes.unknownCharacter, "x > «€20.50»", "`€` \(message)", fixed: "x > 20.50 EUR")
    }

    @Test func signsThatAreTooMuch() {
        expectCondition(
            SyntaxCodes.unknownCharacter, "x > «$»5 USD", "`$` means nothing here: money names its currency",
            fixed: "x > 5 USD")
    }

    @Test(arguments: [
        ("«AND» y", "and y", "and"), ("«OR» y", "or y", "or"), ("«In» {y}", "in {y}", "in"), ("«IS» y", "is y", "is"),
    ])
    func operatorsInCapitals(_ marked: String, _ fixed: String, _ word: String) {
        let wrong = marked.split { $0 == "«" || $0 == "»" }[0]
        expectCondition(SyntaxCodes.misspeltKeyword, "x \(marked)", "`\(wrong)` is no keyword", fixed: "x \(fixed)")
        expectCondition(
            SyntaxCodes.misspeltKeyword, "x\n     \(marked)", "`\(wrong)` is no keyword", fixed: "x\n     \(fixed)")
    }

    @Test(arguments: [
        ("«is greater than» 5", "> 5"), ("«is at least» 5", ">= 5"), ("«is above» 5", "> 5"),
        ("«is not less than» 5", ">= 5"), ("«exceeds» 5", "> 5"), ("«equals» 5", "is 5"), ("«is one of» {y}", "in {y}"),
        ("> 3 days «ago»", "> 3 days before today"), ("> y + 3 «business» days", "> y + 3 working days"),
    ])
    func phrases(_ marked: String, _ fixed: String) {
        let wrong = String(marked.split(separator: "«").last!.split(separator: "»")[0])
        let writes = PhraseBook.phrases.first { $0.words.joined(separator: " ") == wrong }?.writes ?? ""
        expectCondition(
            SyntaxCodes.foreignKeyword, "x \(marked)", "Writ writes `\(writes)` for `\(wrong)`", fixed: "x \(fixed)")
    }

    @Test func membership() {
        expectCondition(
            SyntaxCodes.foreignEquality, "x «is in» {y}", "Writ writes `in` for `is in`", fixed: "x in {y}")
        expectCondition(
            SyntaxCodes.foreignEquality, "x «is not in» {y}", "Writ writes `not in` for `is not in`",
            fixed: "x not in {y}")
        expectCondition(
            SyntaxCodes.foreignEquality, "x «isn't» y", "Writ writes `is not` for `isn't`", fixed: "x is not y")
        expectCondition(SyntaxCodes.expected, "x is «between» 1 + 2 and 5", "`between` stands only behind a type")
    }

    @Test func names() {
        expectOne(
            SyntaxCodes.badName, "decision d : T\n  rule «re-ship»\n    then b", "a name is one word",
            fixed: "decision d : T\n  rule re_ship\n    then b")
        expectOne(
            SyntaxCodes.badName, "param «reship limit» : integer = 3", "a name is one word",
            fixed: "param reship_limit : integer = 3")
        expectOne(
            SyntaxCodes.expected, "fact amount «money»(USD)",
            "expected `:` and the type of the fact in fact `amount`, found `money`")
    }

    @Test func blocks() {
        expectOne(
            SyntaxCodes.foreignSign, "decision d : T\n  rule a «{»\n    when x\n    then b\n  }",
            "Writ has no brackets around blocks: every construct starts with its keyword")
        expectOne(
            SyntaxCodes.foreignSign, "decision d : T\n  rule a«:»\n    then b", "no `:` stands behind `a`",
            fixed: "decision d : T\n  rule a\n    then b")
        expectOne(
            SyntaxCodes.foreignSign, "decision d : T\n  rule a\n    then«:» b", "no `:` stands behind `then`",
            fixed: "decision d : T\n  rule a\n    then b")
        expectOne(
            SyntaxCodes.foreignKeyword,
            "decision d : T\n  rule a\n    then b\n  «else» if x\n    then c\n  otherwise e",
            "a further case is a `rule` of its own")
    }

    @Test func lists() {
        expectOne(
            SyntaxCodes.foreignSign, "type Kind = lost«,» damaged", "`|` stands between the cases of a type",
            fixed: "type Kind = lost | damaged")
        expectOne(
            SyntaxCodes.foreignSign, "define a = f(to «=» b)", "`=` is not how Writ writes it; write `:`",
            fixed: "define a = f(to : b)")
        expectOne(
            SyntaxCodes.foreignEquality, "test \"t\"\n  given x.y «is» 3\n  expect z",
            "Writ writes `=` for `is` where a fact is given", fixed: "test \"t\"\n  given x.y = 3\n  expect z")
        expectOne(
            SyntaxCodes.expected, "decision d : T\n  rule r\n    then b «to»: c", "what `b` holds stands in brackets")
    }

    @Test func cells() {
        let head = "decision d : T\n  table\n  | rule | a || d |\n"
        expectOne(
            SyntaxCodes.expected, head + "  | x | «1..5» || y |", "an interval stands in brackets",
            fixed: head + "  | x | [1..5] || y |")
        expectOne(
            SyntaxCodes.foreignEquality, head + "  | x | «=» 3 || y |",
            "`=` is not how Writ writes it; write the value alone", fixed: head + "  | x |  3 || y |")
        expectOne(
            SyntaxCodes.foreignSign, head + "  | x | «1-5» || y |",
            "Writ writes `[1..5]` for an interval; this is a difference", fixed: head + "  | x | [1..5] || y |")
        #expect(Parsed(head + "  | x | 1 - 5 || y |").diagnostics.isEmpty)
        expectOne(SyntaxCodes.expected, head + "  | x | >= 3 «and <» 5 || y |", "a cell tests one thing")
        expectOne(
            SyntaxCodes.foreignSign, head + "  «|---|---||---|»\n  | x | 1 || y |",
            "a table of Writ has no line under its header", fixed: head + "  \n  | x | 1 || y |")
    }

    @Test func comments() {
        expectOne(SyntaxCodes.foreignSign, "define a = 3 «--» why", "a comment starts with `#`")
        expectOne(SyntaxCodes.foreignSign, "«/*» one\ntwo */\ndefine a = 3", "a comment starts with `#`")
        #expect(Parsed("define a = 3 --b").diagnostics.isEmpty)
    }
}
