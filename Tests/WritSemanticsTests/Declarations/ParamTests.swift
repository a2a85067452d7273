import Testing
import WritSemantics

@Suite("Params, defines and periods")
struct ParamTests {
    @Test("a param without a source")
    func source() {
        expectReport("policy a\nparam p : integer = 3", "warning W0412 «p»")
        #expect(PolicyCheck("policy a\nparam p : integer = 3").result.model != nil)
        expectReport("policy a\nparam p : integer = 3 source \"{today}\"", "error W0440 «\"{today}\"»")
        expectReport("policy a\nparam p : integer = 3 \"{today}\" source house", "error W0440 «\"{today}\"»")
    }

    @Test("a param's value is fixed, of its type and within bounds")
    func value() {
        expectReport("policy a\nfact x : integer\nparam p : integer = x source house", "error W0408 «x»")
        expectReport("policy a\nparam p : integer = 7 between 0 and 5 source house", "error W0409 «7»")
        let check = PolicyCheck("policy a\nparam p : integer = \"a\" source house")
        #expect(check.diagnostics.count == 1)
        expectClean("policy a\nparam p : number(2) = 10 + 0.5 between 0 and 11 source house")
    }

    @Test("dated values")
    func dated() {
        let head = "policy a\nparam p : integer = 1 source house\n"
        expectReport(head + "  in force = 2", "error W0110 «=»")
        expectReport(head + "  in force by today = 2", "error W0410 «in force by today»")
        expectReport(head + "  in force from 2026-02-01 until 2026-01-01 = 2", "error W0410 «2026-01-01»")
        expectReport(
            head + "  in force until 2026-02-01 = 2\n  in force from 2026-02-01 = 3",
            "error W0411 «in force from 2026-02-01»")
        expectClean(head + "  in force until 2026-01-31 = 2\n  in force from 2026-02-01 = 3")
        expectReport(head + "  in force from today = 2", "error W0408 «today»")
        expectReport(
            head + "fact n : integer\nparam q : integer = 1 source house in force by n from 2026-01-01 = 2",
            "error W0410 «n»")
        expectClean(head + "fact d : date\nparam q : integer = 1 source house in force by d from 2026-01-01 = 2")
        expectReport(head + "  in force from 2026-02-01 = \"a\"", "error W0301 «\"a\"»")
    }

    @Test("a define that needs itself")
    func cycle() {
        let check = PolicyCheck("policy a\ndefine a = b + 1\ndefine b = c + 1\ndefine c = a + 1")
        #expect(check.report == "error W0413 «a»")
        #expect(check.diagnostics.first?.message.hasSuffix("a → b → c → a") == true)
        expectReport("policy a\ndefine a = a", "error W0413 «a»")
    }

    @Test("defines before and after their uses, with arguments and quotients")
    func defines() {
        expectClean(
            """
            policy a
            define late = share(paid: 3 USD) >= 50 %
            define share(paid: money(USD)) = paid / total
            fact total : money(USD)
            define rounded_share : number(2) = share(paid: 3 USD) rounded to 0.01
            """)
    }
}
