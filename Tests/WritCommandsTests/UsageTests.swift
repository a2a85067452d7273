import Testing

/// What is said of a command line that does not make sense.
@Suite struct UsageTests {
    private let session: CommandSession

    init() throws { session = try Samples.session() }

    @Test func jsonOnStandardInputIsReadAsJSON() throws {
        let echo = "policy e\nfact t : text\ndecision d : text\n  first\n  otherwise t\n"
        try session.write("e.writ", echo)
        func answer(_ input: String) -> String {
            session.run("eval", "@/e.writ", "--facts", "-", input: input).output
        }
        #expect(answer("{\"t\": \"\\ud83d\\ude00\"}").hasPrefix("d: \"😀\"\n"))
        #expect(answer("\n {\"t\": \"a\"}\n\n{\"t\": \"\\ud83d\\ude00\"}\n").contains("d: \"😀\"\n"))
        #expect(answer("[{\"t\": \"a\"}, {\"t\": \"b\"}]").contains("d: \"b\"\n"))
        #expect(answer("{t: a}").hasPrefix("d: \"a\"\n"))
        #expect(answer("{\"t\": \"a\"}\n---\n{\"t\": \"b\"}").contains("d: \"b\"\n"))
        #expect(answer("t: a").hasPrefix("d: \"a\"\n"))
    }

    @Test func whatIsGivenTwiceIsRefused() {
        for extra in [
            ["--param", "limit=1 USD", "--param", "limit=2 USD"], ["--decision", "reply"], ["--facts", "@/case.yaml"],
            ["--arg", "count=1", "--arg", "count=2"], ["--param", "limit=x"], ["--param", "limt=1"],
            ["--param", "limit=501 USD"], ["--arg", "coun=1"],
        ] {
            let all = ["--decision", "part", "--facts", "@/case.yaml"] + extra
            let run = session.run(list: ["eval", "@/reply.writ"] + all)
            #expect(run.code == 2, "\(extra)")
            #expect(run.output == "")
            #expect(!run.error.contains("W0709") || !extra.contains("coun=1"), "\(run.error)")
        }
    }

    @Test func localesAreKnown() throws {
        #expect(session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", "--locale", "zh-CN").code == 0)
        try session.write(
            "e.writ", "policy e\nfact amount : money(USD)\ndecision d : money(USD)\n  first\n  otherwise amount\n")
        let run = session.run("eval", "@/e.writ", "--facts", "@/case.yaml", "--locale", "garbage")
        #expect(run.code == 2)
        #expect(run.error.contains("`garbage` is no language that is known"))
        #expect(run.error.contains("`en`"))
        #expect(session.run("eval", "@/e.writ", "--facts", "@/case.yaml", "--locale", "fr-CA").code == 0)
    }

    @Test func aPointInTimeNeedsAZone() {
        let run = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", "--as-of", "2026-01-01T00:00:00Z")
        #expect(run.code == 2)
        #expect(run.error.contains("error[W0712]"))
        #expect(run.error.contains("timezone"))
    }

    @Test func misspeltCommandsAreGuessed() {
        #expect(
            session.run("evl")
                == Run(
                    code: 2, output: "", error: "error: there is no command `evl`\nhelp: did you mean `eval`?\n"))
        #expect(session.run("xyzzy").error.contains("there are `check`, "))
        #expect(session.run("help").code == 0)
    }

    @Test func startersAreLaidOutAndWellNamed() {
        let reserved = session.run("new", "@/rule")
        #expect(reserved.code == 2)
        #expect(reserved.error.contains("help: name it `rule_policy`"))
        #expect(session.run("new", "@/good-returns").code == 0)
        #expect(session.run("fmt", "--check", "@/good-returns") == Run(code: 0, output: "", error: ""))
        #expect(session.run("test", "@/good-returns").code == 0)
    }

    @Test func refusedCasesKeepTheirPlace() throws {
        try session.write("many.yaml", "id: a\namount: x\n---\nid: b\namount: 5\n---\nid: c\namount: 1\namount: 2\n")
        let run = session.run(
            "eval", "@/reply.writ", "--decision", "reply", "--facts", "@/many.yaml", "--format", "json")
        #expect(run.code == 3)
        #expect(run.lines.count == 3)
        #expect(run.lines.first?.hasPrefix("{\"decision\":\"reply\",\"status\":\"rejected\",\"errors\":[{") == true)
        #expect(run.lines.first?.hasSuffix(",\"id\":\"a\"}") == true)
        #expect(run.lines[1].contains("\"status\":\"determined\""))
        #expect(run.lines[2].contains("\"code\":\"W0507\""))
        let missing = session.run("eval", "@/reply.writ", "--decision", "reply", "--format", "ndjson")
        #expect(missing.lines.count == 1)
        #expect(missing.output.contains("\"code\":\"W0602\""))
    }
}
