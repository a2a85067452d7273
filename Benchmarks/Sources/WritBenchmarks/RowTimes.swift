import WritEngine
import WritSemantics

/// Cases bound to rows, as many as do not fit the caches, and decided in order.
struct RowTimes {
    let model: CheckedModel
    let rows: [CaseRow]
    let program: BranchProgram

    init(_ model: CheckedModel, _ cases: [FactSet]) {
        self.model = model
        let program = BranchProgram(model, params: ParamSet(of: model))
        self.program = program
        rows = cases.map { facts in
            let row = CaseRow(program.layout)
            precondition(row.load(facts, of: model))
            return row
        }
    }

    func decide(_ count: Int) {
        var run = BranchRun(program)
        for index in 0..<count { use(run.decide(DecisionID(0), rows[index & 511])) }
    }

    func time() -> Double {
        var run = BranchRun(program)
        var missed = 0
        let decision = DecisionID(0)
        let time = Stopwatch().nanoseconds {
            missed = 0
            for row in rows {
                if run.decide(decision, row) { use(run.conclusion(of: decision)) } else { missed += 1 }
            }
        }
        print("  left to the machine: \(missed) of \(rows.count)")
        return time / Double(rows.count)
    }
}
