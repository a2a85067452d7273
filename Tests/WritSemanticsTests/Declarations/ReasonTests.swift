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
