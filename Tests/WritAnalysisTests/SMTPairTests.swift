import Testing

@testable import WritAnalysis

/// Two solvers as one.
@Suite("A pair of solvers")
struct SMTPairTests {
    private final class Fixed: CaseSolver {
        let result: SearchResult
        var count = 0
        init(_ result: SearchResult) { self.result = result }

        func solve(_ goals: [Formula], lemmas: [Formula], budget: SearchBudget) -> SearchResult {
            count += 1
            return result
        }
    }

    private let table = FormulaTable()
    private let value: Variable
    private let goal: Formula

    init() {
        value = table.opaque(name: "value", domain: .whole(0...9))
        goal = table.atMost(value, 4)
    }

    private func found(_ number: Int128) -> SearchResult { .found(Valuation(values: [value: number])) }

    @Test("the second is asked only what the first leaves undecided")
    func order() {
        let second = Fixed(.none)
        let decided = SolverPair(Fixed(found(1)), second, table: table)
        #expect(SMTSupport.isFound(decided.solve([goal], budget: .ordinary)))
        #expect(second.count == 0)
        let undecided = SolverPair(Fixed(.undecided(.budget)), second, table: table)
        #expect(SMTSupport.isNone(undecided.solve([goal], budget: .ordinary)))
        #expect(second.count == 1)
    }

    @Test("without a second, and where neither knows, the hardness says most")
    func hardness() {
        func hardness(_ first: Hardness, _ second: Hardness?) -> Hardness? {
            let second = second.map { Fixed(.undecided($0)) }
            let pair = SolverPair(Fixed(.undecided(first)), second, table: table)
            if case .undecided(let hardness) = pair.solve([goal], budget: .ordinary) { return hardness }
            return nil
        }
        #expect(hardness(.budget, nil) == .budget)
        #expect(hardness(.calculation("a × b"), .solver("gone")) == .calculation("a × b"))
        #expect(hardness(.budget, .solver("gone")) == .solver("gone"))
        #expect(hardness(.budget, .calculation("a × b")) == .calculation("a × b"))
    }

    @Test("a check reports what does not agree, and what does not hold")
    func checking() {
        func reports(_ first: SearchResult, _ second: SearchResult) -> [String] {
            var reports: [String] = []
            let pair = SolverPair(Fixed(first), Fixed(second), table: table, manner: .checking { reports.append($0) })
            _ = pair.solve([goal], budget: .ordinary)
            return reports
        }
        #expect(reports(found(1), found(4)).isEmpty)
        #expect(reports(.none, .none).isEmpty)
        #expect(reports(.undecided(.budget), found(2)).isEmpty)
        #expect(reports(found(1), .none).count == 1)
        #expect(reports(.none, found(1)).count == 1)
        #expect(reports(found(7), found(1)).map { $0.contains("first solver found what does not hold") } == [true])
    }
}
