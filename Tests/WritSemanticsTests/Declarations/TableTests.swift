import Testing
import WritSemantics
import WritSource

@Suite("Tables")
struct TableTests {
    private func table(_ rows: String, type: String = "integer", mode: String = "first") -> String {
        """
        policy a
        type T = red | green(n: integer)
        record R
          a : integer
          b : text?
        fact x : integer
        fact t : T
        action go(n: integer)
        action stop
        decision d : \(type)
          table \(mode)

        """ + rows
    }

    @Test("rows are rules over the columns' locals")
    func good() throws {
        let check = PolicyCheck(
            table(
                """
                | rule      | x      | t   || d | because | source | do               | from       | until      |
                | one       | > 3    | red || 1 | "x {x}" | house  | go(n: x), stop   | 2026-01-01 | 2026-12-31 |
                |           | any    |     || 2 |         | "p. 1" |                  |            |            |
                | otherwise |        | any || 3 |         |        |                  |            |            |
                """))
        #expect(check.report == "", "\(check.details)")
        let decision = try #require(check.decision("d"))
        #expect(decision.rules.map(\.name) == ["one", "row_2"])
        #expect(decision.rules.map(\.origin) == [.row(table: 0, row: 0), .row(table: 0, row: 1)])
        guard case .and(let operands) = decision.rules[0].condition.kind,
            case .constant(.boolean(true)) = decision.rules[1].condition.kind
        else { return #expect(Bool(false)) }
        #expect(operands.count == 4)
        #expect(decision.rules[0].conclusion.actions.count == 2)
        #expect(decision.rules[0].conclusion.because?.texts.first?.segments.count == 2)
        #expect(decision.rules[1].conclusion.source == .document("p. 1"))
        #expect(decision.columns.count == 2)
        #expect(decision.otherwise?.value != nil)
        #expect(decision.rules[0].location.text == "one")
    }

    @Test("a record by its fields, variants as values, counting")
    func shapes() throws {
        let check = PolicyCheck(table("| x || a | b |\n| 1 || 2 | \"u\" |\n| 2 || 3 |  |", type: "R"))
        #expect(check.report == "", "\(check.details)")
        guard case .makeRecord(_, let parts)? = check.decision("d")?.rules[1].conclusion.value?.kind else {
            return #expect(Bool(false))
        }
        #expect(parts.count == 2 && parts[1] == nil)
        expectClean(table("| x || d |\n| 1 || green(n: 3) |\n| any || red |", type: "T"))
        expectClean(table("| rule | x || because |\n| r | 1 || \"one\" |", mode: "count"))
    }

    @Test("headers")
    func headers() {
        expectReport(table("| x || e |\n| 1 || 2 |"), "error W0432 «e»")
        expectReport(table("| x || d | d |\n| 1 || 2 | 3 |"), "error W0431 «d»")
        expectReport(table("| x || because |\n| 1 || \"a\" |"), "error W0435 «| x || because |»")
        expectReport(table("| x || b |\n| 1 || \"a\" |", type: "R"), "error W0435 «| x || b |»")
        expectReport(table("| x || d | a |\n| 1 || R(a: 1) | 2 |", type: "R"), "error W0431 «d»")
        expectReport(table("| x || d |\n| 1 || 2 |", mode: "count"), "error W0425 «d»")
        #expect(PolicyCheck(table("| y || d |\n| 1 || 2 |\n| 2 || 3 |")).diagnostics.count == 1)
    }

    @Test("headers that cannot be read, and tables without rows")
    func emptiness() {
        expectReport(table("| x || |\n| 1 || 2 |"), "error W0432 «»")
        expectReport(table("| x || d |"), "warning W0430 «| x || d |»")
    }

    @Test("a cell that cannot be read is reported once")
    func brokenCells() {
        expectReport(table("| x || d |\n| in {1, 2} || 2 |"), "error W0110 «in»")
        expectReport(table("| x || d |\n| > 3 4 || 2 |"), "error W0110 «4»")
    }

    @Test("rows")
    func rows() {
        expectReport(table("| rule | x || d |\n| a | 1 || 2 |\n| a | 2 || 3 |"), "error W0426 «a»")
        expectReport(table("| rule | x || d |\n| 3 | 1 || 2 |"), "error W0433 «3»")
        expectReport(table("| x || d |\n| 1 ||  |"), "error W0435 «»")
        expectReport(table("| x | t || d |\n| 1 || 2 |"), "error W0431 «| 1 || 2 |»")
        expectReport(table("| x | t || d |\n| 1 || 2 | 3 |"), "error W0431 «| 1 || 2 | 3 |»")
        expectReport(table("| rule | x || d |\n| otherwise | 3 || 2 |"), "error W0433 «3»")
        expectReport(
            table("| rule | x || d |\n| otherwise |  || 2 |\n| otherwise | any || 2 |"), "error W0423 «otherwise»")
        expectReport(
            table("| rule | x || d | until |\n| a | 3 || 2 | 2026-01-31 |\n| otherwise |  || 2 | 2026-12-31 |"),
            "error W0433 «2026-12-31»")
        expectReport(table("| x || d | source |\n| 1 || 2 | x |"), "error W0433 «x»")
        expectReport(table("| x || d | do |\n| 1 || 2 | 3 |"), "error W0433 «3»")
        expectReport(table("| x || d |\n| 1 || 2, 3 |"), "error W0433 «2, 3»")
        #expect(PolicyCheck(table("| t || d |\n| blue || 2 |\n| red || \"a\" |\n| red || 3 |")).diagnostics.count == 2)
    }
}

@Suite("Tables in CSV files")
struct CSVTableTests {
    private let policy =
        "policy a\nfact x : integer\nfact t : text\ndecision d : integer\n  table unique from \"t.csv\"\n"

