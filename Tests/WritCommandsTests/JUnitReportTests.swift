import Testing
import WritKit

/// The report of `writ test --junit` has the shape that build servers read (`junit-10.xsd`), whatever the names of tests are.
@Suite struct JUnitReportTests {
    /// The attributes that each element may have, and those that it must; and what may stand in it.
    private static let shape: [String: (required: Set<String>, allowed: Set<String>, children: Set<String>)] = [
        "testsuites": (["tests", "failures"], ["name", "time", "errors", "disabled"], ["testsuite"]),
        "testsuite": (["name", "tests", "failures"], ["errors", "skipped", "time", "timestamp"], ["testcase"]),
        "testcase": (["name", "classname"], ["time", "file", "line"], ["failure", "error", "skipped"]),
        "failure": (["message"], ["type"], []),
    ]

    /// The rest of a case, below its name.
    private static let question = "  decision: reply\n  facts: {amount: 10 USD}\n  expect: {outcome: ask}\n"

    private func report(_ tests: String, cases: String? = nil) throws -> (root: XMLElement, code: Int32) {
        let session = try CommandSession(["a & <b>.writ": Samples.reply + tests])
        if let cases { try session.write("cases/more.yaml", cases) }
        let run = session.run("test", "@", "--junit", "@/junit.xml")
        let root = try XMLElement.read(session.read("junit.xml").replacing(session.path, with: "@"))
        check(root)
        return (root, run.code)
    }

    private func check(_ element: XMLElement) {
        guard let shape = Self.shape[element.name] else {
            Issue.record("there is no element \(element.name)")
            return
        }
        let names = Set(element.attributes.keys)
        #expect(shape.required.isSubset(of: names), "\(element.name) has only \(names)")
        #expect(names.isSubset(of: shape.required.union(shape.allowed)), "\(element.name) has \(names)")
        #expect(Set(element.children.map(\.name)).isSubset(of: shape.children))
        for child in element.children { check(child) }
    }

    @Test func countsAreRight() throws {
        let (root, code) = try report(
            """

            test "wrong"
              given amount = 10 USD
              expect reply is ask

            test "wrong too"
              given amount = 10 USD
              expect reply is undetermined

            """)
        #expect(code == 1)
        let suite = try #require(root.children.first)
        for element in [root, suite] {
            #expect(element.attributes["tests"] == "3" && element.attributes["failures"] == "2")
        }
        #expect(suite.children.count == 3)
        #expect(suite.children.count { !$0.children.isEmpty } == 2)
        let failed = suite.children[1]
        #expect(failed.attributes["name"] == "wrong" && failed.attributes["file"] == "@/a & <b>.writ")
        #expect(failed.children[0].attributes["message"]?.hasPrefix("expected ") == true)
        #expect(failed.children[0].text.hasPrefix("expected "))
    }

    @Test func namesAreEscaped() throws {
        let name = #"a "b" & <c> ]]> 'd' % 优"#
        let (root, _) = try report(
            "",
            cases: "- name: |-\n    \(name)\n    next\n\(Self.question)")
        let names = root.children[0].children.map { $0.attributes["name"] ?? "" }
        #expect(names.contains { $0 == name + "\nnext" || $0 == name + " next" }, "\(names)")
    }

    @Test func controlCharactersAreNotWritten() throws {
        let (root, _) = try report(
            "", cases: "- name: \"a\\u001b[2J\\u0000\\r\\tb\\uFFFE\"\n\(Self.question)")
        let name = root.children[0].children.last?.attributes["name"] ?? ""
        #expect(name.hasPrefix("a") && !name.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }

    @Test func nothingToTest() throws {
        let session = try CommandSession(["a.writ": "policy a\n"])
        #expect(session.run("test", "@", "--junit", "@/junit.xml").code == 0)
        let root = try XMLElement.read(session.read("junit.xml"))
        check(root)
        #expect(root.attributes["tests"] == "0")
    }
}
