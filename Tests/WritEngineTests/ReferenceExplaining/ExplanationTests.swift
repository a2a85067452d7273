import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// What an explanation says about how a decision was made.
@Suite struct ExplanationTests {
    private let model = ModelBuilder()
    private let dollars = WritType.integer

    private func explain(_ decision: DecisionID, _ facts: [String: Datum]) -> Explanation {
        Explainer(model.model).explain(decision, facts: model.model.facts(facts), changes: false)
    }

    @Test func rulesSayWhatStoppedThem() {
        let (a, n) = (model.fact("a", .boolean), model.fact("n", .integer))
        let limit = model.param("limit", model.integer(10))
        let isLarge = model.compare(n, .greater, limit)
        let rules = [
            model.rule("both", when: model.and(a, isLarge), then: model.integer(1)),
            model.rule("open", when: model.fact("b", .boolean), then: model.integer(3)),
            model.rule("small", when: model.not(isLarge), then: model.integer(3)),
            model.rule("after", when: a, then: model.integer(4)),
        ]
        let d = model.decision("d", .first, .integer, rules)
        let trace = explain(d, ["a": true, "n": 4]).trace
        #expect(trace.rules.map(\.name) == ["both", "open", "small"])
        #expect(trace.rules.map(\.fate) == [.passedOver, .held, .fired])
        #expect(trace.rules[0].stoppedBy.map(\.location) == [isLarge.location])
        #expect(trace.rules[0].stoppedBy[0].facts.map(\.path.description) == ["n"])
        #expect(trace.rules[0].stoppedBy[0].facts[0].value == 4)
        #expect(trace.rules[1].stoppedBy[0].value.missing == ["b"])
        #expect(trace.rules[2].stoppedBy.isEmpty)
        #expect(trace.facts.map(\.path.description) == ["a", "n", "b"])
        #expect(trace.params.map(\.value) == [10] && trace.params.map(\.source) == [.house])
        #expect(trace.answer.held == [.rule(1)])
    }

    @Test func conditionsSayWhatTheyCompared() {
        let total = model.define("total", model.term(.add(model.fact("n", .integer), model.integer(1)), .integer))
        let limit = model.param("limit", model.integer(10))
        let isLarge = model.compare(total([]), .greater, limit)
        let d = model.decision(
            "d", .first, .integer, [model.rule("large", when: isLarge, then: model.integer(1))],
            otherwise: model.then(model.integer(0)))
        let condition = explain(d, ["n": 4]).trace.rules[0].stoppedBy[0]
        #expect(condition.tests.map(\.value) == [false])
        #expect(condition.tests[0].sides.map(\.value) == [5, 10])
        #expect(condition.tests[0].sides.map(\.path?.description) == [nil, nil])
        let open = explain(d, [:]).trace.rules[0].stoppedBy[0]
        #expect(open.waitsFor.map(\.description) == ["n"])
        #expect(open.tests[0].sides.map { $0.value == 10 } == [false, true])
    }

    /// Of several tests only those that decided are told.
    @Test func onlyDecisiveTestsAreTold() {
        let (a, b, c) = (model.fact("a", .boolean), model.fact("b", .boolean), model.fact("c", .boolean))
        let condition = model.or(model.not(model.or(a, b)), model.and(b, c))
        let d = whether(condition)
        func told(_ facts: [String: Datum]) -> [String] {
            explain(d, facts).trace.rules[0].stoppedBy[0].tests.map { $0.text }
        }
        #expect(told(["a": true, "b": false, "c": true]).count == 2)
        #expect(told(["a": true, "b": true, "c": false]).count == 3)
        #expect(told(["b": true]).count == 1)
    }

    @Test func quotientsAreShownRounded() {
        let share = model.divide(model.fact("n", .integer), model.integer(3))
        let d = whether(model.compare(share, .greater, model.integer(1)))
        let side = explain(d, ["n": 2]).trace.rules[0].stoppedBy[0].tests[0].sides[0]
        #expect(side.isRounded && side.type == .number(scale: 4) && side.value == 6667)
    }

