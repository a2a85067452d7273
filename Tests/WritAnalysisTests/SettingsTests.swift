import Testing
import WritAnalysis
import WritDiagnostics
import WritKit

@Suite("Settings in `writ.yaml`")
struct SettingsTests {
    private let policy = "policy p\nfact idle : boolean\ndecision d : text\n  first\n  otherwise \"a\"\n"

    private func severities(_ files: [String: String], _ paths: String...) throws -> [String] {
        let folder = try AnalysisFolder(files)
        let report = try #require(try Compilation(paths: paths.map { folder.path + "/" + $0 }).analyse())
        return report.findings.map { "\($0.severity.rawValue) \($0.finding.kind.rawValue)" }
    }

    private func complaint(_ text: String) throws -> Diagnostic {
        let folder = try AnalysisFolder(["p.writ": policy, "writ.yaml": text])
        let error = #expect(throws: PolicyError.self) { try Compilation(paths: [folder.path]).analyse() }
        #expect(error?.kind == .input)
        return try #require(error?.diagnostics.first)
    }

    @Test("The nearest file counts, alone")
    func nearest() throws {
        let files = [
            "writ.yaml": "findings: {unused: error}\n", "a/p.writ": policy,
            "b/p.writ": policy.replacing("policy p", with: "policy q"), "b/writ.yaml": "findings:\n  unused: note\n",
        ]
        #expect(try severities(files, "a") == ["error unused"])
        #expect(try severities(files, "b/p.writ") == ["note unused"])
        #expect(try severities(files, "a", "b") == ["error unused", "note unused"])
    }

    @Test("Off is not told; an empty file says nothing")
    func off() throws {
        #expect(try severities(["p.writ": policy, "writ.yaml": "findings: {unused: off}\n"], "p.writ") == [])
        #expect(try severities(["p.writ": policy, "writ.yaml": ""], "p.writ") == ["warning unused"])
        #expect(try severities(["p.writ": policy, "writ.yaml": "findings:\n"], "p.writ") == ["warning unused"])
    }

    @Test("Nothing above the repository's root is read")
    func root() throws {
        let files = ["writ.yaml": "findings: {unused: error}\n", "repo/.git/HEAD": "", "repo/rules/p.writ": policy]
        #expect(try severities(files, "repo/rules") == ["warning unused"])
    }

    @Test("A misspelt kind, severity or setting has a place and a suggestion")
    func mistakes() throws {
        let kind = try complaint("findings:\n  unusd: error\n")
        #expect(kind.code.id == "W0723")
        #expect(kind.primary.location.text == "unusd")
        #expect(kind.help == "did you mean `unused`?")
        let level = try complaint("findings:\n  unused: eror\n")
        #expect(level.code.id == "W0724")
        #expect(level.help == "did you mean `error`?")
        #expect(try complaint("finding: {}\n").help == "did you mean `findings`?")
        #expect(try complaint("- unused\n").code.id == "W0721")
        #expect(try complaint("findings: [unused]\n").code.id == "W0721")
        #expect(try complaint("findings: {unused: [error]}\n").code.id == "W0721")
    }
}
