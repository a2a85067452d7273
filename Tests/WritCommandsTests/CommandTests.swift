import Testing
import WritKit

@Suite struct CommandTests {
    private let session: CommandSession

    init() throws { session = try Samples.session() }

    // MARK: check

    @Test func checkFindsNothing() {
        #expect(
            session.run("check", "@/reply.writ")
                == Run(code: 0, output: "no problems, 1 accepted in 1 file\n", error: ""))
    }

    @Test func checkFindsMistakesInEveryFormat() throws {
        try session.write("bad.writ", "policy p\nfact x : nothing\n")
        let run = session.run("check", "@/bad.writ")
        #expect(run.code == 1)
        #expect(run.output.contains("@/bad.writ:2:10"))
        #expect(run.output.hasSuffix("1 error in 1 file\n"))
        #expect(session.run("check", "@/bad.writ", "--format", "json").output.hasPrefix("[\n"))
        #expect(session.run("check", "@/bad.writ", "--format", "sarif").output.contains("\"version\": \"2.1.0\""))
        #expect(session.run("check", "@/bad.writ", "--format", "github").output.hasPrefix("::error file="))
        #expect(session.run("check", "@/none.writ").code == 3)
        #expect(session.run("check").code == 2)
    }

    // MARK: test

    private let cases = """
        - name: base
          facts: {amount: 64 USD}
        - name: within
          decision: reply
          like: base
          expect: {outcome: {refund: {amount: 64 USD}}, rule: small}
        - name: over <the limit>
          decision: reply
          facts: {amount: 150 USD, vip: false}
          expect: {outcome: ask, rule: vip}

        """

    @Test func testShowsExpectedAgainstActual() throws {
        try session.write("cases/reply.yaml", cases)
        let run = session.run("test", "@")
        #expect(run.code == 1)
        #expect(
            run.output == """
                failed over <the limit>  @/cases/reply.yaml:7:9
                  expected  rule vip
                  got       otherwise
                  with      amount = 150.00 USD
                            vip = false

                1 of 3 tests failed
                desk.reply: 2 of 4 rules, 3 of 4 outcomes of conditions covered
                  reply: rule vip  @/reply.writ:23:8
                  never true: vip  @/reply.writ:24:10
                  part: rule one  @/reply.writ:37:8

                """)
    }

    @Test func testWritesJUnit() throws {
        try session.write("cases/reply.yaml", cases)
        #expect(session.run("test", "@", "--junit", "@/junit.xml").code == 1)
        let xml = try session.read("junit.xml").replacing(session.path, with: "@")
        #expect(
            xml == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="3" failures="1">
                  <testsuite name="desk.reply" tests="3" failures="1">
                    <testcase name="small" classname="desk.reply" file="@/reply.writ" line="45"/>
                    <testcase name="within" classname="desk.reply" file="@/cases/reply.yaml" line="3"/>
                    <testcase name="over &lt;the limit&gt;" classname="desk.reply" file="@/cases/reply.yaml" line="7">
                      <failure message="expected rule vip, got otherwise">expected rule vip, got otherwise</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func testFiltersAndAsksForCoverage() throws {
        try session.write("cases/reply.yaml", cases)
        let some = session.run("test", "@", "--filter", "within")
        #expect(some == Run(code: 0, output: "1 test passed\n", error: ""))
        try session.write("cases/reply.yaml", "")
        #expect(session.run("test", "@").code == 0)
        let low = session.run("test", "@", "--min-coverage", "50")
        #expect(low.code == 1)
        #expect(
            low.error == """
                error: desk.reply has 25 % of its rules covered, not 50 %
                error: desk.reply has 25 % of the outcomes of its conditions covered, not 50 %

                """)
        #expect(session.run("test", "@", "--min-coverage", "101").code == 2)
    }

    @Test func testSaysWhatIsWrongWithACaseFile() throws {
        try session.write("cases/reply.yaml", "- name: x\n  decision: reply\n  facts: {amount: 1, vip: maybe}\n")
        let run = session.run("test", "@")
        #expect(run.code == 3)
        #expect(run.error.contains("`vip` is true or false, and `maybe` is neither"))
        #expect(run.error.contains("@/cases/reply.yaml:3:27"))
    }

    // MARK: fmt

    @Test func fmtLaysOutAndSaysWhatIsNot() throws {
        try session.write("a.writ", "policy   a\nfact x:integer\n")
        #expect(session.run("fmt", "--check", "@").output.contains("@/a.writ\n"))
        #expect(session.run("fmt", "--check", "@/a.writ").code == 1)
        #expect(session.run("fmt", "@/a.writ") == Run(code: 0, output: "", error: ""))
        #expect(try session.read("a.writ") == "policy a\n\nfact x : integer\n")
        #expect(session.run("fmt", "--check", "@/a.writ").code == 0)
    }

    @Test func fmtReadsStandardInput() {
        #expect(session.run("fmt", "--stdin", input: "policy   a\n") == Run(code: 0, output: "policy a\n", error: ""))
        #expect(session.run("fmt", "--stdin", "--check", input: "policy   a\n").code == 1)
        #expect(session.run("fmt").code == 2)
    }

    @Test func fmtReportsMistakesAndLaysOutTheRest() throws {
        try session.write("a.writ", "policy a\nfact x:integer\nfact : :\n")
        let run = session.run("fmt", "@/a.writ")
        #expect(run.code == 1)
        #expect(run.error.contains("@/a.writ:3:"))
        #expect(try session.read("a.writ").contains("fact x : integer"))
    }

    // MARK: new

    @Test func newMakesAPolicyThatPassesEverything() throws {
        let run = session.run("new", "@/my-desk")
        #expect(run.code == 0)
        #expect(run.output.contains("  writ test @/my-desk\n"))
        #expect(session.run("check", "@/my-desk").output == "no problems in 1 file\n")
        #expect(session.run("test", "@/my-desk").output.hasPrefix("5 tests passed\nmy_desk: 4 of 4 rules"))
        #expect(session.run("fmt", "--check", "@/my-desk").code == 0)
        let eval = session.run("eval", "@/my-desk", "--decision", "refund", "--facts", "@/my-desk/case.yaml")
        #expect(eval.output.hasPrefix("refund: refund(amount: 64.00 USD)\n"))
    }

    @Test func newOverwritesNothing() {
        #expect(session.run("new", "@/reply.writ").code == 2)
        #expect(session.run("new", "@/1x").code == 2)
    }

    // MARK: dump, version, help

    @Test func dumpShowsEachStage() {
        func dump(_ stage: String) -> String { session.run("dump", "@/reply.writ", "--stage", stage).output }
        #expect(dump("tokens").hasPrefix("# @/reply.writ\n1:1 policy \"policy\"\n1:8 name \"desk\"\n"))
        #expect(dump("syntax").hasPrefix("# @/reply.writ\nfile\n  policyHeader\n    \"policy\"\n"))
        #expect(dump("names").contains("decision desk.reply.reply  @/reply.writ:13:10\n"))
        #expect(dump("model").contains("decision reply first\n  rule small\n    when "))
        #expect(!dump("plan").isEmpty)
        #expect(session.run("dump", "@/reply.writ", "--stage", "soul").code == 2)
    }

    @Test func saysItsVersion() {
        #expect(session.run("version").output.hasPrefix("writ \(WritVersion.current) (time zones 20"))
        #expect(session.run("--version").output == session.run("version").output)
    }

    @Test func helpIsNoMistake() {
        let run = session.run("--help")
        #expect(run.code == 0)
        #expect(run.output.contains("Exit codes: 0 fine"))
        #expect(session.run("nonsense").code == 2)
        #expect(session.run("--generate-completion-script", "bash").output.contains("_writ"))
    }
}
