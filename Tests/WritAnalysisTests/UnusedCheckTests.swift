import Testing
import WritAnalysis
import WritKit

@Suite("Declarations that nothing reads")
struct UnusedCheckTests {
    private func unused(_ text: String) throws -> [String] {
        try findings(.unused, in: "policy p\n" + text).map(\.message)
    }

    private let answer = "\ndecision answer : text\n  first\n  otherwise \"no\"\n"

    @Test("Each kind of declaration, once, in the order written")
    func kinds() throws {
        let found = try unused(
            """
            timezone "UTC"
            calendar office
              days monday to friday
            type Colour = red | green
            record Box
              width : integer
            fact idle_fact : integer
            param idle_param : integer = 1
              source house
            define idle_define = 1
            action idle_action(order: text)
            """ + answer)
        #expect(
            found == [
                "nothing reads calendar `office`", "nothing reads type `Colour`", "nothing reads record `Box`",
                "nothing reads fact `idle_fact`", "nothing reads param `idle_param`",
                "nothing reads define `idle_define`",
                "nothing reads action `idle_action`",
            ])
    }

    @Test("The carets stand under the name")
    func place() throws {
        let found = try findings(.unused, in: "policy p\nfact idle : boolean" + answer)
        #expect(found.map(\.words) == ["idle"])
        #expect(found[0].help != nil)
    }

    @Test("What a promise, another declaration or an expectation reads is used")
    func used() throws {
        let found = try unused(
            """
            fact by_promise : boolean
            fact by_define : integer
            fact in_message : integer
            param bound : integer = 5
              source house
            define sum = by_define + bound
            type Colour = red | green
            fact colour : Colour
            action paint(colour: Colour)
            decision answer : text
              first
              rule big
                when sum > 3
                then "big"
                do paint(colour: colour)
                because "It is {in_message}."
              otherwise "no"
            never wrong
              by_promise and answer is "big"
            define only_tested = by_define * 2
            test "twice"
              given by_define = 2
              expect only_tested is 4
            """)
        #expect(found == [])
    }

    @Test("Fields of a fact")
    func fields() throws {
        let fact =
            "fact order\n  number : text\n  paid : integer\n  lines : list of Line\nrecord Line\n  sku : text\n  qty : integer\n"
        let decision = "decision answer : integer\n  first\n  otherwise order.paid"
        let found = try findings(.unused, in: "policy p\n" + fact + decision + "\n")
        #expect(found.map(\.message) == ["nothing reads fact `order.number`", "nothing reads fact `order.lines`"])
        #expect(found.first?.words == "number")
        let more = " + count line in order.lines where line.qty > 0 and order.number is \"\"\n"
        #expect(try unused(fact + decision + more) == [])
        let whole = "define copy = order\ndecision same : boolean\n  first\n  otherwise copy is order\n"
        #expect(try unused(fact + whole) == [])
    }

    @Test("A fact that only tests set is not read")
    func setByTests() throws {
        let found = try unused(
            "fact idle : boolean" + answer + "test \"set\"\n  given idle = true\n  expect answer is \"no\"\n")
        #expect(found == ["nothing reads fact `idle`"])
    }

    @Test("Of a chain only its unread end is told")
    func chain() throws {
        #expect(
            try unused("fact a : integer\ndefine b = a + 1\ndefine c = b + 1" + answer) == ["nothing reads define `c`"])
    }

    @Test("A calendar in a header, or one that another is like, is named")
    func calendars() throws {
        let found = try findings(
            .unused,
            in: """
                policy p
                  timezone "UTC"
                  default calendar plant
                calendar office
                  days monday to friday
                calendar plant
                  like office

                """ + answer)
        #expect(found.isEmpty)
    }

    @Test("A fact may choose among all calendars")
    func chosenCalendars() throws {
        let found = try unused(
            """
            timezone "UTC"
            calendar office
              days monday to friday
            calendar plant
              days monday to saturday
            fact site : calendar
            decision due : date
              first
              otherwise 2 working days after today on site
            """)
        #expect(found == [])
    }

    @Test("A library without a decision is there for others")
    func library() throws {
        #expect(try unused("fact idle : boolean\nparam p : integer = 1\n  source house\n") == [])
    }

    @Test("What is used is judged with its users, and only where somebody asked")
    func usedPolicies() throws {
        let folder = try AnalysisFolder([
            "facts.writ": "policy desk.facts\nfact amount : integer\nfact idle : integer\n",
            "others.writ": "policy desk.others\nfact alone : integer\n",
            "answer.writ": """
            policy desk.answer
            use desk.facts
            decision answer : text
              first
              rule big
                when amount > 1
                then "big"
              otherwise "no"

            """,
        ])
        func names(_ names: String...) throws -> [String] {
            let compilation = Compilation(paths: names.map { folder.path + "/" + $0 })
            let report = try #require(try compilation.analyse())
            return report.findings.map(\.finding).filter { $0.kind == .unused }.map(\.words)
        }
        #expect(try names("facts.writ", "answer.writ", "others.writ") == ["idle"])
        #expect(try names("answer.writ") == [])
    }
}
