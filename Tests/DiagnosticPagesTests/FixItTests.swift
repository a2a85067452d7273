import PageSupport
import Testing
import WritDiagnostics
import WritKit

/// A fix-it mends what it stands at: applied, it raises nothing new.
@Suite struct FixItTests {
    @Test(arguments: try CodePage.all())
    func mendsTheMistake(_ page: CodePage) throws {
        if page.isWithoutExample || page.showsCommands { return }
        let example = Example(page: page, side: .before)
        for diagnostic in try example.diagnostics() where !diagnostic.fixIts.isEmpty {
            let program = try apply(diagnostic.fixIts, to: example.program())
            let folder = try program.written()
            let found = Compilation(paths: program.policyNames.map { FilePath.join(folder.path, $0) }).diagnostics
            let rest = found.filter { $0.severity == .error }
            #expect(rest.isEmpty, "\(page.code), “\(diagnostic.message)”: after the fix there is\n\(rest.shown)")
        }
    }

    @Test func thereAreFixItsToTry() throws {
        let pages = try CodePage.all().filter { !$0.isWithoutExample && !$0.showsCommands }
        let found = try pages.filter { page in
            try Example(page: page, side: .before).diagnostics().contains { !$0.fixIts.isEmpty }
        }
        #expect(found.count >= 15, "only the examples of \(found.map(\.code)) have a fix-it")
    }

    /// The program with its edits made, the last first, so that the others keep their places.
    private func apply(_ fixIts: [FixIt], to program: Program) throws -> Program {
        var mended = Program()
        for file in program.files {
            var bytes = file.bytes
            let own = fixIts.filter { FilePath.name(of: $0.location.file.path) == FilePath.name(of: file.name) }
            for fix in own.sorted(by: { $0.location.range.lower > $1.location.range.lower }) {
                bytes.replaceSubrange(fix.location.range.lower..<fix.location.range.upper, with: fix.replacement.utf8)
            }
            mended.append(bytes, to: file.name)
        }
        return mended
    }
}
