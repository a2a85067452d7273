import Testing

@testable import WritSyntax

/// Promises about two cases.
@Suite struct WheneverTests {
    private func promise(_ text: String) -> PromiseDeclarationSyntax? {
        guard case .promise(let promise)? = Parsed(text).tree.fileSyntax?.declarations.first else { return nil }
        return promise
    }

    @Test(arguments: ["rises", "falls"], ["rises", "falls"]) func allFourSayWhatTheyMean(
        _ change: String, _ end: String
    )
        throws
    {
        let text = "always p \"Doc.\" whenever order.amount \(change), 2 * fee never \(end)"
        #expect(Parsed(text).report == "")
        let relation = try #require(promise(text)?.relation)
        #expect(relation.path?.node.text == "order.amount" && relation.value?.node.text == "2 * fee")
        #expect(relation.change == (change == "rises" ? .rises : .falls))
        #expect(relation.refused == (end == "rises" ? .rises : .falls))
        #expect(relation.condition == nil && promise(text)?.condition == nil)
    }

    @Test func conditions() throws {
        let text = "always p whenever a falls while b in {c, d} and e, f never rises accept undecided \"x\""
        let found = try #require(promise(text))
        #expect(found.relation?.condition?.node.text == "b in {c, d} and e")
        #expect(found.accepts.count == 1)
    }

    @Test(arguments: [
        "whenever", "whenever is known", "whenever and rises", "whenever.x or while", "whenever contains falls",
        "whenever starts with \"a\"", "whenever days after today >= whenever", "whenever in xs", "rises is falls",
    ]) func itIsAName(_ condition: String) throws {
        let found = try #require(promise("always p \(condition)"))
        #expect(found.relation == nil && found.condition?.node.text == condition)
        #expect(Parsed("never p \(condition)").report == "")
    }

    @Test func factsWithNamesOfWords() {
        for word in ["day", "`odd name`", "rises", "while", "whenever", "优先级"] {
            #expect(Parsed("always p whenever \(word) rises, \(word) never falls").report == "", "\(word)")
            #expect(Parsed("always p whenever a.\(word) rises, b never falls").report == "", "\(word)")
        }
    }

    // MARK: Mistakes

    @Test func neverWhenever() {
        expectOne(
            SyntaxCodes.expected, "«never» p\n  whenever a rises, b never falls",
            "a promise with `whenever` begins with `always`, found `never`",
            fixed: "always p\n  whenever a rises, b never falls")
    }

    @Test func missingParts() {
        expectOne(
            SyntaxCodes.expected, "always p whenever a rises «b» never falls\nfact c : text",
            "expected `,` and what then never falls or never rises in always `p`, found `b`")
        expectOne(
            SyntaxCodes.expected, "always p whenever a«,» b never falls",
            "expected `rises` or `falls` in always `p`, found `,`")
        expectOne(
            SyntaxCodes.expected, "always p whenever a rises, b «falls»",
            "expected `never falls` or `never rises` in always `p`, found `falls`")
        expectOne(
            SyntaxCodes.expected, "always p whenever a rises, b never«»\nfact c : text",
            "expected `falls` or `rises` in always `p`, found `fact`")
        expectOne(
            SyntaxCodes.expected, "always p whenever a rises, «never» falls",
            "expected a value after `,` in always `p`, found `never`")
    }

    @Test func otherWords() {
        expectOne(
            SyntaxCodes.foreignKeyword, "always p\n  «when» a rises, b never falls\nfact c : text",
            "a promise has no `when`; Writ writes `whenever` for what changes",
            fixed: "always p\n  whenever a rises, b never falls\nfact c : text")
        expectOne(
            SyntaxCodes.foreignKeyword, "always p whenever a «grows», b never falls", "Writ writes `rises` for `grows`",
            fixed: "always p whenever a rises, b never falls")
        expectOne(
            SyntaxCodes.foreignKeyword, "always p whenever a rises, b never «decreases»",
            "Writ writes `falls` for `decreases`", fixed: "always p whenever a rises, b never falls")
        expectOne(
            SyntaxCodes.misspeltKeyword, "always p whenever a «rise», b never falls", "`rise` is no keyword",
            fixed: "always p whenever a rises, b never falls")
    }
}
