import WritDiagnostics
import WritFacts
import WritKit
import WritSemantics
import WritSource

/// Asks a policy about the cases of a facts file, and keeps the score for the exit code.
struct Asker {
    let policy: Policy
    private let console: Console
    private let decisions: [DecisionID]
    private let asksAll: Bool
    private let params: ParamSet
    private let arguments: [Datum]
    private let language: String?
    private let presets: [FactID: Datum]
    private let reach: ReachedFacts
    private var isInputBroken = false
    private var saysNo = false

    /// Makes everything ready that does not depend on a case.
    init(_ options: QuestionOptions, console: Console) throws {
        self.console = console
        policy = try Policy(paths: options.paths)
        let warnings = policy.warnings
        if !warnings.isEmpty { console.error(RichRenderer(color: console.colorsError).render(warnings)) }
        asksAll = options.decision == nil
        let policy = policy
        decisions = try options.decision.map { [try policy.decision(named: $0)] } ?? policy.askable
        language = try policy.language(options.locale)
        presets = try policy.presets(asOf: options.asOf)
        reach = ReachedFacts(by: decisions, in: policy.model)
        let settings = try SettingReader(policy: policy, options: options)
        params = try settings.params()
        arguments = asksAll ? try settings.noArguments() : try settings.arguments(of: decisions[0])
    }

    /// Goes through the cases; each answer goes to `take`.
    mutating func ask(_ options: QuestionOptions, _ take: (Decided, _ isMany: Bool) throws -> Void) throws {
        var sink = DiagnosticSink()
        let progress = Progress(console, "cases")
        defer { progress.finish() }
        var cases = try CaseStream(path: options.facts, format: options.documentFormat, console: console, sink: &sink)
        defer { cases.finish() }
        report(&sink)
        var session = DecisionSession(policy)
        while let document = try cases.next(sink: &sink) {
            if let node = document.root {
                try ask(node, cases.isMany, &session, &sink, take)
            } else {
                isInputBroken = true
            }
            report(&sink)
            progress.step()
        }
    }

    /// Throws what the run amounts to, unless all is well.
    func conclude() throws(ExitStatus) {
        if isInputBroken { throw .input }
        if saysNo { throw .no }
    }

    // MARK: One case

    private mutating func ask(
        _ node: DocumentNode, _ isMany: Bool, _ session: inout DecisionSession, _ sink: inout DiagnosticSink,
        _ take: (Decided, Bool) throws -> Void
    ) throws {
        guard let bound = policy.binder.read(node, for: reach, presets: presets, sink: &sink) else {
            isInputBroken = true
            return
        }
        var answered = 0
        for decision in decisions {
            let name = policy.name(of: decision)
            guard bound.check(against: policy.reach(of: decision), decision: name, sink: &sink) else { continue }
            answered += 1
            let question = Question(
                decision, facts: bound.facts, params: params, arguments: arguments, language: language)
            let decided = session.decide(question)
            if !decided.isSound { saysNo = true }
            try take(decided, isMany || asksAll && decisions.count > 1)
        }
        // Of all decisions some may need more than the case tells; of the one asked for, all is needed.
        if answered == 0 { isInputBroken = true }
    }

    private func report(_ sink: inout DiagnosticSink) {
        if sink.diagnostics.isEmpty { return }
        console.error(RichRenderer(color: console.colorsError).render(sink.diagnostics))
        sink = DiagnosticSink()
    }
}

extension Policy {
    /// The decisions that need no argument.
    var askable: [DecisionID] { decisionIDs.filter { model[$0].parameters.isEmpty } }
}
