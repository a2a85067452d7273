/// One decision whose facts are bound, against Swift by hand.
struct BoundDecisions {
    private let count = 100_000

    func measure(_ table: inout FigureTable) throws {
        table.section("One decision, facts bound (100,000 mixed cases)")
        try add("3 facts, 3 rules", PriorityCase.self, &table)
        try add("14 facts, 17 rules", ResolutionCase.self, &table)
        try addSession(&table)
        try addUnknowns(&table)
    }

    /// As a host asks: a verdict for each case, its rule by name.
    private func addSession(_ table: inout FigureTable) throws {
        let (cases, hands) = (try JSONCases(count), ResolutionCase.cases(count))
        var session = cases.prepared.session()
        let rows = try cases.boundRows(&session)
        let byHand = Stopwatch(rounds: 5).nanoseconds { for hand in hands { use(hand.decide()) } }
        let time = Stopwatch(rounds: 5).nanoseconds { use(cases.decide(rows, &session)) }
        table.add(
            Figure(
                title: "14 facts, 17 rules, by a session's verdicts", value: time / Double(count), unit: .nanoseconds,
                baseline: byHand / Double(count), against: "Swift by hand"))
    }

    private func add<Hand: HandWritten>(_ title: String, _: Hand.Type, _ table: inout FigureTable) throws {
        let cases = try BoundCases<Hand>(count)
        cases.check()
        precondition(cases.decide() == 0, "the branching program decides every known case")
        let (time, byHand) = Stopwatch().nanoseconds({ use(cases.decide()) }, against: { use(cases.decideByHand()) })
        table.add(
            Figure(
                title: title, value: time / Double(count), unit: .nanoseconds, baseline: byHand / Double(count),
                against: "Swift by hand", goal: .ratio(atMost: 2.5)))
    }

    /// By hand the same cases are decided with all facts known: what unknowns mean, nobody writes by hand.
    private func addUnknowns(_ table: inout FigureTable) throws {
        let cases = try BoundCases<ResolutionCase>(count, missing: 10)
        let left = cases.decide()
        let (time, byHand) = Stopwatch().nanoseconds({ use(cases.decide()) }, against: { use(cases.decideByHand()) })
        let whole = Stopwatch(rounds: 5).nanoseconds { cases.decideWithMachine() }
        table.add(
            Figure(
                title: "14 facts, 10 % of the optional ones unknown", value: time / Double(count), unit: .nanoseconds,
                baseline: byHand / Double(count), against: "Swift by hand, all known"))
        table.add(
            Figure(
                title: "the same, the machine asked what is left to it", value: whole / Double(count),
                unit: .nanoseconds, baseline: byHand / Double(count), against: "Swift by hand, all known"))
        table.note("left to the machine: \(left) of \(count)")
    }
}
