import Testing
import WritSource

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What comes from outside never reaches a terminal as itself, and is never waited for.
@Suite struct HostileTextTests {
    private static let policy = """
        policy echo
        fact t : text
        decision d : text
          first
          rule shown
            when t is not ""
            then t
            because "{t}"
          otherwise "x"

        """

    /// Whether nothing but line breaks and printable characters is there.
    private func isCalm(_ run: Run) -> Bool {
        (run.output + run.error).unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isHidden($0) }
    }

    private static let hostile = "a\u{1B}]0;x\u{7}\u{9B}31m\u{202E}b\u{2028}c\u{85}\u{2066}d"

    @Test func factsAreShownWithoutTheirControls() throws {
        let session = try CommandSession(["p.writ": Self.policy])
        let escaped = "a\\u001b]0;x\\u0007\\u009b31m\\u202eb\\u2028c\\u0085\\u2066d"
        let input = "{\"id\": \"n1\", \"t\": \"\(escaped)\"}\n{\"id\": \"n2\", \"t\": \"\(escaped)\"}\n"
        for format in ["text", "json"] {
            for command in ["eval", "explain"] {
                let run = session.run(
                    command, "@/p.writ", "--facts", "-", "--input-format", "ndjson", "--format", format, input: input)
                #expect(run.code == 0)
                #expect(isCalm(run), "\(command) \(format): \(run.output.debugDescription)")
            }
        }
        let text = session.run("eval", "@/p.writ", "--facts", "-", "--input-format", "ndjson", input: input)
        #expect(text.output.contains("because  a\\u{1B}]0;x\\u{7}\\u{9B}31m\\u{202E}b\\u{2028}c\\u{85}\\u{2066}d"))
    }

    @Test func namesOfCasesAndFilesAre() throws {
        let session = try CommandSession([
            "p.writ": Self.policy, "w\u{202E}\u{1B}.writ": "policy  w\n",
            "cases/p.yaml":
                "- name: \"n\\e[31m\\u202E\"\n  decision: d\n  facts: {t: \"\\e[2J\"}\n  expect: {outcome: y}\n",
        ])
        let test = session.run("test", "@/p.writ")
        #expect(test.code == 1)
        #expect(isCalm(test), "\(test.output.debugDescription)")
        let name = "@/w\u{202E}\u{1B}.writ"
        for run in [
            session.run("fmt", "--check", name), session.run("check", "@/\u{1B}[2J.writ"), session.run("\u{1B}[2J"),
            session.run("check", "@/p.writ", "\u{1B}[2J"), session.run("fmt", "@/\u{1B}[2J.writ"),
            session.run("dump", name, "--stage", "tokens"), session.run("eval", "@/p.writ", "--\u{1B}[2J"),
        ] { #expect(isCalm(run), "\(run.output.debugDescription) \(run.error.debugDescription)") }
    }

    @Test func dumpsAre() throws {
        let session = try CommandSession([
            "p.writ": "policy p\n# \(Self.hostile)\nfact t : text\n  \"\(Self.hostile)\"\n"
        ])
        for stage in ["tokens", "syntax", "names", "model", "plan"] {
            let run = session.run("dump", "@/p.writ", "--stage", stage)
            #expect(isCalm(run), "\(stage): \(run.output.debugDescription)")
        }
    }

    // MARK: Pipes and devices

    @Test func pipesAreNotWaitedFor() throws {
        let session = try CommandSession([
            "rules/p.writ": "policy p\nuse q\nfact a : integer\n", "cased/r.writ": Self.policy,
            "cased/cases/x.json": "[]",
            "tabled/t.writ": Self.tabled("t.csv"),
        ])
        for name in ["rules/q.writ", "cased/cases/y.yaml", "tabled/t.csv"] {
            #expect(mkfifo(session.path + "/" + name, 0o600) == 0)
        }
        let used = session.run("check", "@/rules/p.writ")
        #expect(used.code == 1)
        #expect(used.error + used.output != "")
        let walked = session.run("check", "@/rules")
        #expect(walked.code == 3)
        #expect(walked.output.contains("is a pipe or a device, and no plain file"))
        #expect(session.run("test", "@/cased").code == 3)
        #expect(session.run("fmt", "--check", "@/rules").code == 3)
        let table = session.run("check", "@/tabled")
        #expect(table.code == 3)
        #expect(table.output.contains("the table \"t.csv\" cannot be read: it is a pipe or a device"))
        #expect(table.output.hasSuffix("1 error in 1 file\n"))
    }

    private static func tabled(_ path: String) -> String {
        """
        policy t
        type Class = basic | premium
        fact class : Class
        decision rate : number(2)
          table unique from "\(path)"
          otherwise 0.10

        """
    }

    @Test func tablesStayInTheFoldersGiven() throws {
        let session = try CommandSession([
            "one/t.writ": Self.tabled("../shared/t.csv"), "two/t.writ": Self.tabled("../two"),
            "shared/t.csv": "rule,class,||,rate\nsecret,basic,,0.06\n",
        ])
        let outside = session.run("check", "@/one")
        #expect(outside.code == 1)
        #expect(outside.output.contains("error[W0711]: the table \"../shared/t.csv\" is outside the folders"))
        #expect(!outside.output.contains("secret"))
        #expect(outside.output.hasSuffix("1 error in 1 file\n"))
        #expect(!session.run("check", "@").output.contains("W0711"))
        let folder = session.run("check", "@/two")
        #expect(folder.output.contains("the table \"../two\" cannot be read: it is a folder"), "\(folder.output)")
    }
}
