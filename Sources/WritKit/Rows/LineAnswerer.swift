import WritEngine
import WritSemantics
import WritSource

/// Answers cases that lie in rows with lines of JSON: for one thread, and for many cases of one policy.
///
/// The branching program answers what it can; the rest goes to the machine. The lines are those of ``AnswerJSON``.
struct LineAnswerer: ~Copyable {
    private let policy: Policy
    private let params: ParamSet
    private let language: String?
    private var run: BranchRun
    private var session: DecisionSession
    /// By decision; nil where all cases are the machine's.
    private var writers: [AnswerLineWriter?]
    private var hasWriter: [Bool]
    /// How many answers the machine gave.
    private(set) var answeredByMachine = 0

    init(_ policy: Policy, _ program: BranchProgram, params: ParamSet, language: String?) {
        self.policy = policy
        self.params = params
        self.language = language
        run = BranchRun(program)
        session = DecisionSession(policy)
        writers = Array(repeating: nil, count: policy.model.decisions.count)
        hasWriter = Array(repeating: false, count: policy.model.decisions.count)
    }

    /// Writes the answer to one decision, without a line's end.
    ///
    /// - Returns: whether the policy stands behind the answer (``Decided/isSound``).
    mutating func answer(_ decision: DecisionID, _ row: CaseRow, to buffer: inout ByteBuffer) -> Bool {
        if !hasWriter[decision.index] { prepare(decision) }
        if let writer = writers[decision.index], run.decide(decision, row), writer.write(&run, row, to: &buffer) {
            return true
        }
        answeredByMachine += 1
        let question = Question(
            decision, facts: row.factSet(of: policy.model), params: params, language: language)
        let decided = session.decide(question)
        buffer.append(AnswerJSON.text(decided))
        return decided.isSound
    }

    private mutating func prepare(_ decision: DecisionID) {
        hasWriter[decision.index] = true
        writers[decision.index] = AnswerLineWriter(
            run.program, decision, named: policy.name(of: decision), language: language)
    }
}
