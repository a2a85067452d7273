import ArgumentParser
import WritDiagnostics
import WritFacts
import WritKit
import WritSource
import WritValues

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", _superCommandName: "writ",
        abstract: "Say what a change of a policy does to its decisions.",
        usage: """
            writ diff OLD NEW [--decision <decision>] [--facts <facts>] [--format <format>]
            writ diff PATH --git <revision> [--decision <decision>] [--facts <facts>] [--format <format>]
            """,
        discussion: """
            Prints each kind of cases that are decided differently once: what answered before and what answers now, which cases \
            these are, one of them with both answers, and the edit that does it. That nothing changes is proved, and said; where it \
            could not be proved, that is said too, with what made it hard.

            With --facts it counts how many of the cases there fall into each kind.

            Ends with 0 when it is proved that no case is decided differently, or no change was found; with 1 when cases are; with \
            3 when the new version has errors or findings of `check` that the old one did not have, or something cannot be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, sarif, github }

    @Argument(
        help: "The old and the new version, each a policy file or a folder; with --git, what to compare.",
        completion: .file())
    var paths: [String]

    @Option(
        name: .customLong("git"),
        help: ArgumentHelp("Compare what is here with what it was at this revision.", valueName: "revision"))
    var revision: String?

    @Option(help: "Only this decision.")
    var decision: String?

    @Option(help: "Cases to count, best NDJSON; - for standard input.", completion: .file())
    var facts: String?

    @Option(help: "How the cases are written; told by the file's ending if not given, else by what is in it.")
    var inputFormat: QuestionOptions.InputFormat?

    @Option(
        help:
            "text for people, markdown for a pull request, json for tools, sarif or github for continuous integration.")
    var format = Format.text

    @Flag(inversion: .prefixedNo, help: "Look for findings of check that the old version did not have.")
    var findings = true

    @Option(
        help: ArgumentHelp("The day that acceptances are held against; without it the machine's.", valueName: "date"))
    var today: String?

    func validate() throws {
        if let today, CivilDate(iso: today) == nil {
            throw ValidationError("--today is a day, such as 2026-01-31.")
        }
        if revision == nil, paths.count != 2 {
            throw ValidationError("diff compares two versions: OLD and NEW, or PATH with --git and a revision.")
        }
    }

    func run() throws {
        let console = Console.current
        let (old, new) = try versions()
        guard old.policy != nil, new.policy != nil else { return try refuse(old, new, console) }
        var comparison = try PolicyComparison(old: old, new: new, decision: decision)
        if findings {
            let day = today.flatMap { CivilDate(iso: $0) }.map { Int($0.dayNumber) } ?? Today.dayNumber
            comparison = try comparison.withNewFindings(old: old, new: new, today: day)
        }
        var counts: CaseCounts?
        var isBroken = false
        if let facts {
            var history = DiffHistory(console)
            counts = try history.count(facts, inputFormat?.documentFormat, comparison)
            isBroken = history.isBroken
        }
        if let counts { comparison = comparison.counted(counts) }
        try console.untilClosed { try console.output(text(comparison, counts, console)) }
        if !comparison.newFindings.isEmpty || isBroken { throw ExitStatus.input }
        if comparison.hasChanges || counts?.hasChanges == true { throw ExitStatus.no }
    }

    private func versions() throws -> (old: Compilation, new: Compilation) {
        guard let revision else { return (Compilation(paths: [paths[0]]), Compilation(paths: [paths[1]])) }
        let old = try GitRevision(revision, near: paths[0]).compilation(of: paths)
        return (old, Compilation(paths: paths))
    }

    /// What has errors decides no case, so there is nothing to compare.
    private func refuse(_ old: Compilation, _ new: Compilation, _ console: Console) throws {
        let found = [old, new].filter { $0.policy == nil }.flatMap(\.diagnostics)
        switch format {
        case .sarif: try console.output(SARIFRenderer(toolVersion: WritVersion.current).render(found))
        case .github: try console.output(GitHubRenderer().render(found))
        default: console.error(RichRenderer(color: console.colorsError).render(found))
        }
        throw ExitStatus.input
    }

    private func text(_ comparison: PolicyComparison, _ counts: CaseCounts?, _ console: Console) -> String {
        switch format {
        case .text: DiffText(comparison, counts, color: console.colorsOutput).text
        case .json: DiffJSON(comparison, counts).text
        case .markdown: DiffMarkdown(comparison, counts).text
        case .sarif: SARIFRenderer(toolVersion: WritVersion.current).render(comparison.diagnostics)
        case .github: GitHubRenderer().render(comparison.diagnostics)
        }
    }
}

/// Counts the cases of a file.
struct DiffHistory {
    /// Whether there were cases that neither version takes.
    private(set) var isBroken = false
    private let console: Console

    init(_ console: Console) { self.console = console }

    mutating func count(
        _ path: String, _ format: DocumentFormat?, _ comparison: PolicyComparison
    ) throws -> CaseCounts {
        var sink = DiagnosticSink()
        let progress = Progress(console, "cases")
        defer { progress.finish() }
        let input = try CaseInput(path, format, console)
        defer { input.close() }
        var stream = try CaseStream(input, sink: &sink)
        report(&sink)
        var counter = CaseCounter(comparison)
        while let document = try stream.next(sink: &sink) {
            if let node = document.root { counter.count(node, sink: &sink) } else { counter.countUnread() }
            report(&sink)
            progress.step(fraction: stream.fraction)
        }
        return counter.counts
    }

    private mutating func report(_ sink: inout DiagnosticSink) {
        if sink.diagnostics.isEmpty { return }
        if sink.hasErrors { isBroken = true }
        console.error(RichRenderer(color: console.colorsError).render(sink.diagnostics))
        sink = DiagnosticSink()
    }
}
