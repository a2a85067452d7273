import Testing

@Suite struct DiffCommandTests {
    private static let desk = """
        policy sample.desk

        type Answer = refund(amount: money(USD)) | ask

        fact amount : money(USD) between 0 USD and 1_000 USD

        param limit : money(USD) = 150 USD between 0 USD and 500 USD
          source house

        decision answer : Answer
          first

          rule small
            when amount <= limit
            then refund(amount: amount)

          otherwise ask

        decision care : boolean
          first

          rule large
            when amount > 900 USD
            then true

          otherwise false

        """

    private func session(_ edits: (String, String)..., files: [String: String] = [:]) throws -> CommandSession {
        let new = edits.reduce(Self.desk) { $0.replacing($1.0, with: $1.1) }
        return try CommandSession(files.merging(["old.writ": Self.desk, "new.writ": new]) { first, _ in first })
    }

    private let raised = ("= 150 USD", "= 200 USD")

    @Test func saysEachKindOfCasesOnce() throws {
        let run = try session(raised).run("diff", "@/old.writ", "@/new.writ", "--no-findings")
        #expect(run.code == 1)
        #expect(
            run.output == """
                answer: 1 kind of cases decided differently

                  1. ask by otherwise → refund(amount: amount) by small
                     cases     amount from 150.01 USD to 200.00 USD
                     example   amount = 150.01 USD
                     before    ask by otherwise
                     now       refund(amount: 150.01 USD) by small
                     edit      param limit 150 USD → 200 USD  (@/new.writ:7)

                1 of 2 decisions changed, 1 proved the same (1 edit)

                """)
    }

    @Test func nothingIsSaidToBeProved() throws {
        let run = try session(("amount <= limit", "not (amount > limit)"))
            .run("diff", "@/old.writ", "@/new.writ", "--no-findings")
        #expect(run == Run(code: 0, output: "proved: no case is decided differently (1 edit)\n", error: ""))
    }

    @Test func saysThatOnlyCasesOfBothVersionsAreCompared() throws {
        let run = try session(("0 USD and 1_000 USD", "0 USD and 900 USD"))
            .run("diff", "@/old.writ", "@/new.writ", "--no-findings")
        #expect(run.code == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "proved: no case is decided differently (1 edit)")
        let words = "only cases that both versions take are compared; what they take may differ (fact amount: "
        #expect(lines.last?.hasPrefix(words) == true, "\(run.output)")
    }

    @Test func limitsToADecision() throws {
        let session = try session(raised)
        let care = session.run("diff", "@/old.writ", "@/new.writ", "--decision", "care", "--no-findings")
        #expect(care.code == 0)
        let wrong = session.run("diff", "@/old.writ", "@/new.writ", "--decision", "cares")
        #expect(wrong.code == 2)
        #expect(wrong.error.contains("did you mean `care`?"))
    }

    @Test func countsCases() throws {
        let cases = """
            {"amount": "20 USD"}
            {"amount": "180 USD"}
            {"amount": "200 USD"}

            """
        let session = try session(raised, files: ["day.ndjson": cases, "bad.ndjson": cases + "{\"amont\": 3}\n"])
        let run = session.run(
            "diff", "@/old.writ", "@/new.writ", "--facts", "@/day.ndjson", "--no-findings")
        #expect(run.code == 1)
        #expect(run.output.contains("     history   2 of 3 cases\n"))
        #expect(run.output.hasSuffix("history: 3 cases, 2 answers differ\n"))
        let bad = session.run("diff", "@/old.writ", "@/new.writ", "--facts", "@/bad.ndjson", "--no-findings")
        #expect(bad.code == 3)
        #expect(bad.output.hasSuffix("history: 1 taken by neither version\n"))
        #expect(bad.error.contains("amont"))
    }

    @Test func newFindingsEndWithThree() throws {
        let run = try session(("\n  otherwise ask\n", "\n"))
            .run("diff", "@/old.writ", "@/new.writ")
        #expect(run.code == 3)
        #expect(run.output.contains("error[W0901]"))
        #expect(run.output.contains("of check\n"))
    }

    @Test func errorsEndWithThree() throws {
        let session = try session(("amount <= limit", "amount <= limits"))
        let run = session.run("diff", "@/old.writ", "@/new.writ")
        #expect(run.code == 3)
        #expect(run.error.contains("limits"))
        let sarif = session.run("diff", "@/old.writ", "@/new.writ", "--format", "sarif")
        #expect(sarif.code == 3)
        #expect(sarif.output.contains("\"version\": \"2.1.0\""))
        #expect(session.run("diff", "@/old.writ", "@/none.writ").code == 3)
    }

    @Test func usedWronglyEndsWithTwo() throws {
        let session = try session()
        #expect(session.run("diff", "@/old.writ").code == 2)
        #expect(session.run("diff", "@/old.writ", "@/new.writ", "--today", "soon").code == 2)
    }

    @Test func writesForTools() throws {
        let session = try session(raised)
        let json = session.run("diff", "@/old.writ", "@/new.writ", "--format", "json", "--no-findings")
        #expect(json.output.contains("\"certainty\": \"alone\""))
        #expect(json.output.contains("\"amount from 150.01 USD to 200.00 USD\""))
        let github = session.run("diff", "@/old.writ", "@/new.writ", "--format", "github", "--no-findings")
        #expect(github.output.hasPrefix("::warning file=@/new.writ,line=7,"))
        let sarif = session.run("diff", "@/old.writ", "@/new.writ", "--format", "sarif", "--no-findings")
        #expect(sarif.output.contains("\"ruleId\": \"W0930\""))
        #expect(sarif.output.contains("\"startLine\": 7"))
        let markdown = session.run("diff", "@/old.writ", "@/new.writ", "--format", "markdown", "--no-findings")
        #expect(
            markdown.output.contains(
                "| `answer` | amount from 150.01 USD to 200.00 USD | `ask by otherwise` | "
                    + "`refund(amount: amount) by small` | param limit 150 USD → 200 USD |\n"))
    }

    @Test func comparesWithARevision() throws {
        let session = try CommandSession([
            "rules/desk.writ": Self.desk, "rules/rest/facts.writ": "policy sample.facts\n\nfact vip : boolean\n",
        ])
        let git = TestRepository(session.path)
        guard try git.begin() else { return }
        try session.write("rules/desk.writ", Self.desk.replacing(raised.0, with: raised.1))
        for path in ["@/rules", "@/rules/desk.writ"] {
            let run = session.run("diff", path, "--git", "HEAD", "--no-findings")
            #expect(run.code == 1, "\(run.error)")
            #expect(run.output.contains("param limit 150 USD → 200 USD  (@/rules/desk.writ:7)"))
        }
        let none = session.run("diff", "@/rules", "--git", "nowhere")
        #expect(none.code == 3)
        #expect(none.error.contains("has no revision `nowhere`"))
        try session.write("rules/new.writ", "policy sample.new\n\nfact a : boolean\n")
        let gone = session.run("diff", "@/rules/new.writ", "--git", "HEAD")
        #expect(gone.error.contains("is not in the revision `HEAD`"))
        #expect(session.run("diff", "@/rules", "--git=--help").code == 3)
    }

    @Test func aRevisionHasItsOwnTables() throws {
        let desk = Self.desk + "\ndecision rate : integer\n  table first from \"rates.csv\"\n"
        let session = try CommandSession([
            "desk.writ": desk, "rates.csv": "rule,amount,||,rate\nhigh,>= 500 USD,,2\nrest,any,,1\n",
        ])
        guard try TestRepository(session.path).begin() else { return }
        try session.write("rates.csv", "rule,amount,||,rate\nhigh,>= 400 USD,,2\nrest,any,,1\n")
        let run = session.run("diff", "@/desk.writ", "--git", "HEAD", "--no-findings")
        #expect(run.output.contains("row high of rate: >= 500 USD → >= 400 USD  (@/rates.csv:2)"))
    }
}
