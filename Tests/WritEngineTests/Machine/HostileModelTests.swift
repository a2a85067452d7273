import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// Models as nobody writes them: they are lowered and run without running out of anything.
@Suite struct HostileModelTests {
    private let build = ModelBuilder()

    private func answer(_ decision: DecisionID, _ facts: [String: Datum] = [:]) throws -> Answer {
        var frame = Frame(try PlanVerifier.verify(Lowering.plan(of: build.model)))
        var machine = Machine(observing: NoObserver())
        frame.load(build.model.facts(facts), ParamSet(of: build.model))
        return machine.decide(decision, &frame)
    }

    @Test func termsTwoHundredDeep() throws {
        var sum = build.fact("n", .integer)
        var condition = build.compare(sum, .less, build.integer(10))
        for level in 0..<200 {
            sum = build.term(.add(sum, build.integer(1)), .integer)
            condition =
                level % 2 == 0
                ? build.or(build.not(condition), build.yes(false)) : build.and(build.yes(), build.not(condition))
        }
        let id = build.decision(
            "d", .first, .integer, [build.rule("r", when: condition, then: sum)],
            otherwise: build.then(build.integer(-1)))
        #expect(try answer(id, ["n": 5]).outcome == 205)
        #expect(try answer(id, ["n": 50]).outcome == -1)
        #expect(try answer(id).needs.map(\.description) == ["n"])
    }

    @Test func tenThousandRules() throws {
        let fact = build.fact("n", .integer)
        let rules = (0..<10_000).map { number in
            build.rule(
                "r\(number)", when: build.equal(fact, build.integer(Int128(number))),
                then: build.integer(Int128(number * 2)))
        }
        let id = build.decision("d", .first, .integer, rules)
        let plan = try PlanVerifier.verify(Lowering.plan(of: build.model))
        #expect(plan.plan.slots.count < 25_000)
        var frame = Frame(plan)
        var machine = Machine(observing: NoObserver())
        for number in [0, 4_321, 9_999] {
            frame.load(build.model.facts(["n": .count(Int128(number))]), ParamSet(of: build.model))
            #expect(machine.decide(id, &frame).outcome == .count(Int128(number * 2)))
        }
    }

    /// Nothing here recurses over what the model's author can make long: calls are kept in the frame.
    @Test func tenThousandDefinesEachUsingTheOneBefore() throws {
        var last = build.fact("n", .integer)
        for number in 0..<10_000 {
            let sum = build.term(.add(last, build.integer(1)), .integer)
            last = build.define("d\(number)", sum)([])
        }
        let id = build.decision("d", .first, .integer, [], otherwise: build.then(last))
        #expect(try answer(id, ["n": 1]).outcome == 10_001)
    }

    /// Each decision is held and asks the next one.
    @Test func aThousandDecisionsEachReadingTheOneBefore() throws {
        let fact = build.fact("b", .boolean)
        var last = build.integer(0)
        var id = DecisionID(0)
        for number in 0..<1_000 {
            let value = build.term(.add(last, build.integer(1)), .integer)
            id = build.decision(
                "d\(number)", .first, .integer, [build.rule("r", when: fact, then: value)], otherwise: build.then(value)
            )
            last = build.term(.decision(id, []), .integer)
        }
        #expect(try answer(id).outcome == 1_000)
        #expect(try answer(id).held == [.rule(0)])
    }

    /// The bound on steps is known before any case is.
    @Test func stepsAreBounded() throws {
        let list = build.fact("xs", .list(.integer))
        let condition = build.any(.any, list) { x in build.any(.every, list) { build.compare(x, .less, $0) } }
        let id = build.decision(
            "d", .first, .integer, [build.rule("r", when: condition, then: build.integer(1))],
            otherwise: build.then(build.integer(0)))
        let plan = try PlanVerifier.verify(Lowering.plan(of: build.model))
        let bound = plan.stepBound(id, listLength: 50)
        var frame = Frame(plan)
        var machine = Machine(observing: Steps())
        frame.load(build.model.facts(["xs": .list((0..<50).map { .count(Int128($0)) })]), ParamSet(of: build.model))
        machine.evaluate(id, &frame)
        #expect(machine.observer.count <= bound)
        #expect(bound < 20_000)
    }
}

private struct Steps: MachineObserver {
    var count = 0
    mutating func willRun(_ place: Int) { count += 1 }
    mutating func noted(decision: Int, rule: Int, isHeld: Bool) {}
}
