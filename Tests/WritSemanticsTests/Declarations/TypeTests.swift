import Testing
import WritSemantics
import WritValues

@Suite("Types and slots")
struct TypeTests {
    @Test("every type there is")
    func all() throws {
        let check = PolicyCheck(
            """
            policy a
            record R
              a : boolean
              b : integer
              c : number
              d : number(4)
              e : money(JPY)
              f : text?
              g : list of date?
              h : weeks
              i : working hours
              j : working days
              k : calendar
              l : zone
              m : list of hours
              type : text
            """)
        #expect(check.report == "", "\(check.details)")
        let fields = try #require(check.model.records.last).fields
        #expect(fields[2].type == .number(scale: 6))
        #expect(fields[3].type == .number(scale: 4))
        #expect(fields[4].type.scale == 0)
        #expect(fields[5].isOptional)
        #expect(fields[6].type == .list(.date) && fields[6].isOptional)
        #expect(fields[7].type == .amount(.days) && fields[7].unit?.plural == "weeks")
        #expect(fields[8].type == .amount(.workingTime) && fields[8].unit?.plural == "working hours")
        #expect(fields[9].type == .amount(.workingDays))
        #expect(fields[12].unit?.plural == "hours")
        #expect(fields[13].name == "type")
    }

    @Test(
        "types that are not there",
        arguments: [
            ("string", "text"), ("bool", "boolean"), ("int", "integer"), ("float", "number"), ("decimal", "number"),
            ("datetime", "instant"), ("money", "money(USD)"), ("intger", "integer"), ("Colour", "Color"),
        ])
    func unknown(_ name: String, _ meant: String) {
        let text = "policy a\ntype Color = red\nfact x : \(name)"
        expectReport(text, "error W0207 «\(name)»")
        #expect(help(text) == "did you mean `\(meant)`?")
    }

    @Test("names that are no types, and amounts that are none")
    func notTypes() {
        expectReport("policy a\nfact x : integer\nfact y : x", "error W0207 «x»")
        expectReport("policy a\nfact y : working weeks", "error W0207 «working weeks»")
        expectReport("policy a\nfact y : number(13)", "error W0403 «13»")
        expectReport("policy a\nfact y : money(USB)", "error W0212 «USB»")
    }

    @Test("where a value may not be unknown")
    func optional() {
        expectReport("policy a\nparam p : integer? = 3 source house", "error W0402 «integer?»")
        expectReport("policy a\ndecision d : integer?\n  first\n  otherwise 3", "error W0402 «integer?»")
    }

    @Test("types that contain themselves")
    func recursive() {
        let text = "policy a\nrecord A\n  b : B\nrecord B\n  as : list of A"
        let check = PolicyCheck(text)
        #expect(check.report == "error W0404 «as»")
        #expect(check.diagnostics.first?.message.contains("A → B → A") == true)
        expectReport("policy a\ntype T = leaf | node(left: T, right: T)", "error W0404 «left»", "error W0404 «right»")
    }

    @Test("fields and cases that stand twice")
    func doubles() {
        expectReport("policy a\nrecord R\n  x : text\n  x : integer", "error W0405 «x»")
        expectReport("policy a\nrecord R\n  x : text as \"y\"\n  y : integer", "error W0405 «y»")
        expectReport("policy a\ntype T = a | b | a", "error W0405 «a»")
        expectReport("policy a\ntype T = a as \"A\" | b as \"A\"", "error W0405 «b»")
        expectReport("policy a\nfact x : text as \"y\"\nfact y : text", "error W0405 «y»")
        expectReport("policy a\naction go(x: text, x: text)", "error W0405 «x»")
    }

    @Test("bounds")
    func bounds() {
        expectReport("policy a\nfact x : integer between 5 and 3", "error W0406 «between 5 and 3»")
        expectReport("policy a\nfact x : text between 5 and 3", "error W0406 «between 5 and 3»")
        expectReport("policy a\nfact y : integer\nfact x : integer between 0 and y", "error W0408 «y»")
        #expect(PolicyCheck("policy a\nfact x : number(2) between 0 and 1.5").model.facts.last?.slot.bounds == 0...150)
        #expect(PolicyCheck("policy a\nfact x : hours between 0 hours and 2 hours").report == "")
    }

    @Test("facts have a type or fields")
    func facts() {
        expectReport("policy a\nfact x", "error W0407 «x»")
    }
}
