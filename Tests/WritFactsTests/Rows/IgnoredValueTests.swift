import Testing
import WritFacts

/// Values that no fact takes may be any JSON, and must be JSON: after the cases of Nicolas Seriot's JSONTestSuite.
@Suite struct IgnoredValueTests {
    private static func compare(_ value: String) -> BothReaders.Outcome {
        let readers = BothReaders(RowModels.shared, for: RowModels.shared.reach([]))
        return readers.compare(Array("{\"tags\": \(value), \"days\": []}".utf8))
    }

    static let good = [
        "[]", "[ ]", "[null, 1, \"1\", {}]", "[[]   ]", "[1,null,null,null,2]", "{}", "{\"\":0}", "{\"a\":[]}",
        "[0e+1]", "[0e1]",
        "[ 4]", "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]", "[20e1]", "[-0]",
        "[-123]",
        "[1E22]", "[1E-2]", "[1E+2]", "[123e45]", "[123.456e-789]", "[1.5e+9999]",
        "{\"min\": -1.0e+28, \"max\": 1.0e+28}",
        "{\"a\":\"b\",\"c\":{\"a\":\"b\"}}", "[\"\\u0060\\u012a\\u12AB\"]", "[\"\\uD801\\udc37\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\\\u0000\"]", "[\"a/*b*/c\"]", "[\"\u{7F}\"]", "[\"\u{2028}\u{10FFFF}\"]", "[\"\\u0000\"]",
        "[\"new\\u000Aline\"]", "false",
        "true", "null", "-0.1", "\" \"", "\n [ \n ] \t",
    ]

    @Test(arguments: good) func bothTake(value: String) {
        #expect(Self.compare(value) == .taken)
    }

    static let bad = [
        "[1 true]", "[\"\": 1]", "[,1]", "[1,,2]", "[\"x\",,]", "[\"x\"]]", "[\"\",]", "[\"x\"", "[x", "[3[4]]",
        "[1:2]", "[-]", "[", "]",
        "[1,\n1\n,1", "[{}", "[fals]", "[nul]", "[tru]", "[True]", "[nullx]", "[++1234]", "[+1]", "[-01]", "[-1.0.]",
        "[-2.]", "[-NaN]",
        "[.-1]", "[.2e-3]", "[0.1.2]", "[0.3e+]", "[0.3e]", "[0.e1]", "[0E+]", "[0E]", "[1.0e+]", "[1.0e-]", "[1.0e]",
        "[1 000.0]",
        "[1eE2]", "[2.e3]", "[9.e+]", "[Inf]", "[NaN]", "[1+2]", "[0x1]", "[1e1e1]", "[- 1]", "[-012]", "[-.123]",
        "[012]", "[1a]",
        "{\"x\", null}", "{\"x\"::\"b\"}", "{key: 1}", "{\"a\":\"a\" 123}", "{\"a\" b}", "{:\"b\"}", "{\"a\"}",
        "{\"a\":", "{1:1}",
        "{\"id\":0,}", "{'a':0}", "{\"a\":\"b\"}#", "{\"a\":\"b\",,\"c\":\"d\"}", "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "[\"\\uD800\\\"]", "[\"\\uD800\\u\"]", "[\"\\uD800\\u1\"]", "[\"\\u00A\"]", "[\"\\uqqqq\"]", "[\"\\x00\"]",
        "[\"\\a\"]", "[\"\\\"]",
        "[\"\u{1}\"]", "[\"a\u{0}a\"]", "[\"new\nline\"]", "[\"\t\"]", "[\"asd", "['single quote']", "[\\n]",
        "[\u{2060}]", "[\u{C}]", "*",
        "[1]x", "\"x", "<null>", "[\u{E9}]", "1]", "{}}", "[}", "[\u{0}]", "[1\u{0}]", "[\"\\uDFAA\"]",
        "[\"\\uD888\\u1234\"]",
    ]

    @Test(arguments: bad) func bothRefuse(value: String) {
        #expect(Self.compare(value) == .refused)
    }

    /// Keys that might be equal though their bytes are not, and more than can be compared quickly.
    @Test func whatNeedsCareIsLeft() {
        #expect(Self.compare("{\"\u{E9}\": 1}") == .left)
        #expect(Self.compare("{\"\\u0061\": 1}") == .left)
        #expect(Self.compare("{\"a\": 1, \"\\u0061\": 1}") == .refused)
        let many = (0..<40).map { "\"k\($0)\": 0" }.joined(separator: ",")
        #expect(Self.compare("{\(many)}") == .left)
        #expect(Self.compare(String(repeating: "[", count: 40) + String(repeating: "]", count: 40)) == .left)
    }
}
