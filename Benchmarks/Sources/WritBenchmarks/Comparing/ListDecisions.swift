/// Decisions about the elements of lists, against Swift by hand over arrays of structs.
struct ListDecisions {
    private let count = 20_000

    func measure(_ table: inout FigureTable) throws {
        table.section("One decision about an order of 1 to 8 lines, facts bound (20,000 mixed cases)")
        let cases = try BoundCases<BasketCase>(count)
        cases.check()
        let left = cases.decide()
        let (time, byHand) = Stopwatch().nanoseconds({ use(cases.decide()) }, against: { use(cases.decideByHand()) })
        table.add(
            Figure(
                title: "every, any, count and two sums; 6 rules", value: time / Double(count), unit: .nanoseconds,
                baseline: byHand / Double(count), against: "Swift by hand", goal: .ratio(atMost: 5)))
        if left > 0 { table.note("left to the machine: \(left) of \(count)") }
    }
}
