import WritKit
import WritSemantics

/// Tables: finding the row, against going through an array of structs; and loading them.
struct TableLookups {
    private let count = 10_000
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    func measure(_ table: inout FigureTable) throws {
        table.section("One decision that is a table, first row that holds, facts bound (10,000 mixed cases)")
        for rows in [10, 100, 1000, 10_000] {
            let rates = RateTable(rows)
            let questions = rates.questions(count)
            let cases = try TableCases(path: rates.write(scratch), questions.map(\.data))
            add("5 columns, \(rows) rows", cases, questions, &table, find: rates.find)
        }
        let wide = WideTable()
        let questions = wide.questions(count)
        let cases = try TableCases(path: wide.write(scratch), questions.map { $0.map { .number($0) } })
        add("12 columns of numbers, 1000 rows", cases, questions, &table, find: wide.find)
    }

    private func add<Question>(
        _ title: String, _ cases: TableCases, _ questions: [Question], _ table: inout FigureTable,
        find: (Question) -> Int
    ) {
        cases.find { number, row in
            let expected = find(questions[number])
            precondition(row == expected, "Writ found row \(row), the scan \(expected)")
        }
        let brief = Stopwatch(rounds: 5)
        var sum = 0
        let time = brief.nanoseconds { cases.find { sum &+= $1 } } / Double(questions.count)
        let scan = brief.nanoseconds { for question in questions { sum &+= find(question) } } / Double(questions.count)
        use(sum)
        table.add(
            Figure(title: title, value: time, unit: .nanoseconds, baseline: scan, against: "a scan of structs in Swift")
        )
        if !cases.isInProgram { table.note("left to the machine") }
    }

    /// From files to a policy that is ready to answer.
    func measureLoading(_ table: inout FigureTable) throws {
        table.section("Loading, from files to a policy that answers")
        let path = try RateTable(10_000).write(scratch)
        let brief = Stopwatch(rounds: 5, leastRound: 0)
        for (title, path, most) in [
            ("5 columns and 10,000 rows, from CSV", path, 130.0), ("all shipped packs (rules/)", Policies.shipped, 300),
        ] {
            use(try Policy(path: path))
            let time = brief.nanoseconds { use(try? Policy(path: path)) } / 1e6
            table.add(Figure(title: title, value: time, unit: .milliseconds, goal: .value(atMost: most)))
        }
    }
}
