import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics
import WritSource

/// A decision made ready to be asked very often: what does not depend on a case is worked out, once.
///
/// ```swift
/// let resolution = try policy.prepare("resolution")        // once; any thread may use it
/// var session = resolution.session()                       // one a thread
/// let verdict = try session.decide(json: body)             // many times
/// if verdict.rule == "refund" { … }
/// ```
/// Compiles the policy into a branching program, its facts into a schema and its answers into templates. That takes some
/// milliseconds for a large policy, and is paid back after a few hundred cases.
///
/// Safe on any thread. It keeps its policy.
public final class PreparedDecision: Sendable {
    /// The policy that is asked.
    public let policy: Policy
    /// What is asked.
    public let decision: DecisionID
    /// The decision's name.
    public let name: String
    /// The names that verdicts give rules, by their numbers: the rules in the order declared, then `otherwise` and
    /// `when undetermined`.
    public let ruleNames: [String]
    /// The values that stand in for the policy's own params.
    public let params: ParamSet
    /// The decision's arguments; a decision with some is always made the long way.
    let arguments: [Datum]
    /// The language of texts; nil for the policy's first.
    public let language: String?
    /// Facts that are set whatever a document says.
    let presets: [FactID: Datum]
    let reach: ReachedFacts
    let program: BranchProgram
    let schema: RowSchema
    let writer: AnswerLineWriter?

    /// - Parameters:
    ///   - params: values that stand in for the policy's own.
    ///   - arguments: the decision's arguments, in the order of its parameters.
    ///   - presets: facts that are set whatever a document says.
    public init(
        _ policy: Policy, _ decision: DecisionID, params: ParamSet, arguments: [Datum] = [],
        presets: [FactID: Datum] = [:], language: String? = nil
    ) {
        self.policy = policy
        self.decision = decision
        self.params = params
        self.arguments = arguments
        self.language = language
        self.presets = presets
        name = policy.name(of: decision)
        let references =
            policy.model[decision].rules.indices.map { RuleReference.rule($0) } + [.otherwise, .undetermined]
        ruleNames = references.map { policy.name(of: $0, in: decision) }
        reach = policy.reach(of: decision)
        program = policy.program(params)
        schema = RowSchema(policy.model, layout: program.layout, for: reach, presets: presets)
        writer = AnswerLineWriter(program, decision, named: name, language: language)
    }

    /// A session for one thread.
    public func session() -> PreparedSession { PreparedSession(self) }

    /// The number of the one rule among those that answered, in ``ruleNames``; nil when it is none, or several.
    func ruleNumber(_ rules: [RuleReference]) -> Int? {
        guard rules.count == 1 else { return nil }
        switch rules[0] {
        case .rule(let index): return index
        case .otherwise: return ruleNames.count - 2
        case .undetermined: return ruleNames.count - 1
        }
    }

    /// The same question about facts in their general form.
    func question(_ facts: FactSet) -> Question {
        Question(decision, facts: facts, params: params, arguments: arguments, language: language)
    }
}

extension Policy {
    /// Makes a decision ready to be asked very often.
    ///
    /// - Throws: when there is no such decision, language, param or argument.
    public func prepare(_ name: String, options: Options = Options()) throws(PolicyError) -> PreparedDecision {
        let decision = try decision(named: name)
        var sink = DiagnosticSink()
        let params = params(options.params, for: decision, &sink)
        let arguments = arguments(options.arguments, of: decision, &sink)
        guard let arguments, !sink.hasErrors else { throw PolicyError(.input, sink.diagnostics) }
        return PreparedDecision(
            self, decision, params: params, arguments: arguments, presets: try presets(asOf: options.asOf),
            language: try language(options.language))
    }
}
