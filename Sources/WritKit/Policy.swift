import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics
import WritSource

/// A policy that has been checked and made ready to run.
///
/// ```swift
/// let policy = try Policy(path: "rules/service-desk")
/// let answer = try policy.decide("resolution", yaml: text)
/// print(answer.outcome, answer.because)
/// ```
/// A value without state: one policy may be asked from any number of threads at once.
public struct Policy: Sendable {
    private let content: Content

    /// What the policy means, for tools.
    public var model: CheckedModel { content.model }
    /// What the checker warned of.
    public var warnings: [Diagnostic] { content.warnings + [engine.flaw].compactMap(\.self) }
    /// Turns documents into the facts of its cases.
    public var binder: FactBinder { content.binder }
    var engine: DecisionEngine { content.engine }
    /// Writes values as policies spell them.
    var literals: DatumText { content.literals }

    /// Reads and checks the policy at a path: a file, or a folder with all policies in it.
    ///
    /// - Throws: every mistake in the files with its place, or what keeps them from being read.
    public init(path: String) throws(PolicyError) { try self.init(paths: [path]) }

    /// Reads and checks the policy that several files or folders make up, with what they use.
    ///
    /// Takes time in proportion to the files; a service does it once, or lets a ``PolicyStore`` do it.
    ///
    /// - Throws: every mistake in the files with its place, or what keeps them from being read.
    public init(paths: [String]) throws(PolicyError) {
        let compilation = Compilation(PolicyLoader.load(paths))
        guard let policy = compilation.policy else { throw compilation.failure }
        self = policy
    }

    /// Checks a policy given as text. What it uses is looked for beside `path`.
    ///
    /// - Parameter path: what messages call the text. There need not be such a file.
    /// - Throws: every mistake in the text, and in what it uses, with its place.
    public init(text: String, path: String = "policy.writ") throws(PolicyError) {
        try self.init(bytes: Array(text.utf8), path: path)
    }

    /// Checks a policy given as the bytes of its text, which are checked to be UTF-8.
    public init(bytes: [UInt8], path: String = "policy.writ") throws(PolicyError) {
        let compilation = Compilation(PolicyLoader.load(SourceFile(path: path, bytes: bytes)))
        guard let policy = compilation.policy else { throw compilation.failure }
        self = policy
    }

    init(model: CheckedModel, warnings: [Diagnostic]) {
        content = Content(model: model, warnings: warnings)
    }

    /// The policy's name: that in the header of its first file.
    public var name: String { model.name }

    /// A fingerprint of everything that was read: the 64 hexadecimal digits of its SHA-256.
    ///
    /// The same digest is the same text, down to its comments, and so the same answers.
    public var digest: String { model.digest }

    /// The names of the decisions, in the order declared.
    public var decisions: [String] { decisionIDs.map { name(of: $0) } }

    /// The decisions as the engine numbers them, in the order declared.
    public var decisionIDs: [DecisionID] { model.decisions.indices.map { DecisionID($0) } }

    /// What the facts of a case must at least tell for a decision.
    public func reach(of decision: DecisionID) -> ReachedFacts { content.reach(of: decision) }

    /// What all copies of a policy share, for tests of when it goes.
    var identity: AnyObject { content }

    /// What the decisions read between them.
    var reachOfAll: ReachedFacts { content.reachOfAll }

    /// Writes values as hosts read them.
    func json(in language: String?) -> DatumJSON {
        content.json[language] ?? DatumJSON(model: model, language: language)
    }

    // MARK: Names

    /// The decision's name, with that of its policy where two policies have one of that name.
    public func name(of decision: DecisionID) -> String { content.names[decision.index] }

    /// The decision of a name, or of a policy's and its own name.
    public func decision(named name: String) throws(PolicyError) -> DecisionID {
        if let decision = content.decisions[name] { return decision }
        let found = decisionIDs.filter {
            let heading = model[$0].heading
            return heading.name == name || "\(heading.policy).\(heading.name)" == name
        }
        if found.count == 1 { return found[0] }
        if found.isEmpty { throw unknown(name) }
        throw .wrong(
            .unknownDecision, "more than one policy has a decision `\(name)`", name,
            help: "ask for one of \(Spelling.list(found.map { self.name(of: $0) }))")
    }

