import Testing
import WritValues

@testable import WritAnalysis

@Suite("The search on questions written by hand")
struct CaseSearchTests {
    private let asker = Asker()
    private var table: FormulaTable { asker.table }

    // MARK: Differences

    @Test("A chain of differences holds, and closed it does not, over a domain of 2^62 values")
    func chains() {
        let dates = (0..<30).map { asker.whole("d\($0)", 0...1 << 62) }
        let chain = zip(dates, dates.dropFirst()).map { table.difference($0, $1, atMost: -1) }
        #expect(asker.isFound(chain))
        #expect(asker.isNone(chain + [table.difference(dates[29], dates[0], atMost: 28)]))
        #expect(asker.isFound(chain + [table.difference(dates[29], dates[0], atMost: 29)]))
        #expect(asker.isNone(chain + [table.atMost(dates[29], 28)]))
        #expect(asker.isFound(chain + [table.atMost(dates[29], 29)]))
    }

    @Test("Two variables that are each less than the other are refuted at once")
    func twoCycle() {
        let (x, y) = (asker.whole("x", 0...1 << 62), asker.whole("y", 0...1 << 62))
        let cycle = [table.difference(x, y, atMost: -1), table.difference(y, x, atMost: -1)]
        #expect(asker.isNone(cycle, steps: 3))
    }

    @Test("A negative cycle that runs through alternatives")
    func alternatives() {
        let dates = (0..<8).map { asker.whole("d\($0)", 0...1_000_000) }
        let later = zip(dates, dates.dropFirst()).map { pair in
            table.any([
                table.difference(pair.0, pair.1, atMost: -10), table.difference(pair.0, pair.1, atMost: -20),
            ])
        }
        #expect(asker.isNone(later + [table.difference(dates[7], dates[0], atMost: 69)]))
        #expect(asker.isFound(later + [table.difference(dates[7], dates[0], atMost: 70)]))
    }

    // MARK: Finite variables

    @Test("Five pigeons in four holes", arguments: [3, 4, 5])
    func pigeons(holes: Int) {
        let pigeons = (0...holes).map { asker.finite("p\($0)", holes) }
        var goals: [Formula] = []
        for (index, left) in pigeons.enumerated() {
            for right in pigeons[(index + 1)...] {
                for hole in 0..<holes {
                    goals.append(!table.all([table.isValue(left, hole), table.isValue(right, hole)]))
                }
            }
        }
        #expect(asker.isNone(goals))
    }

    @Test("A variable with 300 values and every one but the last forbidden")
    func manyValues() {
        let text = asker.finite("text", 300)
        let forbidden = (0..<299).map { !table.isValue(text, $0) }
        #expect(asker.isFound(forbidden))
        #expect(asker.isNone(forbidden + [!table.isValue(text, 299)]))
    }

    // MARK: Calculations

    @Test("A percentage of an amount, rounded, is never more than the amount", arguments: RoundingMode.allCases)
    func percentage(mode: RoundingMode) {
        let paid = asker.money("paid")
        let refund = asker.percent(85, of: paid, mode)
        #expect(asker.isNone([!table.difference(refund, paid, atMost: 0)]))
        #expect(asker.isFound([table.difference(refund, paid, atMost: -1)]))
        #expect(asker.isFound([table.difference(refund, paid, atMost: 0), table.atLeast(paid, 1_000_001)]))
        #expect(asker.isNone([table.atLeast(refund, 86), table.atMost(paid, 100)]))
    }

    @Test("Two shares of an amount are together the amount, give or take the rounding")
    func shares() {
        let paid = asker.money("paid")
        let (large, small) = (asker.percent(70, of: paid), asker.percent(30, of: paid))
        let sum = asker.sum([(1, large), (1, small)])
        #expect(asker.isNone([!table.difference(sum, paid, atMost: 1)]))
        #expect(asker.isFound([!table.difference(sum, paid, atMost: 0)]))
        #expect(asker.isNone([table.difference(sum, paid, atMost: -2)]))
    }

    @Test("What is paid back is at most what was paid, whatever the fee")
    func fees() {
        let (paid, fee) = (asker.money("paid"), asker.money("fee"))
        let refund = asker.sum([(1, paid), (-1, fee)])
        #expect(asker.isNone([!table.difference(refund, paid, atMost: 0)]))
        #expect(asker.isFound([table.atMost(refund, -1)]))
        #expect(asker.isNone([table.difference(fee, paid, atMost: 0), table.atMost(refund, -1)]))
    }

