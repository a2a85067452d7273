import Testing
import WritSemantics

@Suite("Names of declarations")
struct NameTests {
    @Test("a file without a header")
    func missingHeader() {
        let check = PolicyCheck("fact x : integer\n")
        #expect(check.report == "error W0201 «fact x : integer»")
        #expect(check.diagnostics.first?.fixIts.first?.replacement == "policy a\n\n")
        #expect(check.result.model == nil)
        #expect(check.model.facts.count == 3)
    }

    @Test("a policy that is not there")
    func unknownPolicy() {
        expectReport(["policy shop.core", "policy shop.rules\nuse shop.cor"], ["error W0202 «shop.cor»"])
        #expect(
            PolicyCheck(["policy shop.core", "policy b\nuse shop.cor"]).diagnostics[0].help
                == "did you mean `shop.core`?")
        expectReport(
            ["policy a\nuse gone.facts\nextend gone.facts.d"],
            ["error W0202 «gone.facts»", "error W0202 «gone.facts.d»"])
        let reported = PolicyCheck(
            ["policy a\nuse gone.facts\nuse lost\nextend gone.facts.d"], reportedUses: ["gone.facts"])
        #expect(reported.report == "error W0202 «lost»")
        expectReport("policy a use a", "warning W0214 «a»")
        #expect(PolicyCheck(["policy shop"], name: "shops").report == "error W0202 «»")
        #expect(PolicyCheck(["policy shop", "policy other timezone \"UTC\""], name: "other").model.zone?.name == "UTC")
    }

    @Test("a name declared twice, in one file or two")
    func duplicate() {
        expectReport("policy a\nfact x : integer\nrecord x\n  y : text", "error W0203 «x»")
        let check = PolicyCheck(["policy a\nfact x : integer", "policy a\nfact x : integer"])
        #expect(check.report == "error W0203 «x»")
        #expect(check.diagnostics.first?.primary.location.file.path == "rules/b.writ")
        #expect(check.diagnostics.first?.secondary.first?.location.file.path == "rules/a.writ")
    }

    @Test("names in NFC are one name")
    func normalised() {
        expectReport("policy a\nfact caf\u{E9} : integer\nfact cafe\u{301} : text", "error W0203 «cafe\u{301}»")
        expectClean("policy a\nfact 优先级 : integer\ndefine doppelt = 优先级 * 2")
    }

    @Test("builtin names")
    func builtin() {
        expectReport("policy a\nfact today : date", "error W0204 «today»")
        expectReport("policy a\ntype Weekday = mon | tue", "error W0204 «Weekday»")
        expectClean("policy a\nrecord Interval\n  from : instant\n  until : instant\nfact i : Interval")
        expectClean("policy a\nfact i : Interval\nfact d : Weekday\ndefine late = now >= i.from and d is sunday")
    }

    @Test("files of one policy see each other and share settings")
    func namespace() {
        expectClean(
            "policy a timezone \"Europe/Paris\"\nfact x : integer",
            "policy a\ndefine y = x + 1\ncalendar c\n  days monday")
        expectReport(
            ["policy a timezone \"UTC\"", "policy a timezone \"Europe/Paris\""],
            ["error W0401 «timezone \"Europe/Paris\"»"])
    }

    @Test("only the policies used are visible, and only directly")
    func visibility() {
        let facts = "policy a\nrecord R\n  x : integer"
        expectReport([facts, "policy b\nfact r : R"], ["error W0207 «R»"])
        expectClean(facts, "policy b\nuse a\nfact r : R")
        expectReport([facts, "policy b\nuse a", "policy c\nuse b\nfact r : R"], ["error W0207 «R»"])
    }

    @Test("two used policies with one name: an error only where it is used")
    func ambiguous() {
        let two = ["policy a\nrecord R\n  x : integer", "policy b\nrecord R\n  x : text"]
        expectReport(two + ["policy c\nuse a\nuse b\nfact y : integer"], [])
        expectReport(two + ["policy c\nuse a\nuse b\nfact r : R"], ["error W0206 «R»"])
    }

    @Test("an ambiguous name is reported where it is used, with both places, however it is used")
    func ambiguousUses() {
        let declarations = "fact d : date\ndefine f(x: integer) = x + 1\naction go"
        let two = ["policy a\n" + declarations, "policy b\n" + declarations]
        let head = "policy c\nuse a\nuse b\n"
        expectReport(two + [head + "fact e : date"], [])
        for (use, word) in [
            ("define g = d", "d"), ("define g = f(1)", "f"),
            ("decision g : integer\n  first\n  otherwise 1\n    do go", "go"),
        ] {
            let check = PolicyCheck(two + [head + use])
            #expect(check.report == "error W0251 «\(word)»", "\(check.details)")
            #expect(check.diagnostics.first?.secondary.count == 2)
        }
    }

    @Test("a name that hides a used one")
    func shadowed() {
        expectReport(["policy a\nfact x : integer", "policy b\nuse a\nfact x : text"], ["warning W0205 «x»"])
    }

    @Test("zones, currencies and calendars of the header")
    func header() {
        expectReport("policy a timezone \"Europe/Pariss\"", "error W0211 «\"Europe/Pariss\"»")
        #expect(help("policy a timezone \"Europe/Pariss\"") == "did you mean \"Europe/Paris\"?")
        #expect(help("policy a timezone \"New York\"") == "did you mean \"America/New_York\"?")
        expectReport("policy a\n default calendar plant", "error W0208 «plant»")
        expectReport("policy a\n languages en, zh, en", "error W0401 «en»")
    }
}
