import WritEngine
import WritKit
import WritSemantics

/// Work of a fixed size for `make bench-gate`, which counts its instructions: a workload repeated N times, less the same
/// repeated 0 times, is what N decisions take, whatever the start of the process takes.
enum Workload: String, CaseIterable {
    case priority, resolution, json, lines, table, basket, verdict, explain, tell, changes, load
    case check, prove, compare

    /// Cases that the workload goes through again and again; few, since making them is counted too and then taken off.
    private static let cases = 1000

    /// Does everything that comes before, then the work.
    ///
    /// - Parameter passes: how often. Each is ``decisions`` decisions.
    func run(passes: Int) throws {
        switch self {
        case .priority: try bound(PriorityCase.self, passes)
        case .resolution: try bound(ResolutionCase.self, passes)
        case .basket: try bound(BasketCase.self, passes)
        case .json:
            let cases = try JSONCases(Self.cases)
            var session = cases.prepared.session()
            use(cases.decide(&session))
            for _ in 0..<passes { use(cases.decide(&session)) }
        case .lines:
            let cases = try JSONCases(Self.cases)
            var session = cases.prepared.session()
            try cases.answerLines(&session) { use($0.count) }
            for _ in 0..<passes { try cases.answerLines(&session) { use($0.count) } }
        case .table:
            let table = RateTable(10_000)
            let scratch = try ScratchFolder()
            let cases = try TableCases(path: table.write(scratch), table.questions(Self.cases).map(\.data))
            cases.find { use($1) }
            for _ in 0..<passes { cases.find { use($1) } }
        case .verdict:
            let cases = try JSONCases(Self.cases)
            var session = cases.prepared.session()
            let rows = try cases.boundRows(&session)
            for _ in 0..<passes { use(cases.decide(rows, &session)) }
        case .explain, .tell, .changes:
            let explained = ExplainedCases(try BoundCases<ResolutionCase>(Self.cases / 10))
            explain(explained)
            for _ in 0..<passes { explain(explained) }
        case .load:
            use(try Policy(path: Policies.shipped))
            for _ in 0..<passes { use(try Policy(path: Policies.shipped)) }
        case .check:
            let policy = try Meanings.pack("team-routing")
            use(policy.analyse())
            for _ in 0..<passes { use(policy.analyse()) }
        case .prove:
            let policy = try Meanings.pack("order-desk")
            Meanings.prove(policy)
            for _ in 0..<passes { Meanings.prove(policy) }
        case .compare:
            let change = try Meanings.Change()
            try change.compare()
            for _ in 0..<passes { try change.compare() }
        }
    }

    /// How many decisions a pass makes; loading and what is asked of a whole policy are counted as a whole.
    var decisions: Int {
        switch self {
        case .load, .check, .prove, .compare: 1
        case .explain, .tell, .changes: Self.cases / 10
        default: Self.cases
        }
    }

    private func explain(_ cases: ExplainedCases) {
        if self == .tell { cases.tell() } else { cases.explain(changes: self == .changes) }
    }

    private func bound<Hand: HandWritten>(_: Hand.Type, _ passes: Int) throws {
        let cases = try BoundCases<Hand>(Self.cases)
        use(cases.decide())
        for _ in 0..<passes { use(cases.decide()) }
    }
}
