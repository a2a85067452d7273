import PageSupport
import Testing
import WritDiagnostics
import WritKit
import WritSource
import WritSyntax

/// The manual is run: its programs are checked, their tests pass, its mistakes are the ones it names, its commands print
/// what it shows.
@Suite struct ManualTests {
    @Test(arguments: try ManualPage.all())
    func programsAreSoundAndTheirTestsPass(_ page: ManualPage) throws {
        for chapter in page.chapters { try check(page.program(of: chapter), chapter.place) }
        let files = page.files(withPolicies: true)
        if !files.policyNames.isEmpty { try check(files, "\(page.page.path), its files") }
    }

    private func check(_ program: Program, _ place: String) throws {
        let folder = try program.written()
        let compilation = Compilation(paths: program.policyNames.map { FilePath.join(folder.path, $0) })
        #expect(compilation.diagnostics.isEmpty, "\(place)\n\(compilation.diagnostics.shown)")
        guard let policy = compilation.policy else { return }
        var collector = TestCollector(policy: policy)
        var runner = TestRunner(policy: policy)
        for test in collector.collect(beside: [folder.path]) {
            let outcome = runner.run(test)
            let differences = outcome.differences.map { "  \($0.what): expected \($0.expected), got \($0.actual)" }
            #expect(
                outcome.differences.isEmpty, "\(place), test \"\(test.name)\"\n\(differences.joined(separator: "\n"))")
            #expect(outcome.disagreement == nil, "\(place), test \"\(test.name)\": the evaluators disagree")
        }
        #expect(collector.sink.diagnostics.isEmpty, "\(place)\n\(collector.sink.diagnostics.shown)")
    }

    @Test(arguments: try ManualPage.all())
    func mistakesAreTheOnesNamed(_ page: ManualPage) throws {
        for chapter in page.chapters {
            for (index, block) in chapter.blocks.enumerated() {
                guard let code = block.value("error") else { continue }
                let found = try page.program(of: chapter, upTo: index, plus: block).check().diagnostics
                #expect(found.codes == [code], "\(block.place) gives\n\(found.shown)")
            }
        }
    }

    @Test(arguments: try ManualPage.all())
    func blocksAreFormatted(_ page: ManualPage) {
        for block in page.page.blocks where block.language == "writ" {
            var sink = DiagnosticSink()
            let tree = Parser.parse(SourceFile(path: block.place, text: block.text), sink: &sink)
            if sink.hasErrors { continue }
            let formatted = Formatter.format(tree)
            #expect(formatted == block.text, "\(block.place) is formatted as\n\(formatted)")
        }
    }

    @Test(arguments: try ManualPage.all())
    func commandsPrintWhatThePageShows(_ page: ManualPage) throws {
        for block in page.page.blocks where block.language == "console" {
            let session = Session(block)
            for (step, output, _) in try session.run(in: try folder(for: session, at: block, of: page)) {
                #expect(step.matches(output), "\(block.place): `\(step.line)` prints\n\(output)")
            }
        }
    }

    /// The README of the project and those of the packs, from the project's folder.
    @Test(arguments: try ["README.md"] + Repository.files(below: "rules", ending: "README.md"))
    func theReadmesCommandsPrintWhatItShows(_ readme: String) throws {
        let page = try Repository.page(readme)
        for block in page.blocks where block.language == "console" {
            for (step, output, _) in try Session(block).run(in: Repository.root) {
                #expect(step.matches(output), "\(block.place): `\(step.line)` prints\n\(output)")
            }
        }
    }

    /// The page's files, and the program above the block under the name that the commands have for it.
    private func folder(for session: Session, at block: Block, of page: ManualPage) throws -> ScratchFolder {
        let files = page.files(withPolicies: true)
        guard let name = session.policyNames.first(where: { files.text(of: $0) == nil }),
            let chapter = page.chapter(above: block)
        else { return try files.written() }
        return try page.program(of: chapter, named: name).written()
    }
}
