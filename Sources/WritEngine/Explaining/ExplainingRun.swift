import WritSemantics

/// Memory for making decisions that are to be explained: for one thread at a time.
final class ExplainingRun: @unchecked Sendable {
    private let engines: ExplainingEngines
    private let row: CaseRow
    @exclusivity(unchecked)
    private var run: BranchRun

    init(_ engines: ExplainingEngines) {
        self.engines = engines
        row = CaseRow(engines.program.layout)
        run = BranchRun(engines.program)
    }

    /// How a decision was made; nil when the plain evaluator must say it.
    func trace(_ decision: DecisionID, _ facts: FactSet) -> DecisionTrace? {
        guard let template = engines.templates[decision.index], load(facts), run.decide(decision, row) else {
            return nil
        }
        let reached = run.conclusion(of: decision)
        guard isKnown(template.records, facts), run.run(template.trace.entries[reached], row),
            let answer = run.told(decision, row)
        else { return nil }
        let count = template.trace.starts[min(reached, template.trace.starts.count - 1)]
        let results = UnsafeBufferPointer(start: run.temporaries + Int(template.trace.first), count: count)
        let tested = TestedCase(
            program: engines.program, template: template, decision: decision, facts: facts, reached: reached,
            results: Array(results))
        return DecisionTrace(answer: answer, arguments: [], tested: tested)
    }

    /// Takes in a case, fact by fact while each is one cell.
    private func load(_ facts: FactSet) -> Bool {
        row.removeAll()
        let isFlat = facts.facts.withUnsafeBufferPointer { facts in
            engines.kinds.withUnsafeBufferPointer { kinds in
                engines.program.layout.facts.withUnsafeBufferPointer { places in fill(facts, kinds, places) }
            }
        }
        return isFlat || row.load(facts, of: engines.program.model)
    }

    /// Takes in the facts as long as each is one cell; false when one is more.
    private func fill(
        _ facts: UnsafeBufferPointer<Datum>, _ kinds: UnsafeBufferPointer<CellKind>, _ places: UnsafeBufferPointer<Int>
    ) -> Bool {
        let cells = row.cells
        for index in kinds.indices {
            guard let cell = row.cell(at: facts.baseAddress! + index, kinds[index]) else { return false }
            cells[places[index]] = cell
        }
        return true
    }

    private func isKnown(_ records: [StaticReads.Read], _ facts: FactSet) -> Bool {
        records.allSatisfy { if case .record = facts[$0] { true } else { false } }
    }
}