    @Test func questionsAboutCasesAndListsSayWhatWasAsked() {
        let level = model.enumeration("Level", ["low", "high"])
        let isHigh = model.term(.isCase(model.fact("level", .variant(level)), 1), .boolean)
        let list = model.fact("list", .list(.integer))
        let isIn = model.term(.memberOf(model.fact("n", .integer), list: list), .boolean)
        let isKnown = model.term(.isKnown(model.fact("b", .boolean, optional: true)), .boolean)
        let anyLarge = model.any(.any, list) { model.compare($0, .greater, model.integer(7)) }
        let d = model.decision(
            "d", .first, .integer,
            [isHigh, isIn, isKnown, anyLarge].enumerated().map {
                model.rule("r\($0)", when: $1, then: model.integer(1))
            }, otherwise: model.then(model.integer(0)))
        let rules = explain(d, ["level": .variant(0, []), "list": [1, 2], "n": 3]).trace.rules
        let sides = rules.map { $0.stoppedBy[0].tests[0].sides.map(\.value) }
        #expect(sides[0] == [.variant(0, [])])
        #expect(sides[1] == [3, [1, 2]])
        #expect(sides[2].count == 1)
        #expect(sides[3] == [[1, 2]])
    }

    private func whether(_ condition: Term) -> DecisionID {
        model.decision(
            "d", .first, .boolean, [model.rule("r", when: condition, then: model.yes())],
            otherwise: model.then(model.yes(false)))
    }

    @Test func factsAreSeenThroughDefinesThatWereWorkedOutBefore() {
        let isOk = model.define("ok", model.compare(model.fact("n", .integer), .greater, model.integer(3)))
        let rules = [
            model.rule("one", when: isOk([]), then: model.integer(1)),
            model.rule("two", when: isOk([]), then: model.integer(2)),
        ]
        let d = model.decision("d", .first, .integer, rules, otherwise: model.then(model.integer(0)))
        let trace = explain(d, ["n": 1]).trace
        #expect(trace.rules.map { $0.stoppedBy[0].facts.map(\.path.description) } == [["n"], ["n"]])
    }

    @Test func partsAndElementsHaveTheirPaths() {
        let line = model.record("Line", [model.slot("in_stock", .boolean), model.slot("count", .integer)])
        let order = model.record("Order", [model.slot("lines", .list(.record(line)))])
        let lines = model.field(model.fact("order", .record(order)), "lines")
        let allInStock = model.any(.every, lines) { model.field($0, "in_stock") }
        let d = model.decision(
            "d", .first, .boolean, [model.rule("r", when: allInStock, then: model.yes())],
            otherwise: model.then(model.yes(false)))
        let trace = explain(d, ["order": .record([[.record([true, 1]), .record([false, 2])]])]).trace
        #expect(
            trace.facts.map(\.path.description) == [
                "order.lines", "order.lines[1].in_stock", "order.lines[2].in_stock",
            ])
    }

    @Test func nestedDecisionsAreExplainedOnce() {
        let inner = model.decision(
            "inner", .first, .integer, [model.rule("r", when: model.fact("a", .boolean), then: model.integer(1))],
            otherwise: model.then(model.integer(2)))
        func isOne() -> Term { model.equal(model.term(.decision(inner, []), .integer), model.integer(1)) }
        let outer = model.decision(
            "outer", .first, .integer,
            [
                model.rule("x", when: model.not(isOne()), then: model.integer(1)),
                model.rule("y", when: isOne(), then: model.integer(5)),
            ])
        let explanation = explain(outer, ["a": true])
        #expect(explanation.answer.outcome == 5)
        #expect(explanation.nested.map(\.answer.decision) == [inner])
        #expect(explanation.trace.decisions == [0])
        #expect(explanation.nested[0].rules.map(\.fate) == [.fired])
        #expect(explanation.trace.facts.map(\.path.description) == ["a"])
        #expect(explanation.trace.rules[0].stoppedBy[0].facts.map(\.path.description) == ["a"])
    }

    @Test func columnsAreSeenInEveryRow() {
        let local = model.local("column", .integer)
        let column = TableColumn(local: local, value: model.fact("n", .integer))
        let rows = (1...3).map { index in
            model.rule(
                "row\(index)", when: model.equal(model.read(local), model.integer(Int128(index))),
                then: model.integer(0))
        }
        let d = model.decision("d", .first, .integer, columns: [column], rows)
        let trace = explain(d, ["n": 3]).trace
        #expect(trace.rules.dropLast().allSatisfy { $0.stoppedBy[0].facts.map(\.path.description) == ["n"] })
    }

    @Test func brokenPromisesAreTold() {
        let n = model.fact("n", .integer)
        let d = model.decision("d", .first, .integer, [model.rule("r", when: model.yes(), then: n)])
        model.promise("small", model.compare(model.term(.decision(d, []), .integer), .less, model.integer(5)))
        #expect(explain(d, ["n": 9]).brokenPromises == [0])
        #expect(explain(d, ["n": 1]).brokenPromises == [])
    }
}
