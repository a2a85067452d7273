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
        let settings = SettingReader(
            policy: policy, decision: asksAll ? nil : decisions[0], params: options.params,
            paramsFile: options.paramsFile, arguments: options.arguments)
        params = try settings.paramSet()
        arguments = asksAll ? try settings.noArguments() : try settings.values(of: decisions[0])
    }

    /// Goes through the cases; each answer, and each refusal, goes to `take`.
    mutating func ask(_ input: CaseInput?, _ take: (Reply) throws -> Void) throws {
        var sink = DiagnosticSink()
        let progress = Progress(console, "cases")
        defer { progress.finish() }
        var cases = try CaseStream(input, sink: &sink)
        report(&sink)
        var session = DecisionSession(policy)
        while let document = try cases.next(sink: &sink) {
            if let node = document.root {
                try ask(node, cases.isMany, &session, &sink, take)
            } else {
                try refuse(nil, sink, take)
            }
            report(&sink)
            progress.step(fraction: cases.fraction)
        }
    }

    /// Goes through the lines of the input, and prints the answers to the one decision that is asked.
    mutating func askLines(_ input: CaseInput, jobs: Int) throws {
        let prepared = PreparedDecision(
            policy, decisions[0], params: params, arguments: arguments, presets: presets, language: language)
        var reader = LineChunkReader(path: input.name, source: input.source())
        var batch = Batch(prepared, jobs: jobs, console: console)
        defer {
            if batch.hasRefused { isInputBroken = true }
            if batch.hasUnsound { saysNo = true }
        }
        try batch.run(&reader) { input.fraction($0) }
    }

    /// Throws what the run amounts to, unless all is well.
    func conclude() throws(ExitStatus) {
        if isInputBroken { throw .input }
        if saysNo { throw .no }
    }

    // MARK: One case

    private mutating func ask(
        _ node: DocumentNode, _ isMany: Bool, _ session: inout DecisionSession, _ sink: inout DiagnosticSink,
        _ take: (Reply) throws -> Void
    ) throws {
        guard let bound = policy.binder.read(node, for: reach, presets: presets, sink: &sink) else {
            return try refuse(node.caseName, sink, take)
        }
        let passedOver = passedOver(bound)
        // Of all decisions some may need more than the case tells; of the one asked for, all is needed.
        if passedOver.count == decisions.count, !decisions.isEmpty {
            var lacks = DiagnosticSink()
            for decision in decisions {
                _ = bound.check(
                    against: policy.reach(of: decision), decision: policy.name(of: decision), sink: &lacks)
            }
            if decisions.count == 1 { sink.absorb(lacks) } else { report(passedOver, of: bound, isMany) }
            return try refuse(bound.facts.id, lacks, take)
        }
        report(passedOver, of: bound, isMany)
        for decision in decisions where passedOver[decision] == nil {
            let question = Question(
                decision, facts: bound.facts, params: params, arguments: arguments, language: language)
            let decided = session.decide(question)
            if !decided.isSound { saysNo = true }
            try take(.answer(decided, isMany: isMany || asksAll && decisions.count > 1))
        }
    }

    private mutating func refuse(_ id: String?, _ sink: DiagnosticSink, _ take: (Reply) throws -> Void) throws {
        isInputBroken = true
        let errors = sink.diagnostics.filter { $0.severity == .error }
        let only = decisions.count == 1 ? policy.name(of: decisions[0]) : nil
        try take(.refusal(Refusal(policy: policy, decision: only, id: id, errors: errors)))
    }

    /// The decisions that need more than the case tells, with what they lack.
    private func passedOver(_ bound: BoundCase) -> [DecisionID: [String]] {
        var passedOver: [DecisionID: [String]] = [:]
        for decision in decisions {
            let lacking = bound.lacking(for: policy.reach(of: decision))
            if !lacking.isEmpty { passedOver[decision] = lacking }
        }
        return passedOver
    }

    /// A line for each.
    private func report(_ passedOver: [DecisionID: [String]], of bound: BoundCase, _ isMany: Bool) {
        let ink = Ink(isOn: console.colorsError)
        let of = isMany ? bound.facts.id.map { " of case \($0)" } ?? "" : ""
        for decision in decisions {
            guard let lacking = passedOver[decision] else { continue }
            let name = ink.bold(VisibleText.oneLine(policy.name(of: decision)))
            let rest = VisibleText.oneLine("\(of) is not answered: it needs \(Spelling.list(lacking))")
            console.error("\(name)\(rest)\n")
        }
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