    @Test("Sums of parts that are one by one less")
    func sums() {
        let left = (0..<5).map { asker.money("l\($0)") }
        let right = (0..<5).map { asker.money("r\($0)") }
        let less = zip(left, right).map { table.difference($0, $1, atMost: 0) }
        let (one, other) = (asker.sum(left.map { (1, $0) }), asker.sum(right.map { (1, $0) }))
        #expect(asker.isNone(less + [!table.difference(one, other, atMost: 0)]))
        #expect(asker.isFound(less + [table.difference(one, other, atMost: 0)]))
        #expect(asker.isFound(less.dropLast() + [!table.difference(one, other, atMost: 0)]))
    }

    @Test("A price by a quantity")
    func products() {
        let (price, quantity) = (asker.whole("price", 0...1_000_000), asker.whole("quantity", 0...1000))
        let total = asker.table.define(.product(price, quantity), name: "total")
        #expect(asker.isNone([table.atLeast(quantity, 1), !table.difference(price, total, atMost: 0)]))
        #expect(asker.isFound([table.isCount(total, 999_999)]))
        #expect(asker.isNone([table.atMost(price, 99), table.atMost(quantity, 10), table.atLeast(total, 991)]))
    }

    @Test("The least of several and the greatest")
    func extremes() {
        let amounts = (0..<4).map { asker.money("a\($0)") }
        let least = table.define(.extreme(.least, amounts), name: "least")
        let greatest = table.define(.extreme(.greatest, amounts), name: "greatest")
        #expect(asker.isNone([!table.difference(least, greatest, atMost: 0)]))
        #expect(asker.isNone(amounts.map { table.atLeast($0, 5) } + [table.atMost(least, 4)]))
        #expect(asker.isFound([table.atMost(least, 4), table.atLeast(greatest, 1_000_000)]))
    }

    @Test("What is left of an amount, or nothing, is at most the amount and whatever that is at most")
    func floors() {
        let (paid, fee, cap) = (asker.money("paid"), asker.money("fee"), asker.money("cap"))
        let left = asker.sum([(1, paid), (-1, fee)])
        let rest = table.define(.extreme(.greatest, [table.constant(0), left]), name: "rest")
        #expect(asker.isNone([!table.difference(rest, paid, atMost: 0)]))
        #expect(asker.isNone([table.difference(paid, cap, atMost: 0), !table.difference(rest, cap, atMost: 0)]))
        #expect(asker.isFound([table.isCount(rest, 0), table.difference(paid, fee, atMost: -5)]))
        #expect(asker.isFound([table.isCount(rest, 77), table.atLeast(fee, 1000)]))
    }

    @Test("Where an amount rises, no fee that is a part of it falls")
    func order() {
        let (amount, later) = (asker.money("amount"), asker.money("later"))
        let rises = table.difference(amount, later, atMost: 0)
        let (fee, laterFee) = (asker.percent(15, of: amount), asker.percent(15, of: later))
        #expect(asker.isNone([rises, !table.difference(fee, laterFee, atMost: 0)]))
        #expect(asker.isFound([!rises, !table.difference(fee, laterFee, atMost: 0)]))
        #expect(asker.isFound([rises, table.difference(fee, laterFee, atMost: 0), table.atLeast(fee, 12_345)]))
        let (rest, laterRest) = (asker.sum([(1, amount), (-1, fee)]), asker.sum([(1, later), (-1, laterFee)]))
        #expect(asker.isNone([rises, table.difference(laterRest, rest, atMost: -2)]))
    }

    @Test("The sum of twenty lines, each of which is paid back or not, is at most the total")
    func lines() {
        let lines = (0..<20).map { asker.money("line\($0)") }
        let returned = lines.enumerated().map { index, line in
            table.define(
                .choice([
                    .init(condition: asker.truth("r\(index)"), value: line),
                    .init(condition: asker.truth("half\(index)"), value: asker.percent(50, of: line)),
                    .init(condition: .yes, value: table.constant(0)),
                ]), name: "returned")
        }
        let (refund, total) = (asker.sum(returned.map { (1, $0) }), asker.sum(lines.map { (1, $0) }))
        #expect(asker.isNone([!table.difference(refund, total, atMost: 0)]))
        #expect(asker.isFound([table.difference(refund, total, atMost: -7), table.atLeast(refund, 5)]))
    }

