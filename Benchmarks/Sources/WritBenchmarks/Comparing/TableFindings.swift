import WritAnalysis
import WritKit

/// What is wrong with a table: overlaps, hidden rows and gaps, each alone, and all from the checked rows on.
struct TableFindings {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private static let tables: [(GeneratedTable.Kind, Int, goal: Double?)] =
        [10, 100, 1_000, 10_000].flatMap { rows in
            let goal: Double? = rows == 1_000 ? 50 : rows == 10_000 ? 1_500 : nil
            return [GeneratedTable.Kind.part, .brok, .real, .wild].map { ($0, rows, goal) }
        } + [(.narrow, 1_000, nil), (.deep, 1_000, nil), (.sparse, 1_000, nil), (.deep, 10_000, nil)]

    func measure(_ table: inout FigureTable) throws {
        table.section("What is wrong with a table, found without a solver (12 numeric columns: deep, sparse)")
        for (kind, rows, goal) in Self.tables { try add(kind, rows, goal, &table) }
    }

    private func add(
        _ kind: GeneratedTable.Kind, _ rows: Int, _ goal: Double?, _ table: inout FigureTable
    ) throws {
        let model = try Policy(path: GeneratedTable(kind, rows).write(scratch)).model
        let decision = model.decisions[0]
        guard let analysis = TableAnalysis(decision, of: model) else { preconditionFailure("no table of boxes") }
        let watch = Stopwatch(rounds: 5, leastRound: 2e6)
        let times = [
            ("boxes", watch.nanoseconds { use(TableAnalysis(decision, of: model)) }),
            ("overlaps", watch.nanoseconds { use(analysis.summary([.overlaps])) }),
            ("hidden rows", watch.nanoseconds { use(analysis.summary([.hiddenRows])) }),
            ("gaps", watch.nanoseconds { use(analysis.summary([.gaps])) }),
        ]
        let all = watch.nanoseconds { use(TableAnalysis(decision, of: model)?.summary()) }
        table.add(
            Figure(
                title: "\(kind), \(rows) rows", value: all / 1e6, unit: .milliseconds,
                goal: goal.map { .value(atMost: $0) }))
        table.note(times.map { "\($0) \(($1 / 1e6).text(2)) ms" }.joined(separator: ", "))
        table.note(analysis.summary().description)
    }
}