    @Test("rows of a file")
    func good() throws {
        let csv =
            "rule,x,t,||,d,because\none,> 3,\"\"\"a\"\"\",,1,\"\"\"x is {x}, \\\"\"so\\\"\" said\"\"\"\ntwo,\"1, 2\",any,,2,\"\"\"plain\"\"\"\notherwise,,,,3,\n"
        let check = PolicyCheck([policy], tables: ["t.csv": csv])
        #expect(check.report == "", "\(check.details)")
        let decision = try #require(check.decision("d"))
        #expect(decision.rules.map(\.name) == ["one", "two"])
        #expect(decision.rules[1].location.file.path == "rules/t.csv")
        #expect(decision.rules[1].location.start.line == 3)
        guard case .text(let said)? = decision.rules[1].conclusion.because?.texts.first?.segments.first else {
            return #expect(Bool(false))
        }
        #expect(said == "plain")
        guard case .text(let quoted)? = decision.rules[0].conclusion.because?.texts.first?.segments.last else {
            return #expect(Bool(false))
        }
        #expect(quoted == ", \"so\" said")
        #expect(check.model.files.count == 2)
    }

    @Test("the value's column is headed by the decision's name or `then`")
    func values() {
        for heading in ["d", "then", "\"then\""] {
            #expect(PolicyCheck([policy], tables: ["t.csv": "x,||,\(heading)\n1,,2\n"]).report == "")
        }
    }

    @Test("mistakes at their cells")
    func mistakes() {
        func report(_ csv: String) -> String { PolicyCheck([policy], tables: ["t.csv": csv]).report }
        #expect(report("rule,x,d\none,1,2\n") == "error W0431 «rule,x,d»")
        #expect(report("rule,x,||,d\none,1,,2\ntwo,2,3\n") == "error W0431 «3»")
        #expect(report("rule,x,||,d\none,1,2,\n") == "error W0431 «2»")
        #expect(report("rule,x,||,e\none,1,,2\n") == "error W0432 «e»")
        #expect(report("rule,x,||,d\none,1,,\n") == "error W0435 «»")
        #expect(report("") == "error W0431 «\"t.csv\"»")
        #expect(PolicyCheck(policy).report == "error W0434 «\"t.csv\"»")
    }

    @Test("places inside quoted cells are those of the file")
    func places() throws {
        let csv = "x,||,d,because\n1,,2,\"\"\"so {y}\"\"\"\n"
        let check = PolicyCheck([policy], tables: ["t.csv": csv])
        let place = try #require(check.diagnostics.first).primary.location
        #expect(check.diagnostics.count == 1)
        #expect(place.text == "y")
        #expect(place.start.line == 2 && place.start.column == 13)
    }

