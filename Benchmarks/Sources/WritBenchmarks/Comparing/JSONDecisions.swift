/// Decisions about cases that come as JSON, against C++ with simdjson.
struct JSONDecisions {
    func measure(_ table: inout FigureTable) throws {
        table.section("One decision from \(ResolutionCase.jsonBytes) bytes of JSON (100,000 mixed cases, 17 rules)")
        let cases = try JSONCases(100_000)
        cases.check()
        let count = Double(cases.count)
        var session = cases.prepared.session()
        let (time, inCpp) = Stopwatch().nanoseconds(
            { use(cases.decide(&session)) }, against: { use(cases.decideInCpp()) })
        table.add(
            Figure(
                title: "bind and decide", value: time / count, unit: .nanoseconds, baseline: inCpp / count,
                against: "C++, simdjson On-Demand", goal: .ratio(atMost: 1.6)))
        let binding = Stopwatch(rounds: 5).nanoseconds { cases.bind() }
        table.add(Figure(title: "of which binding", value: binding / count, unit: .nanoseconds))

        table.section("100,000 lines of NDJSON in, as many answer lines out, in process")
        try cases.checkLines()
        let (lines, linesInCpp) = Stopwatch().nanoseconds(
            { try? cases.answerLines(&session) { use($0.count) } }, against: { use(cases.answerLinesInCpp()) })
        table.add(
            Figure(
                title: "read, decide, write the answer", value: count / lines * 1e9, unit: .casesPerSecond,
                baseline: count / linesInCpp * 1e9, against: "C++, simdjson iterate_many",
                goal: .ratio(atLeast: 0.5)))
    }
}
