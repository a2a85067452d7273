import PageSupport
import WritAnalysis
import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// One side of a page's example: what is said about it.
struct Example {
    let page: CodePage
    let side: CodePage.Side

    /// The policy of blocks that name no file.
    static let policyName = "desk.writ"

    /// The day on which the pages are read, counted from 1970-01-01: 2026-07-01.
    private static let today = 20_635

    /// Everything that the policy, or else the documents and cases for it, are told.
    func diagnostics() throws -> [Diagnostic] {
        let folder = try program().written()
        let paths = program().policyNames.filter(isGiven).map { FilePath.join(folder.path, $0) }
        if paths.isEmpty { return [] }
        let compilation = Compilation(paths: paths)
        guard compilation.diagnostics.isEmpty, let policy = compilation.policy else { return compilation.diagnostics }
        var collector = TestCollector(policy: policy)
        _ = collector.collect(beside: [folder.path])
        let told = documents.flatMap { diagnostics(of: $0, for: policy) } + collector.sink.diagnostics
        return told.isEmpty ? findings(compilation, policy) : told
    }

    /// What the analysis finds, on the pages about it; the examples of the others are too small to be without findings.
    private func findings(_ compilation: Compilation, _ policy: Policy) -> [Diagnostic] {
        let codes = (FindingCodes.all + SettingsCodes.all).map(\.id)
        guard codes.contains(page.code) else { return [] }
        do {
            guard let report = try compilation.analyse(today: Self.today) else { return [] }
            return policy.diagnostics(of: report).standing
        } catch { return error.diagnostics }
    }

    /// The commands of the example, each with what it prints.
    func commands() throws -> [(step: Session.Step, output: String, status: Int32)] {
        let folder = try program().written()
        return try page.blocks(side).filter { $0.language == "console" }.flatMap { try Session($0).run(in: folder) }
    }

    /// The files of the example.
    func program() -> Program {
        var program = Program()
        for block in page.blocks(side) where block.language == "writ" || block.file != nil {
            let name = block.file ?? Self.policyName
            if program.text(of: name) == nil, name.hasSuffix(".writ"), !block.startsPolicy, !block.has("bare") {
                program.append("policy example.desk\n", to: name)
            }
            program.append(block.bytes, to: name)
        }
        return program
    }

    /// A policy in a folder of its own is there to be found by `use`.
    private func isGiven(_ name: String) -> Bool { !name.contains("/") }

    // MARK: Documents

    private var documents: [Block] {
        page.blocks(side).filter { DocumentFormat(rawValue: $0.language) != nil && $0.file == nil }
    }

    private func diagnostics(of block: Block, for policy: Policy) -> [Diagnostic] {
        var sink = DiagnosticSink()
        let file = SourceFile(path: "case.\(block.language)", bytes: block.bytes)
        let format = DocumentFormat(rawValue: block.language)!
        let reach = ReachedFacts(by: policy.decisionIDs, in: policy.model)
        let decision = policy.decisions.first ?? ""
        for document in DocumentReader.read(file, as: format, limits: limits, sink: &sink) {
            guard let root = document.root else { continue }
            _ = FactBinder(policy.model).bind(root, for: reach, decision: decision, sink: &sink)
        }
        return sink.diagnostics
    }

    /// Small enough for a page to show a document that is too large.
    private var limits: DocumentLimits {
        var limits = DocumentLimits()
        for block in page.blocks(side) {
            if let bytes = block.value("max-bytes").flatMap(Int.init) { limits.maxBytes = bytes }
            if let nodes = block.value("max-values").flatMap(Int.init) { limits.maxNodes = nodes }
            if let depth = block.value("max-depth").flatMap(Int.init) { limits.maxDepth = depth }
        }
        return limits
    }
}
