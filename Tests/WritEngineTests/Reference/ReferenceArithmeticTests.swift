import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// The sections "Values" and "Faults" of the semantics.
@Suite struct ReferenceArithmeticTests {
    private let model = ModelBuilder()
    private let dollars = WritType.money(Currency.named("USD")!)
    private let large = Int128(1) << 126

    private func fault(_ term: Term) -> String? {
        model.value(term).fault.map { "\($0.kind): \($0.detail)" }
    }

    @Test func productsAddTheirScales() {
        let product = model.term(
            .multiply(model.quantity(150, .number(scale: 2)), model.quantity(25, .number(scale: 1))), .number(scale: 3))
        #expect(model.value(product) == 3750)
        #expect(model.value(model.compare(product, .greaterOrEqual, model.quantity(375, .number(scale: 2)))) == true)
    }

    @Test func keptValuesFitInt64() {
        let term = model.quantity(Int128(Int64.max) + 1, dollars)
        #expect(fault(model.term(.bounded(term), dollars)) == "overflow: 92233720368547758.08 USD")
        let fitting = model.quantity(Int128(Int64.min), dollars)
        #expect(model.value(model.term(.bounded(fitting), dollars)) == .count(Int128(Int64.min)))
    }

    @Test func whatLeavesInt128ShowsItsOperands() {
        let half = model.quantity(large, .integer)
        let text = "85070591730234615865843651857942052864"
        #expect(fault(model.term(.add(half, half), .integer)) == "overflow: \(text) + \(text)")
        #expect(fault(model.term(.multiply(half, model.integer(3)), .integer)) == "overflow: \(text) * 3")
        let least = model.quantity(.min, .integer)
        #expect(fault(model.term(.subtract(least, model.integer(1)), .integer))?.hasSuffix(" - 1") == true)
        #expect(fault(model.term(.negate(least), .integer)) == "overflow: -\(Int128.min)")
        #expect(fault(model.term(.rescale(half, scale: 6), .number(scale: 6))) == "overflow: \(text)")
    }

    @Test func quotientsCompareExactly() {
        let third = model.divide(model.integer(1), model.integer(3))
        let more = model.divide(model.quantity(3334, .number(scale: 4)), model.integer(1))
        #expect(model.value(model.compare(third, .less, more)) == true)
        #expect(model.value(model.compare(third, .less, model.quantity(333_333_333, .number(scale: 9)))) == false)
        #expect(model.value(model.equal(third, model.divide(model.integer(-2), model.integer(-6)))) == true)
        let negative = model.divide(model.integer(1), model.integer(-3))
        #expect(model.value(model.compare(negative, .less, model.integer(0))) == true)
        let (a, b) = (model.quantity(.max, .number(scale: 0)), model.quantity(.max - 1, .number(scale: 30)))
        #expect(model.value(model.compare(model.divide(a, b), .greater, model.divide(b, a))) == true)
        #expect(model.value(model.compare(model.divide(a, b), .greater, model.divide(a, b))) == false)
    }

    @Test func quotientsGoThroughDefines() {
        let (a, b) = (model.fact("a", .integer), model.fact("b", .integer))
        let rate = model.define("rate", model.divide(a, b))
        let half = model.quantity(5, .number(scale: 1))
        #expect(model.value(model.compare(rate([]), .greaterOrEqual, half), ["a": 1, "b": 2]) == true)
        #expect(model.value(model.compare(rate([]), .greaterOrEqual, half), ["a": 1]).missing == ["b"])
        #expect(model.value(model.round(rate([]), to: 1, .number(scale: 2)), ["a": 2, "b": 3]) == 67)
        #expect(model.value(model.isKnown(rate([])), ["a": 1, "b": 0]) == false)
    }

    @Test func aZeroDivisorIsAFault() {
        let term = model.divide(model.quantity(1250, dollars), model.quantity(0, dollars))
        let rounded = model.round(term, to: 1, .number(scale: 2))
        #expect(fault(rounded) == "zeroDivisor: 12.50 USD / 0.00 USD")
    }

    @Test(arguments: [
        (RoundingMode.halfUp, [3, -3, 2, 4]), (.halfEven, [2, -2, 2, 4]), (.up, [3, -3, 3, 4]), (.down, [2, -2, 2, 3]),
    ])
    func rounding(_ mode: RoundingMode, _ expected: [Int]) {
        let values = [25, -25, 21, 35].map { model.quantity($0, .number(scale: 1)) }
        #expect(
            values.map { model.value(model.round($0, to: 1, .integer, mode)) }
                == expected.map { Datum.count(Int128($0)) })
    }

    @Test func roundingGoesToMultiplesOfTheUnit() {
        let price = model.quantity(1237, dollars)
        #expect(model.value(model.round(price, to: 5, dollars)) == 1235)
        #expect(
            model.value(model.round(model.divide(model.integer(1), model.integer(3)), to: 1, .number(scale: 6)))
                == 333_333)
    }

    @Test func elapsedTimeTimesANumberIsRoundedToMicroseconds() {
        let half = model.term(
            .multiply(model.amount("1 microsecond"), model.quantity(5, .number(scale: 1))), .amount(.elapsed))
        #expect(model.value(half) == 1)
        let hours = model.term(
            .multiply(model.quantity(15, .number(scale: 1)), model.amount("1 hour")), .amount(.elapsed))
        #expect(model.value(hours) == .count(5_400_000_000))
    }

    @Test func extremesAreUnknownIfAnOperandIs() {
        let n = model.fact("n", .integer)
        let least = model.term(.extreme(.least, [model.integer(3), n, model.integer(5)]), .integer)
        #expect(model.value(least, ["n": 4]) == 3)
        #expect(model.value(least).missing == ["n"])
        #expect(model.value(model.term(.extreme(.greatest, [model.integer(3), n]), .integer), ["n": 4]) == 4)
    }

    @Test func equalityLooksThroughScales() {
        #expect(model.value(model.equal(model.integer(2), model.quantity(200, .number(scale: 2)))) == true)
        #expect(model.value(model.equal(model.integer(2), model.quantity(201, .number(scale: 2)))) == false)
    }

    @Test func paramsAreOverridden() {
        let limit = model.param("limit", model.integer(3))
        var params = ParamSet(of: model.model)
        params[ParamID(0)] = 9
        let facts = FactSet.empty(of: model.model)
        #expect(ReferenceEvaluator(model.model, facts: facts).evaluate(limit) == 3)
        #expect(ReferenceEvaluator(model.model, facts: facts, params: params).evaluate(limit) == 9)
    }

    @Test func deepDefinesStayPolynomial() {
        var last = model.define("d0", model.fact("n", .integer))
        for index in 1...60 {
            let previous = last
            last = model.define(
                "d\(index)", model.term(.bounded(model.term(.add(previous([]), previous([])), .integer)), .integer))
        }
        #expect(model.value(last([]), ["n": 1]) == .count(1 << 60))
    }
}
