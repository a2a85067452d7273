import PageSupport
import Testing
import WritKit

/// `docs/ci.md` is tried as written: the steps of its workflow and its hook run in repositories made for it.
@Suite struct ContinuousIntegrationTests {
    private static let policy = """
        policy desk.answer

        type Answer = pay | ask

        fact amount : money(USD) between 0 USD and 1_000 USD

        param limit : money(USD) = 500 USD  between 0 USD and 1_000 USD
          source house

        decision answer : Answer
          first

          rule large
            when amount > limit
            then ask

          otherwise pay

        always nothing_above_the_limit
          answer is pay implies amount <= limit

        test "small: pay"
          given amount = 10 USD
          expect answer is pay

        """

    private static let badlyLaidOut = policy.replacing("when amount", with: "when   amount")
    private static let failing = policy.replacing("expect answer is pay", with: "expect answer is ask")
    private static let broken = policy.replacing("when amount", with: "when amont")

    /// A repository with the policy on `main`, cloned to `work`.
    private func repository() throws -> Shell {
        let shell = try Shell()
        try shell.folder.write(Array(Self.policy.utf8), to: "origin/rules/answer.writ")
        let made = try shell.run(
            """
            git init -q -b main origin
            git -C origin add -A
            git -C origin commit -qm 'Begin'
            git clone -q origin work
            """)
        try #require(made.status == 0, "\(made.output)")
        return shell
    }

    private func steps() throws -> [WorkflowStep] {
        let blocks = try Repository.page("docs/ci.md").blocks.filter { $0.has("workflow") }
        return WorkflowStep.all(in: try #require(blocks.first).text)
    }

    @Test func theWorkflowPassesAsWritten() throws {
        var shell = try repository()
        shell.preamble = "export POLICIES=rules GITHUB_BASE_REF=main\n"
        var ran: [String] = []
        for step in try steps() where !step.needsService {
            if step.script.contains("writ diff"), try shell.run("writ diff --help").status != 0 { continue }
            let (output, status) = try shell.run(step.script, in: "work")
            #expect(status == 0, "\(step.name) ends with \(status):\n\(output)")
            ran.append(step.name)
        }
        #expect(ran.starts(with: ["Layout", "Check", "Test", "Prove"]), "\(ran)")
        let left = try FileSystem.names(in: FilePath.join(shell.folder.path, "work"))
        #expect(left.contains("check.sarif") && left.contains("tests.xml"))
    }

    @Test(arguments: [
        ("Layout", badlyLaidOut), ("Check", broken), ("Test", failing),
        ("Prove", policy.replacing("amount <= limit", with: "amount < limit")),
    ])
    func eachStepStopsWhatItIsFor(_ change: (step: String, policy: String)) throws {
        var shell = try repository()
        shell.preamble = "export POLICIES=rules GITHUB_BASE_REF=main\n"
        try shell.folder.write(Array(change.policy.utf8), to: "work/rules/answer.writ")
        let step = try #require(try steps().first { $0.name == change.step })
        let (output, status) = try shell.run(step.script, in: "work")
        #expect(status == 1, "\(output)")
    }

    // MARK: The hook

    /// The repository with the hook in it, installed as the page says.
    private func hooked() throws -> Shell {
        let shell = try repository()
        let block = try #require(try Repository.page("docs/ci.md").blocks.first { $0.has("install") })
        let command = block.text.replacing("../writ/", with: Repository.root + "/")
        let (output, status) = try shell.run(command, in: "work")
        #expect(status == 0 && output == "installed: .git/hooks/pre-commit\n", "\(output)")
        return shell
    }

    private func commit(_ text: String?, _ shell: Shell, file: String = "rules/answer.writ") throws -> (String, Int32) {
        if let text { try shell.folder.write(Array(text.utf8), to: "work/" + file) }
        let (output, status) = try shell.run("git add -A && git commit -qm 'Change'", in: "work")
        return (output, status)
    }

    @Test func theHookRefusesWhatIsWrong() throws {
        let shell = try hooked()
        let layout = try commit(Self.badlyLaidOut, shell)
        #expect(layout.1 == 1 && layout.0.contains("help: `writ fmt rules` lays them out"), "\(layout.0)")
        let mistake = try commit(Self.broken, shell)
        #expect(mistake.1 == 1 && mistake.0.contains("--> rules/answer.writ:"), "\(mistake.0)")
        let test = try commit(Self.failing, shell)
        #expect(test.1 == 1 && test.0.contains("failed small: pay"), "\(test.0)")
        let sound = try commit(Self.policy.replacing("500 USD", with: "400 USD"), shell)
        #expect(sound.1 == 0, "\(sound.0)")
    }

    @Test func theHookLooksAtTheCommitAlone() throws {
        let shell = try hooked()
        // A broken policy elsewhere, committed past the hook, is no business of a commit that does not touch it.
        try shell.folder.write(Array(Self.broken.utf8), to: "work/old desk/answer.writ")
        #expect(try shell.run("git add -A && git commit -qnm 'Old'", in: "work").status == 0)
        let note = try commit("A note.\n", shell, file: "notes.txt")
        #expect(note.1 == 0 && note.0 == "", "\(note.0)")
        // What is staged is sound, what lies in the folder is not.
        let sound = Self.policy.replacing("500 USD", with: "400 USD")
        try shell.folder.write(Array(sound.utf8), to: "work/rules/answer.writ")
        #expect(try shell.run("git add -A", in: "work").status == 0)
        try shell.folder.write(Array(Self.broken.utf8), to: "work/rules/answer.writ")
        let (output, status) = try shell.run("git commit -qm 'Staged'", in: "work")
        #expect(status == 0, "\(output)")
        // A case in a folder below belongs to the policy above it; a blank in a name harms nothing.
        try shell.folder.write(Array(Self.policy.utf8), to: "work/rules/answer.writ")
        try shell.folder.write(Array(Self.policy.utf8), to: "work/old desk/answer.writ")
        let wrong = "- name: x\n  decision: answer\n  facts: {amount: 10 USD}\n  expect: {outcome: ask}\n"
        let cases = try commit(wrong, shell, file: "old desk/cases/x.yaml")
        #expect(cases.1 == 1 && cases.0.contains("failed x"), "\(cases.0)")
        // Nothing is left of a policy that is taken away.
        let gone = try shell.run("rm -r 'old desk' && git add -A && git commit -qm 'Gone'", in: "work")
        #expect(gone.status == 0, "\(gone.output)")
    }

    @Test func theHookDoesNotReplaceAnother() throws {
        let shell = try hooked()
        let hook = Repository.path("scripts/pre-commit")
        #expect(try shell.run("'\(hook)' --install", in: "work").status == 0)
        let (output, status) = try shell.run(
            "echo exit >> .git/hooks/pre-commit; '\(hook)' --install", in: "work")
        #expect(status == 1 && output.contains("there is a hook already"))
    }

    @Test func theHookSaysWhatItNeeds() throws {
        let shell = try hooked()
        try shell.folder.write(Array((Self.policy + "\n").utf8), to: "work/rules/answer.writ")
        let (output, status) = try shell.run("export WRIT=/nowhere/writ; git commit -qam 'Change'", in: "work")
        #expect(status == 1 && output.contains("there is no `/nowhere/writ`"), "\(output)")
    }
}
