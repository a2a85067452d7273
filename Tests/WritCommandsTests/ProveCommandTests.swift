import Testing
import WritKit

/// What `writ prove` says of promises, and how it ends.
@Suite struct ProveCommandTests {
    private func session() throws -> CommandSession { try CommandSession(["desk.writ": ProofSamples.promises]) }

    @Test func peopleReadWhatHoldsAndWhatDoesNot() throws {
        #expect(
            try session().run("prove", "@")
                == Run(
                    code: 1,
                    output: """
                        proved       paid_in_a_dispute
                        refuted      never_much  (@/desk.writ:29:8)
                            test "never_much is broken"
                              given amount = 1000.01 USD, dispute = false
                              expect payout is 1000.01 USD by otherwise
                        refuted      more_never_less  (@/desk.writ:32:8)
                            test "more_never_less is broken, before"
                              given amount = 9.99 USD
                              expect care is close by small
                            test "more_never_less is broken, after"
                              given amount = 100.00 USD
                              expect care is usual by otherwise
                        proved       larger_is_closer
                        4 promises: 2 proved, 2 refuted
                        budget: 20,000 steps a question

                        """, error: ""))
    }

    @Test func whatIsProvedEndsWell() throws {
        let run = try session().run(
            "prove", "@", "--promise", "paid_in_a_dispute", "--promise", "larger_is_closer", "--strict", "--budget",
            "30000")
        #expect(run.code == 0)
        #expect(run.output.hasSuffix("2 promises: 2 proved\nbudget: 30,000 steps a question\n"))
    }

    @Test func aMisspeltPromiseIsNoSuccess() throws {
        let session = try session()
        #expect(
            session.run("prove", "@", "--promise", "never_muhc")
                == Run(
                    code: 2, output: "",
                    error: "error: there is no promise `never_muhc`\nhelp: did you mean `never_much`?\n"))
        #expect(
            session.run("prove", "@", "--promise", "zzz").error.hasSuffix(
                "help: there are `paid_in_a_dispute`, `never_much`, `more_never_less` and `larger_is_closer`\n"))
        let bare = try CommandSession(["a.writ": "policy a\n"])
        #expect(bare.run("prove", "@", "--promise", "x").error.hasSuffix("help: the policy promises nothing\n"))
        #expect(bare.run("prove", "@", "--promise", "\u{1B}[2J").error.contains("`\\u{1B}[2J`"))
    }

    @Test func aPolicyMayPromiseNothing() throws {
        let session = try CommandSession(["a.writ": "policy a\n"])
        #expect(session.run("prove", "@", "--strict") == Run(code: 0, output: "no promises\n", error: ""))
        #expect(session.run("prove", "@", "--format", "json").output.contains("\"promises\": []"))
        #expect(session.run("prove", "@", "--as-tests").output == "")
        #expect(session.run("prove", "@", "--format", "github").output == "")
    }

    @Test func badUseAndBrokenInputAreToldApart() throws {
        let session = try session()
        #expect(session.run("prove", "@", "--budget", "0").code == 2)
        #expect(session.run("prove", "@", "--budget", "many").code == 2)
        #expect(session.run("prove", "@", "--format", "xml").code == 2)
        #expect(session.run("prove").code == 2)
        #expect(session.run("prove", "@/none.writ").code == 3)
        let annotated = session.run("prove", "@/none.writ", "--format", "github")
        #expect(annotated.code == 3 && annotated.output.hasPrefix("::error file=@/none.writ,") && annotated.error == "")
        let broken = try CommandSession(["a.writ": "policy a\n\nalways t\n  amont\n"])
        #expect(broken.run("prove", "@").code == 1)
    }

    /// Pasted into the policy they are sound, and fail until the policy or the promise is mended.
    @Test func casesCanBePasted() throws {
        let session = try session()
        let tests = session.run("prove", "@", "--as-tests")
        #expect(tests.code == 1)
        #expect(tests.output.hasPrefix("test \"never_much is broken\"\n  given amount = 1000.01 USD"))
        let pasted = ProofSamples.promises + "\n" + tests.output
        try session.write("desk.writ", pasted)
        #expect(session.run("check", "@", "--no-analysis").output == "no problems in 1 file\n")
        let run = session.run("test", "@")
        #expect(run.code == 1)
        #expect(run.output.contains("failed never_much is broken"))
        // With these in the policy, the next ones have other names.
        #expect(session.run("prove", "@", "--as-tests").output.contains("test \"never_much is broken (2)\""))
    }

    @Test func toolsGetTheSameCases() throws {
        let json = try session().run("prove", "@", "--format", "json")
        #expect(json.code == 1)
        let root = try JSONSchema.read(json.output)
        #expect(root["steps"]?.integer == 20_000)
        let promises = try #require(root["promises"]?.elements)
        #expect(promises.map { $0["verdict"]?.scalar } == ["proved", "refuted", "refuted", "proved"])
        let pair = try #require(promises[2]["cases"]?.elements)
        #expect(pair.map { $0["facts"]?["amount"]?.scalar } == ["9.99 USD", "100.00 USD"])
        #expect(pair.map { $0["test"]?.scalar.contains("broken, before") } == [true, false])
    }

    @Test func annotationsNameThePromise() throws {
        let lines = try session().run("prove", "@", "--format", "github").lines
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("::error file=@/desk.writ,line=29,endLine=29,col=8,endColumn=18,title=W0915 "))
        #expect(lines[1].contains("`more_never_less` is broken by two cases"))
        #expect(lines[1].contains("broken, before") && lines[1].contains("broken, after"))
    }
}