    private func unknown(_ name: String) -> PolicyError {
        let all = decisions.isEmpty ? "it has none" : "it has \(Spelling.list(decisions))"
        return .wrong(
            .unknownDecision, "`\(self.name)` has no decision `\(name)`", name,
            help: Spelling.question(name, among: decisions) ?? all)
    }

    /// A rule as answers name it.
    func name(of rule: RuleReference, in decision: DecisionID) -> String {
        switch rule {
        case .rule(let index): model[decision].rules[index].name
        case .otherwise: "otherwise"
        case .undetermined: "when undetermined"
        }
    }

    /// Where a rule was written.
    public func location(of rule: RuleReference, in decision: DecisionID) -> SourceLocation? {
        switch rule {
        case .rule(let index): model[decision].rules[index].location
        case .otherwise: model[decision].otherwise?.location
        case .undetermined: model[decision].undetermined?.location
        }
    }
}

extension Policy {
    /// Everything that is the same for all cases, in one place: a policy goes along with each answer and must be cheap to copy.
    fileprivate final class Content: Sendable {
        let model: CheckedModel
        let warnings: [Diagnostic]
        let binder: FactBinder
        let engine: DecisionEngine
        /// The branching program with the policy's own params, once somebody needed it.
        let program = Guarded<BranchProgram?>(nil)
        /// The decisions' names, by number, and their numbers by these names: asked for in every question.
        let names: [String]
        let decisions: [String: DecisionID]
        /// By decision, as far as somebody asked for it: a large policy has many decisions, and a host asks few.
        private let reaches: Guarded<[ReachedFacts?]>
        private let allReached = Guarded<ReachedFacts?>(nil)
        let literals: DatumText
        /// By language; the policy's first is that of nil.
        let json: [String?: DatumJSON]

        init(model: CheckedModel, warnings: [Diagnostic]) {
            self.model = model
            engine = DecisionEngine(model)
            self.warnings = warnings
            binder = FactBinder(model)
            literals = DatumText(model: model)
            json = Dictionary(
                uniqueKeysWithValues: Set(model.languages.map(Optional.some) + [nil]).map {
                    ($0, DatumJSON(model: model, language: $0))
                })
            names = model.decisions.map { decision in
                let heading = decision.heading
                let isAlone = model.decisions.count { $0.heading.name == heading.name } == 1
                return isAlone ? heading.name : "\(heading.policy).\(heading.name)"
            }
            decisions = Dictionary(
                names.enumerated().map { ($0.element, DecisionID($0.offset)) }, uniquingKeysWith: { first, _ in first })
            reaches = Guarded(model.decisions.map { _ in nil })
        }

        func reach(of decision: DecisionID) -> ReachedFacts {
            if let known = reaches.withLock({ $0[decision.index] }) { return known }
            // Outside the lock: nobody waits for it, and twice the same does no harm.
            let reach = ReachedFacts(by: [decision], in: model)
            reaches.withLock { $0[decision.index] = reach }
            return reach
        }

        var reachOfAll: ReachedFacts {
            if let known = allReached.withLock({ $0 }) { return known }
            let reach = ReachedFacts(by: model.decisions.indices.map { DecisionID($0) }, in: model)
            allReached.withLock { $0 = reach }
            return reach
        }
    }
}

extension Policy {
    /// The branching program for these params. The one for the policy's own params is made once.
    func program(_ params: ParamSet) -> BranchProgram {
        if params.overrides.contains(where: { $0 != nil }) { return BranchProgram(model, params: params) }
        return content.program.withLock { program in
            if let program { return program }
            let made = BranchProgram(model, params: params)
            program = made
            return made
        }
    }
}

extension PolicyError {
    /// Something asked for in a word that is not right, outside any file.
    static func wrong(
        _ code: DiagnosticCode, _ message: String, _ word: String, option: String = "<request>", help: String? = nil
    ) -> PolicyError {
        let file = SourceFile(path: option, text: word)
        let place = SourceLocation(file, SourceRange(0, file.bytes.count))
        return PolicyError(.usage, [Diagnostic(code, .error, message, at: Label(place), help: help)])
    }
}
