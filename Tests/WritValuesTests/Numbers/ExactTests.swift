import Testing
import WritValues

@Suite struct ExactTests {
    @Test func powersOfTen() {
        #expect(Exact.power(of10: 0) == 1)
        #expect(Exact.power(of10: 2) == 100)
        #expect(String(Exact.power(of10: 38)) == "1" + String(repeating: "0", count: 38))
    }

    @Test func rescalingIsExactOrNothing() {
        #expect(Exact.rescale(125, from: 1, to: 3) == 12500)
        #expect(Exact.rescale(12500, from: 3, to: 1) == 125)
        #expect(Exact.rescale(12501, from: 3, to: 1) == nil)
        #expect(Exact.rescale(-12500, from: 3, to: 1) == -125)
        #expect(Exact.rescale(2, from: 0, to: 38) == nil)
        #expect(Exact.rescale(1, from: 0, to: 38) == Exact.power(of10: 38))
    }

    /// Five units of one decimal, as in the tables of the General Decimal Arithmetic.
    @Test(arguments: [
        (RoundingMode.halfUp, [3, 2, 2, 1, 0, 0, 0, -1, -2, -2, -3] as [Int128]),
        (.halfEven, [2, 2, 2, 1, 0, 0, 0, -1, -2, -2, -2]),
        (.up, [3, 3, 2, 1, 1, 0, -1, -1, -2, -3, -3]),
        (.down, [2, 2, 1, 1, 0, 0, 0, -1, -1, -2, -2]),
    ])
    func modes(mode: RoundingMode, expected: [Int128]) {
        let counts: [Int128] = [25, 21, 16, 10, 4, 0, -4, -10, -16, -21, -25]
        #expect(counts.map { Exact.round($0, toMultipleOf: 10, mode)! / 10 } == expected)
    }

    @Test func roundingAtTheEdge() {
        #expect(Exact.round(.max, toMultipleOf: 10, .up) == nil)
        #expect(Exact.round(.min, toMultipleOf: 10, .up) == nil)
        #expect(Exact.round(.max, toMultipleOf: 10, .down) == Int128.max / 10 * 10)
        #expect(Exact.round(.min, toMultipleOf: 2, .up) == .min)
        #expect(Exact.round(.max, toMultipleOf: .max, .halfUp) == .max)
        #expect(Exact.round(1, toMultipleOf: .max, .up) == .max)
        #expect(Exact.round(-1, toMultipleOf: .max, .up) == -.max)
    }

    /// Against a definition that looks at the two multiples around a number.
    @Test func roundingAgainstItsDefinition() {
        for unit: Int128 in 1...12 {
            for count: Int128 in -60...60 {
                let low = (-80...80).map { Int128($0) * unit }.last { $0 <= count }!
                let (below, above) = (count - low, low + unit - count)
                for mode in RoundingMode.allCases {
                    let away = count < 0 ? low : low + unit
                    let near = below < above ? low : low + unit
                    let expected: Int128
                    switch mode {
                    case _ where below == 0: expected = count
                    case .up: expected = away
                    case .down: expected = count < 0 ? low + unit : low
                    case .halfUp: expected = below == above ? away : near
                    case .halfEven: expected = below == above ? (low / unit % 2 == 0 ? low : low + unit) : near
                    }
                    #expect(Exact.round(count, toMultipleOf: unit, mode) == expected, "\(count) to \(unit) \(mode)")
                }
            }
        }
    }

    @Test func comparingAcrossScales() {
        #expect(Exact.compare(125, scale: 1, with: 1250, scale: 2) == 0)
        #expect(Exact.compare(125, scale: 1, with: 1251, scale: 2) < 0)
        #expect(Exact.compare(.max, scale: 0, with: .max, scale: 38) > 0)
        #expect(Exact.compare(.min, scale: 0, with: .max, scale: 38) < 0)
        #expect(Exact.compare(.min, scale: 38, with: .min, scale: 0) > 0)
    }

    @Test func comparingQuotients() {
        #expect(Exact.compareQuotients(1, over: 3, with: 2, over: 6) == 0)
        #expect(Exact.compareQuotients(1, over: -3, with: 1, over: 3) < 0)
        #expect(Exact.compareQuotients(-1, over: -3, with: 1, over: 4) > 0)
        #expect(Exact.compareQuotients(.max, over: .max - 1, with: .max - 1, over: .max - 2) < 0)
        #expect(Exact.compareQuotients(.min, over: .min, with: .max, over: .max) == 0)
        #expect(Exact.compareQuotients(.min, over: -1, with: .max, over: 1) > 0)
        #expect(Exact.compareQuotients(.min, over: 1, with: .max, over: -1) < 0)
    }

    @Test func comparingQuotientsOfSmallNumbers() {
        let range: ClosedRange<Int128> = -5...5
        for a in range {
            for b in range where b != 0 {
                for c in range {
                    for d in range where d != 0 {
                        let (left, right) = (Double(a) / Double(b), Double(c) / Double(d))
                        let expected = a * d == b * c ? 0 : (left < right ? -1 : 1)
                        #expect(Exact.compareQuotients(a, over: b, with: c, over: d).signum() == expected)
                    }
                }
            }
        }
    }
}
