import Testing
import WritKit

/// What `writ check` prints of findings, and how it ends.
@Suite struct CheckCommandTests {
    private static let policy = """
        policy desk.answer

        fact amount : money(USD)
        fact idle : text

        decision answer : text
          first
          rule large
            when amount > 500 USD
            then "ask"
          otherwise "pay"

        """

    private func session(_ settings: String? = nil) throws -> CommandSession {
        var files = ["answer.writ": Self.policy]
        files["writ.yaml"] = settings
        return try CommandSession(files)
    }

    @Test func aPromiseAboutTwoCasesIsShownWithBoth() throws {
        let policy = """
            policy shop

            fact amount : integer between 0 and 9

            param small : integer = 2
              source house

            decision care : integer
              first
              rule small
                when amount <= small
                then 3
              otherwise 1

            always more_is_more
              whenever amount rises, care never falls

            """
        let run = try CommandSession(["p.writ": policy]).run("check", "@/p.writ", "--as-tests")
        #expect(run.output.contains("more_is_more is broken by two cases, before"))
        #expect(run.output.contains("more_is_more is broken by two cases, after"))
    }

    @Test func showsFindingsToPeople() throws {
        let run = try session().run("check", "@/answer.writ")
        #expect(
            run
                == Run(
                    code: 0,
                    output: """
                        warning[W0907]: nothing reads fact `idle`
                         --> @/answer.writ:4:6
                          |
                        4 | fact idle : text
                          |      ^^^^ never read
                        help: remove it, so that no host tells it in vain, or write the rule that it is for

                        warning[W0909]: rule `large` compares with 500 USD, and nothing says whose number that is
                         --> @/answer.writ:9:19
                          |
                        9 |     when amount > 500 USD
                          |                   ^^^^^^^ whose number?
                        help: make it a param with a `source`, put it in a table, or give the rule a `source`
                        2 warnings in 1 file

                        """, error: ""))
    }

    @Test func endsAsTheHouseWantsIt() throws {
        let plain = try session()
        #expect(plain.run("check", "@", "--fail-on", "warning").code == 1)
        #expect(plain.run("check", "@", "--fail-on", "note").code == 1)
        #expect(plain.run("check", "@", "--fail-on", "grave").code == 2)
        #expect(plain.run("check", "@", "--no-analysis", "--fail-on", "note").output == "no problems in 1 file\n")
        let strict = try session("findings:\n  unowned: error\n  unused: off\n")
        let run = strict.run("check", "@")
        #expect(run.code == 1)
        #expect(run.output.hasPrefix("error[W0909]"))
        #expect(run.output.hasSuffix("1 error in 1 file\n"))
        let lenient = try session("findings: {unowned: note, unused: note}\n").run("check", "@", "--fail-on", "warning")
        #expect(lenient.code == 0)
    }

    @Test func brokenSettingsAreBrokenInput() throws {
        let run = try session("findings:\n  unownd: error\n").run("check", "@")
        #expect(run.code == 3)
        #expect(run.output == "")
        #expect(run.error.contains("error[W0723]: no finding is called `unownd`"))
        #expect(run.error.contains("--> @/writ.yaml:2:3"))
        #expect(run.error.contains("help: did you mean `unowned`?"))
    }

    @Test func machinesAreToldTheKind() throws {
        let session = try session()
        let json = session.run("check", "@", "--format", "json").output
        #expect(json.contains("\"kind\": \"unused\",\n    \"example\": null,\n    \"accepted\": null\n"))
        let sarif = session.run("check", "@", "--format", "sarif").output
        #expect(sarif.contains("\"id\": \"W0907\",\n              \"name\": \"unused\""))
        #expect(sarif.contains("\"kind\": \"unowned\""))
        let github = session.run("check", "@", "--format", "github").output
        #expect(github.hasPrefix("::warning file=@/answer.writ,line=4"))
    }

    @Test func theDayIsADay() throws {
        let session = try session()
        #expect(session.run("check", "@", "--today", "2026-01-31").code == 0)
        #expect(session.run("check", "@", "--today", "tomorrow").code == 2)
        #expect(session.run("check", "@", "--today", "2026-02-30").code == 2)
    }

    @Test func withoutExamplesThereIsNothingToPaste() throws {
        let session = try session()
        #expect(session.run("check", "@", "--as-tests") == Run(code: 0, output: "", error: ""))
        #expect(session.run("check", "@", "--as-tests", "--no-analysis").code == 2)
    }

    @Test func aPolicyWithMistakesIsNotAnalysed() throws {
        let session = try CommandSession(["bad.writ": Self.policy.replacing("amount >", with: "amont >")])
        let run = session.run("check", "@")
        #expect(run.code == 1)
        #expect(!run.output.contains("W0907"))
    }
}
