import Testing
import WritSemantics

@Suite("Chains and calls beyond reason")
struct ReasonTests {
    private func chain(_ length: Int, reversed: Bool = false, decisions: Bool = false) -> String {
        var lines = (1..<length).map { index in
            decisions
                ? "decision d\(index) : integer\n  first\n  otherwise d\(index - 1) + 1"
                : "define d\(index) = d\(index - 1) + 1"
        }
        lines.insert("define d0 = x", at: 0)
        return "policy a\nfact x : integer\n" + (reversed ? lines.reversed() : lines).joined(separator: "\n")
    }

    @Test("five hundred in a row are checked, in whatever order they are written", arguments: [false, true])
    func longest(reversed: Bool) {
        expectReport(chain(500, reversed: reversed))
        expectReport(chain(501, reversed: reversed), reversed ? "error W0436 «d0»" : "error W0436 «d500»")
        expectReport(chain(500, reversed: reversed, decisions: true))
    }

    @Test("a far longer chain is said once and costs no stack", arguments: [false, true], [false, true])
    func tooLong(reversed: Bool, decisions: Bool) {
        let check = PolicyCheck(chain(20_000, reversed: reversed, decisions: decisions))
        #expect(check.diagnostics.map(\.code.id) == ["W0436"])
    }

    @Test(
        "values that double with each line are refused",
        arguments: [
            ("fact t0 : text", "text en \"{…}{…}\""), ("define t0 = [1]", "[…, …]"),
            ("record R\n  n : integer\ndefine t0 = [R(n: 1)]", "[…, …]"),
        ])
    func doubled(_ first: String, _ body: String) {
        let lines = (1...60).map { "define t\($0) = " + body.replacing("…", with: "t\($0 - 1)") }
        let check = PolicyCheck("policy a\n\(first)\n" + lines.joined(separator: "\n"))
        #expect(check.diagnostics.first?.code.id == "W0437", "\(check.details)")
        let decisions = (1...60).map { "decision t\($0) : message\n  first\n  otherwise \"{t\($0 - 1)}{t\($0 - 1)}\"" }
        let asked = PolicyCheck("policy a\nfact t0 : text\n" + decisions.joined(separator: "\n"))
        #expect(asked.diagnostics.first?.code.id == "W0437", "\(asked.details)")
    }

    @Test("a hundred cases or calendars may be like each other", arguments: [false, true])
    func like(reversed: Bool) {
        func chain(_ count: Int, _ line: (Int) -> String) -> String {
            let lines = (1...count).map(line)
            return "policy a timezone \"UTC\"\nfact x : integer\n"
                + (reversed ? lines.reversed() : lines).joined(separator: "\n")
        }
        func cases(_ count: Int) -> String {
            chain(count) { "case c\($0)" + ($0 > 1 ? " like c\($0 - 1)" : "") + "\n  x = \($0)" }
        }
        func calendars(_ count: Int) -> String {
            chain(count) { "calendar c\($0)\n" + ($0 > 1 ? "  like c\($0 - 1)" : "  days monday to friday") }
        }
        expectReport(cases(100))
        expectReport(calendars(100))
        #expect(PolicyCheck(cases(101)).diagnostics.map(\.code.id) == ["W0436"])
        #expect(PolicyCheck(calendars(101)).diagnostics.map(\.code.id) == ["W0436"])
        #expect(PolicyCheck(cases(20_000)).diagnostics.map(\.code.id) == ["W0436"])
    }

    @Test("calls that multiply are refused")
    func steps() {
        let doubled = (1...39).map { "define f\($0)(n: integer) = f\($0 - 1)(n + 1) + f\($0 - 1)(n)" }
        let text = "policy a\nfact x : integer\ndefine f0(n: integer) = n\n" + doubled.joined(separator: "\n")
        let check = PolicyCheck(text)
        #expect(check.diagnostics.first?.code.id == "W0437")
        expectReport(
            "policy a\nfact x : integer\ndefine f0 = x\n"
                + (1...39).map { "define f\($0) = f\($0 - 1) + f\($0 - 1)" }.joined(separator: "\n"))
    }
}
