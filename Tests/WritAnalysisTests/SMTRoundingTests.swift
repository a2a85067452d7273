import Testing
import WritTestSupport
import WritValues

@testable import WritAnalysis

/// Quotients as the second solver counts them, against `Exact.roundedQuotient`.
@Suite("Rounding in the second solver", .enabled(if: SMTSupport.isHere, SMTSupport.missing))
struct SMTRoundingTests {
    /// Scales, units and scales of units; both sides of "more decimals" and "fewer".
    static let shapes: [(Int, Int128, Int)] = [
        (0, 1, 0), (2, 1, 0), (2, 5, 1), (0, 25, 2), (1, 5, 0), (1, 3, 2), (3, 7, 1),
    ]

    private func rounding(_ shape: (Int, Int128, Int), _ mode: RoundingMode) -> Definition.Rounding {
        Definition.Rounding(scale: shape.0, unit: shape.1, unitScale: shape.2, mode: mode)
    }

    /// That the solver has no other value for any of these cases, and has this one for each of some.
    private func expectOnly(
        _ cases: [(condition: Formula, result: Int128)], _ result: Variable, _ table: FormulaTable
    ) throws {
        let solver = try SMTSupport.solver(table)
        // In pieces: a quotient for each divisor at once is a question of its own.
        for start in stride(from: 0, to: cases.count, by: 25) {
            let piece = cases[start..<min(start + 25, cases.count)]
            let wrong = table.any(piece.map { table.all([$0.condition, !table.isCount(result, $0.result)]) })
            let answer = solver.solve([wrong], budget: .ordinary)
            #expect(SMTSupport.isNone(answer), "\(answer)")
        }
        for (condition, value) in cases.enumerated().filter({ $0.offset % 37 == 0 }).map(\.element) {
            let right = [condition, table.isCount(result, value)]
            #expect(SMTSupport.isFound(solver.solve(right, budget: .ordinary)))
        }
    }

    @Test("every small value, in each mode", arguments: RoundingMode.allCases, shapes.indices)
    func smallValues(mode: RoundingMode, shape: Int) throws {
        let rounding = rounding(Self.shapes[shape], mode)
        let table = FormulaTable()
        let value = table.opaque(name: "value", domain: .whole(-60...60))
        let result = table.define(.rounded(value, by: nil, rounding), name: "rounded")
        try expectOnly((-60...60).map { (table.isCount(value, $0), rounding($0)!) }, result, table)
    }

    @Test("every small value over every small divisor", arguments: RoundingMode.allCases, [0, 2, 3])
    func smallQuotients(mode: RoundingMode, shape: Int) throws {
        var rounding = rounding(Self.shapes[shape], mode)
        rounding.divisorScale = 1
        let table = FormulaTable()
        let value = table.opaque(name: "value", domain: .whole(-12...12))
        let divisor = table.opaque(name: "divisor", domain: .whole(-5...5))
        let result = table.define(.rounded(value, by: divisor, rounding), name: "quotient")
        var cases: [(Formula, Int128)] = []
        for bottom in Int128(-5)...5 where bottom != 0 {
            for top in Int128(-12)...12 {
                let condition = table.all([table.isCount(value, top), table.isCount(divisor, bottom)])
                cases.append((condition, rounding(top, over: bottom)!))
            }
        }
        try expectOnly(cases, result, table)
    }

    @Test("numbers of every size", arguments: RoundingMode.allCases)
    func largeValues(mode: RoundingMode) throws {
        var random = SplitMix64(7)
        let table = FormulaTable()
        let value = table.opaque(name: "value", domain: .whole(.min ... .max))
        let solver = try SMTSupport.solver(table)
        for _ in 0..<40 {
            let rounding = Definition.Rounding(
                scale: random.below(30), unit: Int128(1 + random.below(1000)), unitScale: random.below(30), mode: mode)
            let result = table.define(.rounded(value, by: nil, rounding), name: "rounded")
            let wide = Int128(truncatingIfNeeded: UInt128(random.next()) << 64 | UInt128(random.next()))
            let number = wide >> random.below(120)
            let isHere = table.isCount(value, number)
            guard let expected = rounding(number) else {
                // No value: the variable may be anything.
                for free in [Int128(0), 12345] where table.interval(of: result).contains(free) {
                    let goals = [isHere, table.isCount(result, free)]
                    #expect(SMTSupport.isFound(solver.solve(goals, budget: .ordinary)))
                }
                continue
            }
            #expect(SMTSupport.isNone(solver.solve([isHere, !table.isCount(result, expected)], budget: .ordinary)))
            #expect(SMTSupport.isFound(solver.solve([isHere, table.isCount(result, expected)], budget: .ordinary)))
        }
    }
}
