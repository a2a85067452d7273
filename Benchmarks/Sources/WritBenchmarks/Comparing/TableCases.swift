import WritEngine
import WritKit
import WritSemantics

/// Questions to a decision that is one table, bound, and the rows that they find.
final class TableCases {
    private let program: BranchProgram
    private let plan: VerifiedPlan
    private let rows: [Unmanaged<CaseRow>]
    private let decision = DecisionID(0)

    /// - Parameter questions: by question the data of the policy's own facts, in order.
    init(path: String, _ questions: [[Datum]]) throws {
        let model = try Policy(path: path).model
        let program = BranchProgram(model, params: ParamSet(of: model))
        self.program = program
        plan = try PlanVerifier.verify(Lowering.plan(of: model))
        rows = questions.map { question in
            var facts = FactSet.empty(of: model)
            // Every model begins with `today` and `now`.
            facts.facts.replaceSubrange((facts.facts.count - question.count)..., with: question)
            let row = CaseRow(program.layout)
            precondition(row.load(facts, of: model), "a row says any case")
            return .passRetained(row)
        }
    }

    deinit { for row in rows { row.release() } }

    /// Whether the branching program makes the decision, and not the machine.
    var isInProgram: Bool { program.makes(decision) }

    /// Gives the number of each question and that of the row that it finds.
    @inline(never)
    func find(_ each: (Int, Int) -> Void) {
        var run = BranchRun(program)
        var machine = Machine(observing: NoObserver())
        var frame = Frame(plan)
        let params = ParamSet(of: program.model)
        for (number, row) in rows.enumerated() {
            row._withUnsafeGuaranteedRef { row in
                if run.decide(decision, row) {
                    each(number, run.conclusion(of: decision))
                } else {
                    frame.load(row.factSet(of: program.model), params)
                    machine.evaluate(decision, &frame)
                    each(number, frame.reachedRule(decision) ?? -1)
                }
            }
        }
    }
}
