import Testing

@testable import WritAnalysis

/// Calculations that leave `Int128`, functions, and questions of the kind the second solver is for.
@Suite("Calculations in the second solver", .enabled(if: SMTSupport.isHere, SMTSupport.missing))
struct SMTCalculationTests {
    private let table = FormulaTable()

    private func whole(_ range: ClosedRange<Int128>) -> Variable { table.opaque(name: "value", domain: .whole(range)) }

    private func expectFound(_ goals: Formula..., location: SourceLocation = #_sourceLocation) throws {
        let result = try SMTSupport.solver(table).solve(goals, budget: .ordinary)
        guard case .found(let valuation) = result else {
            Issue.record("\(result)", sourceLocation: location)
            return
        }
        #expect(goals.allSatisfy { table.holds($0, in: valuation) }, sourceLocation: location)
    }

    private func expectNone(_ goals: Formula..., location: SourceLocation = #_sourceLocation) throws {
        let result = try SMTSupport.solver(table).solve(goals, budget: .ordinary)
        #expect(SMTSupport.isNone(result), sourceLocation: location)
    }

    // MARK: The border of Int128

    @Test("a product that is too large may be anything, one that fits only itself")
    func products() throws {
        let (value, large) = (whole(0...3), whole(Int128.max / 2 - 1...Int128.max / 2))
        let product = table.define(.product(value, large), name: "product")
        try expectFound(table.isCount(value, 3), table.isCount(product, 5))
        try expectFound(table.isCount(value, 3), table.isCount(product, .max))
        try expectNone(table.isCount(value, 1), table.isCount(product, 5))
        try expectFound(table.isCount(value, 2), table.isCount(product, .max - 1))
        try expectNone(table.isCount(value, 2), table.isCount(product, .max))
    }

    @Test("a sum leaves Int128 at a step, although the whole would fit")
    func sums() throws {
        let (left, right, back) = (whole(.max - 1 ... .max), whole(0...1), whole(-2...0))
        let parts = [left, right, back].map { Definition.Part(coefficient: 1, variable: $0) }
        let sum = table.define(.linear(parts, constant: 0), name: "sum")
        let isOver = table.all([table.isCount(left, .max), table.isCount(right, 1)])
        let is3Less = table.isCount(sum, .max - 3)
        try expectFound(isOver, table.isCount(back, -2), is3Less)
        try expectNone(!isOver, table.isCount(right, 1), table.isCount(back, -2), is3Less)
        try expectFound(!isOver, table.isCount(sum, .max))
    }

    @Test("the ends of Int128 are values like others")
    func ends() throws {
        let (value, other) = (whole(.min ... .max), whole(.min ... .max))
        try expectFound(table.atMost(value, .min), table.atLeast(other, .max))
        try expectFound(table.difference(value, other, atMost: -5), table.atLeast(value, .max - 5))
        try expectNone(table.difference(value, other, atMost: -5), table.atLeast(value, .max - 4))
        let negative = table.define(.linear([.init(coefficient: -1, variable: value)], constant: 0), name: "negative")
        try expectFound(table.atMost(value, .min), table.isCount(negative, 7))
        try expectNone(!table.atMost(value, .min), table.isCount(value, 5), table.isCount(negative, 7))
    }

    // MARK: Functions

    private func apply(
        _ name: String, _ variable: Variable, _ direction: Definition.Direction, _ range: ClosedRange<Int128>,
        slack: Int128 = 0, isTotal: Bool = true, _ evaluate: @escaping @Sendable (Int128) -> Int128?
    ) -> Variable {
        let argument = Definition.Argument(variable: variable, direction: direction)
        let function = Definition.Function(
            name: name, arguments: [argument], evaluate: { evaluate($0[0]) }, slack: slack, isTotal: isTotal)
        return table.define(.function(function), name: name, domain: .whole(range))
    }

    @Test("the value of a function is what asking it gives")
    func functions() throws {
        let day = whole(0...40_000)
        let week = apply("week", day, .rises, 0...6_000) { $0 / 7 }
        let weekday = apply("weekday", day, .anything, 0...6) { $0 % 7 }
        try expectFound(table.isCount(week, 100), table.isCount(weekday, 3))
        try expectNone(table.atLeast(day, 700), table.atMost(week, 80))
        try expectNone(table.atLeast(week, 5_715))
    }

