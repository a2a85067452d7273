import Testing
import WritSemantics

@Suite("The type `message`")
struct MessageTypeTests {
    private let types = """
        policy a
        languages en, zh
        fact n : integer
        fact name : text
        type Remedy = hold(note: message, amount: integer) | nothing
        record Letter
          title : message
          lines : list of message
          count : integer

        """

    @Test("answers and actions carry texts with holes")
    func carried() throws {
        let check = PolicyCheck(
            types + """
                action write(body: message, copy: message?)
                define greeting : message = "Hello {name}"
                define plain : message = name
                decision remedy : Remedy
                  first
                  rule few
                    when n < 3
                    then hold(note: text en "Only {n}" zh "只有 {n}", amount: n)
                    do write(body: greeting)

                  rule some
                    when n < 9
                    then hold(note: "none", amount: 1)
                    do write(body: "You have {n}", copy: name)

                  otherwise nothing

                decision letter : Letter
                  table unique
                  | n   || title     | lines                 | count |
                  | < 3 || "{n} few" | ["a", "{n}", greeting] | 1     |
                  | 4   || name      | []                    | 2     |

                decision notes : list of message
                  collect
                  rule a when n > 1 then "more than {n}"
                  rule b then "always"

                test "by the case's name"
                  given n = 1, name = "Ann"
                  expect remedy is hold
                  expect remedy.amount is 1
                  expect remedy.note is known
                """)
        #expect(check.report == "", "\(check.details)")
        let remedy = try #require(check.decision("remedy"))
        guard case .makeCase(_, 0, let parts)? = remedy.rules[0].conclusion.value?.kind,
            case .message(let note)? = parts[0]?.kind,
            case .makeCase(_, 0, let plain)? = remedy.rules[1].conclusion.value?.kind,
            case .message(let none)? = plain[0]?.kind, case .text("none")? = none.texts[0].segments.first
        else { return #expect(Bool(false), "\(remedy.rules)") }
        #expect(note.texts.map(\.language) == ["en", "zh"])
        let arguments = remedy.rules[1].conclusion.actions[0].arguments
        #expect(arguments.map { $0?.type } == [.message, .message])
    }

    @Test("what hosts tell and rules compare is plain")
    func refused() {
        expectReport("policy a\nfact f : message", "error W0332 «message»")
        expectReport("policy a\nfact f : list of message?", "error W0332 «list of message?»")
        expectReport("policy a\nfact f\n  g : message\n  h : text", "error W0332 «message»")
        expectReport("policy a\nparam p : message = \"a\" source house", "error W0332 «message»")
        expectReport(types + "fact f : Remedy", "error W0332 «Remedy»")
        expectReport(types + "record Pile\n  letters : list of Letter\nfact f : Pile", "error W0332 «Pile»")
        expectReport(types + "decision d(m: message) : integer\n  first\n  otherwise 1", "error W0332 «message»")
        expectReport(types + "define d(m: Letter) = m.count", "error W0332 «Letter»")
    }

    @Test("messages are not compared")
    func compared() {
        let remedy = types + "decision d : Remedy\n  first\n  otherwise nothing\n"
        expectReport(remedy + "define e = d is hold(note: \"a\", amount: 1)", "error W0327 «d»")
        expectReport(remedy + "define e = d.note is \"a\"", "error W0327 «d.note»")
        expectReport(remedy + "define e = d is nothing or d is hold or d.amount > 3")
        expectReport(remedy + "define e = d in [d]", "error W0327 «d»")
        expectReport(remedy + "define e = d.note < d.note", "error W0308 «d.note»")
        expectReport(remedy + "define e : text = d.note", "error W0331 «d.note»")
        expectReport(remedy + "define e : text = \"{n}\"", "error W0331 «\"{n}\"»")
        #expect(help(remedy + "define e : text = \"{n}\"")?.contains("declare it as `message`") == true)
    }
}