    // MARK: Choices

    @Test("What is paid back is one of several amounts, each at most what was paid")
    func choices() {
        let paid = asker.money("paid")
        let isLate = asker.truth("late")
        let isDamaged = asker.truth("damaged")
        let refund = table.define(
            .choice([
                .init(condition: isLate, value: table.constant(0)),
                .init(condition: isDamaged, value: paid),
                .init(condition: .yes, value: asker.percent(85, of: paid)),
            ]), name: "refund")
        #expect(asker.isNone([!table.difference(refund, paid, atMost: 0)]))
        #expect(asker.isNone([table.difference(refund, paid, atMost: -1), isDamaged, !isLate]))
        #expect(asker.isNone([table.atLeast(refund, 1), isLate]))
        #expect(asker.isFound([table.isCount(refund, 85)]))
        #expect(asker.isNone([table.isCount(refund, 7), table.isCount(paid, 10)]))
    }

    @Test("A choice of which no condition is true may be anything in its domain")
    func openChoice() {
        let flag = asker.truth("flag")
        let value = table.define(
            .choice([.init(condition: flag, value: table.constant(3))]), name: "value", domain: .whole(0...9))
        #expect(asker.isFound([table.isCount(value, 7)]))
        #expect(asker.isNone([table.isCount(value, 7), flag]))
    }

    // MARK: Functions

    @Test("A function that rises by steps, and one that is put back now and then")
    func functions() {
        let day = asker.whole("day", 0...3_000_000)
        let month = asker.function("month", of: day, 0...100_000) { $0 / 30 }
        #expect(asker.isNone([table.atMost(day, 899), table.atLeast(month, 30)]))
        #expect(asker.isNone([table.atLeast(month, 31), table.atMost(day, 929)]))
        #expect(asker.isFound([table.isCount(month, 77)]))
        let clock = asker.function("clock", of: day, -10...6_000_010, slack: 1) { 2 * $0 - ($0 % 7 == 3 ? 3 : 0) }
        #expect(asker.isNone([table.atLeast(day, 1000), table.atMost(clock, 1990)]))
        #expect(asker.isFound([table.isCount(clock, 2 * 500_006 - 3), table.atMost(day, 500_006)]))
    }

    @Test("A date moved by working days never comes earlier for more days")
    func workingDays() {
        let day = asker.whole("day", 0...3_000_000)
        let (days, more) = (asker.whole("days", 0...100), asker.whole("more", 0...100))
        let deadlines = [days, more].map { count in
            let function = Definition.Function(
                name: "working days",
                arguments: [.init(variable: day, direction: .rises), .init(variable: count, direction: .rises)],
                evaluate: { $0[0] + $0[1] * 7 / 5 })
            return table.define(.function(function), name: "deadline", domain: .whole(0...4_000_000))
        }
        let isMore = table.difference(days, more, atMost: 0)
        #expect(asker.isNone([isMore, !table.difference(deadlines[0], deadlines[1], atMost: 0)]))
        #expect(asker.isFound([isMore, table.difference(deadlines[0], deadlines[1], atMost: -20)]))
        #expect(asker.isFound([!isMore, !table.difference(deadlines[0], deadlines[1], atMost: 0)]))
    }

    @Test("A sum that may pass the border of Int128 proves nothing")
    func overflow() {
        let (x, y) = (asker.whole("x", .min ... .max), asker.whole("y", 0 ... .max))
        let sum = asker.sum([(1, x), (1, y)])
        #expect(!asker.isNone([!table.difference(x, sum, atMost: 0)]))
        #expect(asker.isFound([table.atLeast(x, 1 << 90), table.atMost(y, 7), table.atLeast(sum, 1 << 90)]))
    }

    @Test("A domain that a calculation leaves is no proof of anything")
    func wrongDomain() {
        let value = table.define(.linear([], constant: 7), name: "seven", domain: .whole(0...3))
        #expect(!asker.isNone([table.atMost(value, 2)]))
    }
}