    @Test("in the columns `because` and `source` a cell is the text itself")
    func plainTexts() throws {
        let csv = """
            rule,x,||,d,because,source
            one,1,,1,Due in {x} days.,"Price list 2026, page 3"
            two,2,,2,"Say ""wait"", {x} times {if x in {2} then "" {x} "" else ""-""}.",house
            three,3,,3,"\\{x} \\ C:\\new",\"\"\"quoted\"\"\"

            """
        let check = PolicyCheck([policy], tables: ["t.csv": csv.replacing("\"\" {x} \"\"", with: "\"\"a\"\"")])
        #expect(check.report == "", "\(check.details)")
        let rules = try #require(check.decision("d")).rules
        func pieces(_ index: Int) -> [String] {
            rules[index].conclusion.because?.texts.first?.segments.map {
                if case .text(let text) = $0 { text } else { "{}" }
            } ?? []
        }
        #expect(pieces(0) == ["Due in ", "{}", " days."])
        #expect(pieces(1) == ["Say \"wait\", ", "{}", " times ", "{}", "."])
        #expect(pieces(2) == ["{x} \\ C:\\new"])
        #expect(
            rules.map(\.conclusion.source) == [
                .document("Price list 2026, page 3"), .house, .document("quoted"),
            ])
    }

    @Test("a row with a broken quote says so once, and nothing is missed of what it lost")
    func brokenQuotes() {
        func report(_ csv: String, _ rest: String = "") -> String {
            PolicyCheck([policy + rest], tables: ["t.csv": csv]).report
        }
        let rest =
            "  rule last overrides late when x > 9 then 3\ntest \"t\"\n  given x = 1, t = \"\"\n  expect d is 1 by late\n"
        #expect(report("rule,x,||,d,because\nlate,> 7,,1,Say \"wait\".\n", rest) == "error W0453 «\"»")
        #expect(report("rule,x,||,d\nlate,\"> 7\" z,,1\nb,1,,2\n", rest) == "error W0453 « z»")
        #expect(report("rule,x,||,\"d\"e\nlate,1,,1\n") == "error W0453 «e»")
        #expect(report("rule,x,||,d\nlate,1,,\"1\n", rest) == "error W0452 «\"»")
        #expect(report("rule,x,||,d\nlate,1,1\n", rest) == "error W0431 «1»")
        #expect(report("rule,x,||,d\n3,1,,1\n", rest) == "error W0433 «3»")
    }

    @Test("what is said of a cell is said of the file's own bytes")
    func ownBytes() throws {
        let csv = "rule,x,t,||,d\nusps,\"\"\"USPS\"\"\",,,1\n"
        let check = PolicyCheck([policy], tables: ["t.csv": csv])
        let found = try #require(check.diagnostics.first)
        #expect(check.diagnostics.count == 1)
        #expect(found.primary.location.file.bytes == Array(csv.utf8))
        #expect(found.primary.location.text == "\"\"USPS\"\"")
        #expect(found.primary.location.start.column == 7)
    }

    @Test("an edit leaves the CSV file whole")
    func edits() throws {
        func mended(_ row: String) throws -> String? {
            let csv = "rule,x,t,||,d,because\n\(row)\n"
            let found = try #require(PolicyCheck([policy], tables: ["t.csv": csv]).diagnostics.first)
            guard let edit = found.fixIts.first else { return nil }
            var bytes = Array(csv.utf8)
            let range = edit.location.range
            bytes.replaceSubrange(range.lower..<range.upper, with: edit.replacement.utf8)
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init)
        }
        #expect(try mended("a,1,\"\"\"b\",,1,") == "a,1,\"\"\"b\"\"\",,1,")
        #expect(try mended("a,1,'b',,1,") == nil)
        #expect(try mended("a,1,,,1,\"at {dat of t}, yes\"") == nil)
        #expect(try mended("a,1,,,1,\"\"\"so {y}\"\"\"") == nil)
        #expect(try mended("a,1,,,1,\"{xx}, \"\"so\"\"\"") == "a,1,,,1,\"{x}, \"\"so\"\"\"")
    }

    @Test("ten thousand rows check in time that grows with them")
    func large() throws {
        func csv(_ rows: Int) -> String {
            "rule,x,t,||,d,because\n"
                + (0..<rows).map { "r\($0),\($0),\"\"\"t\($0)\"\"\",,\($0),\"\"\"Row {x}\"\"\"\n" }.joined()
        }
        let clock = ContinuousClock()
        let small = csv(1_000)
        let large = csv(10_000)
        let first = clock.measure { _ = PolicyCheck([policy], tables: ["t.csv": small]) }
        var check: PolicyCheck?
        let second = clock.measure { check = PolicyCheck([policy], tables: ["t.csv": large]) }
        #expect(check?.report == "")
        #expect(check?.decision("d")?.rules.count == 10_000)
        print("1,000 rows: \(first), 10,000 rows: \(second)")
        #expect(second < first * 50)
    }
}