    @Test("a rising function keeps the order of its arguments")
    func order() throws {
        let (first, second) = (whole(0...1_000_000), whole(0...1_000_000))
        let (left, right) = (
            apply("due", first, .rises, 0...4_000_000) { $0 * 3 + $0 % 3 },
            apply("due", second, .rises, 0...4_000_000) { $0 * 3 + $0 % 3 }
        )
        try expectNone(table.difference(first, second, atMost: 0), !table.difference(left, right, atMost: 0))
        try expectFound(table.difference(first, second, atMost: -1), table.difference(left, right, atMost: -9))
    }

    @Test("a clock that is put back steps back by no more than that")
    func slack() throws {
        let (first, second) = (whole(0...1_000), whole(0...1_000))
        let (left, right) = (
            apply("clock", first, .rises, 0...1_000, slack: 60) { $0 > 500 ? $0 - 60 : $0 },
            apply("clock", second, .rises, 0...1_000, slack: 60) { $0 > 500 ? $0 - 60 : $0 }
        )
        try expectNone(table.difference(first, second, atMost: 0), !table.difference(left, right, atMost: 60))
        try expectFound(
            table.difference(first, second, atMost: -1), !table.difference(left, right, atMost: 20),
            table.isCount(first, 500))
    }

    @Test("where a function has no value, two variables need not agree on one")
    func withoutValue() throws {
        let (first, second) = (whole(0...3), whole(0...3))
        let left = apply("root", first, .rises, 0...9, isTotal: false) { $0 == 2 ? nil : $0 }
        let right = apply("root", second, .rises, 0...9, isTotal: false) { $0 == 2 ? nil : $0 }
        let same = table.all([table.isCount(first, 2), table.isCount(second, 2)])
        try expectFound(same, table.isCount(left, 0), table.isCount(right, 9))
        try expectNone(table.isCount(first, 3), table.isCount(second, 3), !table.difference(left, right, atMost: 0))
    }

    // MARK: What it is for

    @Test("a refund in lines is no more than the order", arguments: [5, 20])
    func lines(count: Int) throws {
        let paid = (0..<count).map { _ in whole(0...100_000_000) }
        let refunds = paid.map { paid in
            let rounding = Definition.Rounding(scale: 4, unit: 1, unitScale: 2, mode: .halfUp)
            let share = table.define(.linear([.init(coefficient: 35, variable: paid)], constant: 0), name: "share")
            return table.define(.rounded(share, by: nil, rounding), name: "refund")
        }
        let sums = [paid, refunds].map { values in
            table.define(
                .linear(values.map { .init(coefficient: 1, variable: $0) }, constant: 0), name: "total")
        }
        try expectNone(!table.difference(sums[1], sums[0], atMost: 0))
        try expectFound(table.difference(sums[0], sums[1], atMost: 0), table.atLeast(sums[0], 0))
    }

    @Test("an order of quantities and prices has a total")
    func prices() throws {
        let products = (0..<3).map { _ in
            table.define(.product(whole(0...1_000), whole(0...10_000_000)), name: "line")
        }
        let total = table.define(
            .linear(products.map { .init(coefficient: 1, variable: $0) }, constant: 0), name: "total")
        try expectNone(table.atLeast(total, 30_000_000_001))
        try expectFound(table.isCount(total, 123_456_789))
    }

    @Test("a formula is as deep as a table is long")
    func depth() throws {
        let (value, other) = (whole(0...100_000), table.opaque(name: "other", domain: .finite(2)))
        let rests = (0..<10_000).reduce(into: [table.isTrue(other)]) { rests, row in
            rests.append(table.all([rests[row], !table.atMost(value, Int128(row))]))
            // Another way in and out, so that the conjunctions stay one below the other.
            rests[row + 1] = table.any([rests[row + 1], table.all([!rests[row], table.atLeast(value, 99_999)])])
        }
        try expectNone(rests[10_000], table.atMost(value, 9_000), table.isTrue(other))
    }
}
