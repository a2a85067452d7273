import CppBaseline

/// How often memory is asked for, for each decision, once everything is warm.
struct Allocations {
    private let count = 10_000

    func measure(_ table: inout FigureTable) throws {
        table.section("Allocations for each decision, in the steady state")
        let priority = try BoundCases<PriorityCase>(count)
        add("3 facts, bound", &table) { use(priority.decide()) }
        let resolution = try BoundCases<ResolutionCase>(count)
        add("14 facts, bound", &table) { use(resolution.decide()) }
        let basket = try BoundCases<BasketCase>(count)
        add("order of 1 to 8 lines, bound", &table) { use(basket.decide()) }
        let json = try JSONCases(count)
        var session = json.prepared.session()
        add("14 facts, from JSON", &table) { use(json.decide(&session)) }
        add("14 facts, from a line to an answer line", &table) {
            try? json.answerLines(&session) { use($0.count) }
        }
    }

    /// A pass over the cases sets itself up first. That takes the same few allocations for any number of cases, and is
    /// rounded away.
    private func add(_ title: String, _ table: inout FigureTable, _ pass: () -> Void) {
        for _ in 0..<3 { pass() }
        let start = cpp_allocation_count()
        for _ in 0..<10 { pass() }
        let each = Double(cpp_allocation_count() - start) / Double(10 * count)
        table.add(
            Figure(
                title: title, value: (each * 100).rounded() / 100, unit: .allocations, goal: .value(atMost: 0)))
    }
}
