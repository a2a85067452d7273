import Testing
import WritDiagnostics
import WritFacts

@Suite struct YAMLReaderTests {
    @Test func keepsPlainAndQuotedApart() {
        let reading = Reading(
            "a: no\nb: 'null'\nc: null\nd: ~\ne:\nf: \"\"\ng: 007\nh: |\n  two\n  lines\ni: 1.50\n", .yaml)
        #expect(
            reading.outline
                == "{a: no, b: \"null\", c: null, d: null, e: null, f: \"\", g: 007, h: \"two\nlines\n\", i: 1.50}")
    }

    @Test func placesAreExactBeyondASCII() throws {
        let text = "客户: &c\n  等级: 金 # 注\n  \"名\": '王 é'\n列: [ 一, {二: 三} ]\n"
        #expect(
            try words(Reading(text, .yaml).firstRoot()) == [
                "客户: &c\n  等级: 金 # 注\n  \"名\": '王 é'\n列: [ 一, {二: 三} ]", "客户", "等级: 金 # 注\n  \"名\": '王 é'", "等级", "金",
                "\"名\"", "'王 é'", "列", "[ 一, {二: 三} ]", "一", "{二: 三}", "二", "三",
            ])
    }

    @Test func placesAreExactAfterOtherLineBreaks() throws {
        // libyaml counts U+2028 and U+0085 as line breaks; editors and `SourceFile` do not.
        let text = "\u{FEFF}a: 'x\u{2028}y'\r\nb: [\u{85}c]\r\nd: é e\r\n"
        let places = try words(Reading(text, .yaml).firstRoot())
        #expect(Array(places.dropFirst()) == ["a", "'x\u{2028}y'", "b", "[\u{85}c]", "c", "d", "é e"])
    }

    @Test func placesOfValuesWithProperties() throws {
        let text =
            "a: !!str 12\nb: &x  'q'\nc: !!str &y\n  long\n  text\nd: *x\ne: ! 12\nf: |\n  block\n\n\ng: &z\n  - 1\n  - 2\n\n# end\n"
        let root = try Reading(text, .yaml).firstRoot()
        #expect(describe(root) == #"{a: "12", b: "q", c: "long text", d: "q", e: "12", f: "block\#n", g: [1, 2]}"#)
        let values = root.entries!.map(\.value.location.text)
        #expect(values == ["12", "'q'", "long\n  text", "'q'", "12", "|\n  block", "- 1\n  - 2"])
    }

    @Test func nothingHasAnEmptyPlaceAfterItsColon() throws {
        let root = try Reading("a:\nb: 1\n", .yaml).firstRoot()
        #expect(root.entries![0].value.location.range == .init(2, 2))
    }

    @Test func aFileHoldsManyDocuments() {
        #expect(Reading("a: 1\n---\n- b\n- c\n---\n...\n", .yaml).outline == "{a: 1} | b | c | null")
        #expect(Reading("", .yaml).outline == "null")
        #expect(Reading("# nothing\n", .yaml).outline == "null")
        #expect(Reading("- b\n- c", .yaml, splits: false).outline == "[b, c]")
    }

    @Test func aBrokenDocumentHidesNoOther() {
        let reading = Reading("a: 'open\n---\nb: 2\n---\nc: [1\n---\nd: 4\nd: 5\n---\ne: 6\n", .yaml)
        #expect(reading.outline == "broken | {b: 2} | broken | broken | {e: 6}")
        #expect(reading.sink.diagnostics.map(\.primary.location.start.line) == [1, 6, 8])
        #expect(reading.documents.map(\.line) == [1, 3, 4, 7, 10])
    }

    @Test func aFaultInOneElementBreaksThatCaseOnly() {
        let reading = Reading("- &a {x: 1, x: 2}\n- {y: 1}\n- *a\n- {z: *a}\n- &b {w: 1}\n- *b\n", .yaml)
        #expect(reading.outline == "broken | {y: 1} | broken | broken | {w: 1} | {w: 1}")
        #expect(reading.sink.diagnostics.count == 1)
    }

    @Test func duplicateKeysNameBothPlaces() {
        let found = Reading("amount: 1\nname: x\n'amount': 2\n", .yaml).sink.diagnostics[0]
        #expect(found.code == .duplicateKey)
        #expect(found.primary.location.description == "facts.yaml:3:1")
        #expect(found.primary.location.text == "'amount'")
        #expect(found.secondary[0].location.description == "facts.yaml:1:1")
    }

    @Test func aliasesShareTheirValue() {
        #expect(
            Reading("a: &x [1, 2]\nb: *x\nc: [*x, *x]", .yaml).outline == "{a: [1, 2], b: [1, 2], c: [[1, 2], [1, 2]]}")
        #expect(Reading("- &k name\n- {*k : 1}", .yaml).outline == "name | {name: 1}")
        expectFault(
            "a: *nope", .yaml, .yamlAlias, under: "*nope", at: "1:4", saying: "nothing before this is named `&nope`")
        expectFault("a: &x [1, *x]", .yaml, .yamlAlias, under: "*x", at: "1:11", saying: "inside the value")
        expectFault("a: &x 1\n---\nb: *x", .yaml, .yamlAlias, under: "*x", at: "3:4", saying: "nothing before this")
    }

    @Test func mergeKeysAreRefused() {
        expectFault(
            "a: &x {b: 1}\nc:\n  <<: *x\n", .yaml, .yamlMergeKey, under: "<<", at: "3:3", saying: "not supported")
        #expect(Reading("'<<': 1", .yaml).outline == "{<<: 1}")
    }

    @Test func tagsAreRefusedButForTextAndNull() {
        #expect(Reading("[!!str null, !!null null, !!null ]", .yaml).outline == "\"null\" | null | null")
        expectFault("a: !!int 3", .yaml, .yamlTag, under: "!!int", at: "1:4", saying: "`!!int` is not supported")
        expectFault("a: &b !money {c: d}", .yaml, .yamlTag, under: "!money", at: "1:7", saying: "`!money`")
        expectFault("a: !!null x", .yaml, .yamlTag, under: "!!null", at: "1:4", saying: "not null")
        expectFault("!!seq [a, b]", .yaml, .yamlTag, under: "!!seq", at: "1:1", saying: "`!!seq`")
        expectFault("a: !e!x 3", .yaml, .yamlSyntax, under: "!", at: "1:4", saying: "the tag is not declared")
    }

    @Test func keysAreWords() {
        expectFault(
            "? [a, b]\n: 1", .yaml, .yamlKey, under: "[a, b]", at: "1:3", saying: "expected a key, found a list")
        expectFault("?\n: 1", .yaml, .yamlKey, under: "", at: "1:2", saying: "a value without a key")
        #expect(Reading("null: 1\n~: 2\n1.5: 3", .yaml).outline == "{null: 1, ~: 2, 1.5: 3}")
    }

    @Test func structureMistakesSayWhatWasExpected() {
        expectFault(
            "a: b: c", .yaml, .yamlSyntax, under: ":", at: "1:5", saying: "a `:` stands where no value can follow")
        expectFault("a: 1\n  b: 2\n", .yaml, .yamlSyntax, under: "b", at: "2:3", saying: "indented deeper")
        expectFault("a: |x\n  y\n", .yaml, .yamlSyntax, under: "x", at: "1:5", saying: "the end of the line after `|`")
        expectFault("%FOO\n---\n", .yaml, .yamlSyntax, under: "%FOO", at: "1:1", saying: "a directive")
        expectFault("a: 1\n\tb: 2\n", .yaml, .yamlSyntax, under: "\t", at: "2:1", saying: "a tab stands")
        expectFault(
            "a: [1, 2\nb: 3\n", .yaml, .yamlSyntax, under: ":", at: "2:2", saying: "a comma or a closing bracket")
        expectFault("a: {b: 1", .yaml, .yamlSyntax, under: "", at: "1:9", saying: "a comma or a closing brace")
        expectFault("a: \"open\nb: 1\n", .yaml, .yamlSyntax, under: "\"open", at: "1:4", saying: "never closed")
        expectFault("a: @home", .yaml, .yamlSyntax, under: "@", at: "1:4", saying: "no value can start with `@`")
        expectFault("a: 1\nb\nc: 2\n", .yaml, .yamlSyntax, under: "b", at: "2:1", saying: "expected `:` after a key")
        expectFault("- a\nb: 1\n", .yaml, .yamlSyntax, under: "b", at: "2:1", saying: "the next `- item` of the list")
        expectFault("a: \"\\q\"", .yaml, .yamlSyntax, under: "\\", at: "1:5", saying: "does not escape")
        expectFault("a: 'x' y", .yaml, .yamlSyntax, under: "y", at: "1:8", saying: "expected the next key, found `y`")
    }
}
