import Testing
import WritDiagnostics
import WritFacts

@Suite struct JSONReaderTests {
    @Test func keepsEveryValueAsWritten() {
        let reading = Reading(
            #"{"n": 1.50, "big": -0e+10, "t": "007", "b": true, "f": false, "z": null, "l": [1, []]}"#, .json)
        #expect(reading.outline == #"{n: #1.50, big: #-0e+10, t: "007", b: ?true, f: ?false, z: null, l: [#1, []]}"#)
        #expect(reading.sink.diagnostics.isEmpty)
    }

    @Test func numbersOfAnyLengthKeepTheirDigits() {
        let digits = String(repeating: "9", count: 100_000)
        #expect(Reading(digits, .json).outline == "#\(digits)")
    }

    @Test func placesAreTheExactWords() throws {
        let reading = Reading(#"{"é包": ["包裹", 12], "k": {"x": null}}"#, .json)
        #expect(
            try words(reading.firstRoot()) == [
                #"{"é包": ["包裹", 12], "k": {"x": null}}"#, #""é包""#, #"["包裹", 12]"#, #""包裹""#, "12", #""k""#,
                #"{"x": null}"#, #""x""#, "null",
            ])
    }

    @Test func escapesBecomeCharacters() {
        #expect(Reading(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDCE6""#, .json).outline == "\"\"\\/\u{8}\u{C}\n\r\té📦\"")
    }

    @Test func aListAtTheTopIsManyCases() {
        let text = "[{\"a\": 1}, 2]"
        #expect(Reading(text, .json).outline == "{a: #1} | #2")
        #expect(Reading(text, .json, splits: false).outline == "[{a: #1}, #2]")
        #expect(Reading("[]", .json).documents.isEmpty)
    }

    @Test func aFaultInOneCaseBreaksThatCaseOnly() {
        let reading = Reading(#"[{"a": 1}, {"a": 1, "a": 2}, {"a": "\q"}, {"a": 3}]"#, .json)
        #expect(reading.outline == "{a: #1} | broken | broken | {a: #3}")
        #expect(reading.sink.diagnostics.count == 2)
        #expect(reading.documents[1].location.text == #"{"a": 1, "a": 2}"#)
    }

    @Test func aByteOrderMarkIsAcceptedAndIsNoColumn() {
        #expect(Reading("\u{FEFF}{}", .json).outline == "{}")
        expectFault("\u{FEFF}x", .json, .jsonSyntax, under: "x", at: "1:1", saying: "expected a value")
    }

    @Test func duplicateKeysNameBothPlaces() {
        let reading = Reading("{\"a\": 1,\n \"\\u0061\": 2}", .json)
        let found = reading.sink.diagnostics[0]
        #expect(found.code == .duplicateKey)
        #expect(found.primary.location.text == #""\u0061""#)
        #expect(found.secondary[0].location.start.line == 1)
        #expect(found.message == "the key `a` is written twice")
    }

    @Test func duplicateKeysAreFoundAmongMany() {
        let keys = (0..<1000).map { "\"k\($0)\": 0" } + ["\"k7\": 1", "\"k999\": 1"]
        #expect(Reading("{" + keys.joined(separator: ",") + "}", .json).sink.diagnostics.count == 2)
    }

    @Test func structureMistakesSayWhatWasExpected() {
        expectFault("", .json, .jsonSyntax, under: "", at: "1:1", saying: "found the end of the file")
        expectFault(
            "[1 2]", .json, .jsonSyntax, under: "2", at: "1:4", saying: "a comma or a closing bracket, found `2`")
        expectFault("[1}", .json, .jsonSyntax, under: "}", at: "1:3", saying: "a comma or a closing bracket, found `}`")
        expectFault("{\"a\" 1}", .json, .jsonSyntax, under: "1", at: "1:6", saying: "expected a colon after the key")
        expectFault(
            "{\"a\": 1,}", .json, .jsonSyntax, under: ",", at: "1:8", saying: "a comma stands before a closing brace")
        expectFault(
            "[1,]", .json, .jsonSyntax, under: ",", at: "1:3", saying: "a comma stands before a closing bracket")
        expectFault("{a: 1}", .json, .jsonSyntax, under: "a", at: "1:2", saying: "expected a key in double quotes")
        expectFault("{} {}", .json, .jsonSyntax, under: "{", at: "1:4", saying: "expected the end after the value")
        expectFault("[NaN]", .json, .jsonSyntax, under: "NaN", at: "1:2", saying: "expected a value, found `NaN`")
        expectFault("[1, // x\n2]", .json, .jsonSyntax, under: "/", at: "1:5", saying: "no comments")
        expectFault("[truex]", .json, .jsonSyntax, under: "truex", at: "1:2", saying: "found `truex`")
        expectFault("{\"a\": [1", .json, .jsonSyntax, under: "", at: "1:9", saying: "found the end of the file")
    }

    @Test func helpSaysWhatToWrite() {
        #expect(Reading("[None]", .json).sink.diagnostics[0].help == "write null for a value that is not known")
        #expect(Reading("[True]", .json).sink.diagnostics[0].help == "write `true`")
        #expect(Reading("[usps]", .json).sink.diagnostics[0].help == "write texts in double quotes: \"usps\"")
        #expect(Reading("['a']", .json).sink.diagnostics[0].help == "write texts in double quotes")
    }

    @Test func numbersThatAreNone() {
        expectFault("007", .json, .jsonNumber, under: "007", at: "1:1", saying: "does not start with 0")
        expectFault("[-]", .json, .jsonNumber, under: "-", at: "1:2", saying: "a digit after the minus sign")
        expectFault("1.", .json, .jsonNumber, under: "1.", at: "1:1", saying: "a digit after the decimal point")
        expectFault("1e+", .json, .jsonNumber, under: "1e+", at: "1:1", saying: "a digit in the exponent")
        expectFault("[1_000]", .json, .jsonNumber, under: "1_000", at: "1:2", saying: "not a number")
        expectFault("2026-01-02", .json, .jsonNumber, under: "2026-01-02", at: "1:1", saying: "not a number")
    }

    @Test func textsThatAreNone() {
        expectFault("[\"a]", .json, .jsonText, under: "\"a]", at: "1:2", saying: "never closed")
        expectFault("[\"a\nb\"]", .json, .jsonText, under: "\"a", at: "1:2", saying: "never closed")
        expectFault("\"a\tb\"", .json, .documentControlCharacter, under: "\t", at: "1:3", saying: "U+0009")
        expectFault(#""\ud800x""#, .json, .jsonEscape, under: #"\ud800"#, at: "1:2", saying: "half of a character")
        expectFault(#""\ud800\u0041""#, .json, .jsonEscape, under: #"\ud800"#, at: "1:2", saying: "half of a character")
        expectFault(#""\udc00""#, .json, .jsonEscape, under: #"\udc00"#, at: "1:2", saying: "half of a character")
        expectFault(#""\u12""#, .json, .jsonEscape, under: #"\u12"#, at: "1:2", saying: "four hexadecimal digits")
        expectFault(#""\包""#, .json, .jsonEscape, under: #"\包"#, at: "1:2", saying: "does not escape")
    }
}
