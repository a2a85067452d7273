import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// The section "Decisions" of the semantics: the modes.
@Suite struct ReferenceDecisionTests {
    private let model = ModelBuilder()
    private let a: Term
    private let b: Term

    init() {
        a = model.fact("a", .boolean)
        b = model.fact("b", .boolean)
    }

    /// Two rules, on a and on b.
    private func decision(
        _ mode: Decision.Mode, _ first: Int128, _ second: Int128, otherwise: Int128? = nil, undetermined: Int128? = nil
    ) -> DecisionID {
        let type: WritType = mode == .collect ? .list(.integer) : .integer
        let rules = [
            model.rule("one", when: a, then: model.integer(first)),
            model.rule("two", when: b, then: model.integer(second)),
        ]
        return model.decision(
            "d", mode, type, rules, otherwise: otherwise.map { model.then(model.integer($0)) },
            undetermined: undetermined.map { model.then(model.integer($0)) })
    }

    // MARK: first

    @Test func firstTakesTheFirstTrueRule() {
        let d = decision(.first, 1, 2, otherwise: 3)
        let both = model.answer(d, ["a": true, "b": true])
        #expect(both.outcome == 1 && both.rules == [.rule(0)] && both.status == .determined && both.held.isEmpty)
        #expect(model.answer(d, ["a": false, "b": true]).rules == [.rule(1)])
        #expect(model.answer(d, ["a": false, "b": false]).rules == [.otherwise])
        // A rule after the first true one does not matter.
        #expect(model.answer(d, ["a": true]).outcome == 1)
        #expect(model.answer(d, ["a": true]).held.isEmpty)
    }

    @Test func heldRulesThatAgreeDoNotBlock() {
        let agreeing = model.answer(decision(.first, 2, 2), ["b": true])
        #expect(agreeing.status == .determined && agreeing.outcome == 2)
        #expect(agreeing.rules == [.rule(1)] && agreeing.held == [.rule(0)])
        let otherwise = model.answer(decision(.first, 3, 3, otherwise: 3))
        #expect(otherwise.rules == [.otherwise] && otherwise.held == [.rule(0), .rule(1)])
    }

    @Test func heldRulesThatDisagreeLeaveItUndetermined() {
        let open = model.answer(decision(.first, 1, 2), ["b": true])
        #expect(open.status == .undetermined && open.outcome == nil && open.rules.isEmpty)
        #expect(open.needs.map(\.description) == ["a"] && open.held == [.rule(0)])
    }

    @Test func noRuleIsAFault() {
        let none = model.answer(decision(.first, 1, 2), ["a": false, "b": false])
        #expect(none.status == .faulted && none.fault?.kind == .noRule && none.fault?.detail == "d")
        #expect(model.answer(decision(.first, 1, 1)).status == .undetermined)
    }

    @Test func actionsMustAgreeToo() {
        let action = model.action("act", [model.slot("n", .integer)])
        func act(_ n: Int128) -> Conclusion {
            model.then(model.integer(1), do: [model.call(action, [model.integer(n)])])
        }
        func answer(_ x: Int128, _ y: Int128) -> Answer {
            model.answer(model.decision("d", .first, .integer, [model.rule("r", when: a, act(x))], otherwise: act(y)))
        }
        #expect(answer(1, 1).status == .determined)
        #expect(answer(1, 1).actions == [AnsweredAction(action: action, arguments: [1])])
        #expect(answer(1, 2).status == .undetermined)
    }

    // MARK: unique

    @Test func uniqueAllowsOneRule() {
        let d = decision(.unique, 1, 2, otherwise: 3)
        #expect(model.answer(d, ["a": true, "b": false]).outcome == 1)
        #expect(model.answer(d, ["a": false, "b": false]).rules == [.otherwise])
        let several = model.answer(d, ["a": true, "b": true])
        #expect(
            several.status == .faulted && several.fault?.kind == .severalRules && several.fault?.detail == "one, two")
    }

    @Test func uniqueWithHeldRules() {
        #expect(model.answer(decision(.unique, 1, 1), ["a": true]).rules == [.rule(0)])
        #expect(model.answer(decision(.unique, 1, 1), ["a": true]).held == [.rule(1)])
        #expect(model.answer(decision(.unique, 1, 2), ["a": true]).needs.map(\.description) == ["b"])
        #expect(model.answer(decision(.unique, 3, 2, otherwise: 3), ["b": false]).outcome == 3)
        #expect(model.answer(decision(.unique, 1, 2, otherwise: 3), ["b": false]).status == .undetermined)
        #expect(model.answer(decision(.unique, 1, 2), ["b": false]).status == .undetermined)
        #expect(model.answer(decision(.unique, 1, 2), ["a": false, "b": false]).fault?.kind == .noRule)
    }

    // MARK: collecting

    @Test func collectTakesEveryTrueRule() {
        let d = decision(.collect, 1, 2)
        #expect(model.answer(d, ["a": true, "b": true]).outcome == [1, 2])
        #expect(model.answer(d, ["a": true, "b": true]).rules == [.rule(0), .rule(1)])
        #expect(model.answer(d, ["a": false, "b": false]).outcome == [])
        let open = model.answer(d, ["a": true])
        #expect(open.status == .undetermined && open.certain == [1] && open.needs.map(\.description) == ["b"])
        #expect(model.answer(decision(.collect, 1, 2, otherwise: 7), ["a": false, "b": false]).outcome == [7])
        #expect(model.answer(decision(.collect, 1, 2, otherwise: 7), ["a": false]).status == .undetermined)
    }

    @Test func collectsOtherwiseMayBeTheList() {
        let list = model.term(.constant([4, 5]), .list(.integer))
        let rules = [model.rule("r", when: a, then: model.integer(1))]
        let d = model.decision("d", .collect, .list(.integer), rules, otherwise: model.then(list))
        #expect(model.answer(d, ["a": false]).outcome == [4, 5])
    }

    @Test func scores() {
        let both: [String: Datum] = ["a": true, "b": true]
        let none: [String: Datum] = ["a": false, "b": false]
        func outcomes(_ facts: [String: Datum]) -> [Datum?] {
            [Decision.Mode.sum, .min, .max, .count].map { model.answer(decision($0, 2, 5), facts).outcome }
        }
        #expect(outcomes(both) == [7, 2, 5, 2])
        #expect(outcomes(none) == [0, nil, nil, 0])
        #expect(outcomes(["a": true]) == [nil, nil, nil, nil])
        let least = model.answer(decision(.min, 2, 5), none)
        #expect(least.status == .faulted && least.fault?.kind == .noRule)
        #expect(model.answer(decision(.max, 2, 5, otherwise: 9), none).outcome == 9)
        #expect(model.answer(decision(.sum, 2, 5, otherwise: 9), none).outcome == 9)
        #expect(model.value(model.term(.decision(decision(.min, 2, 5), []), .integer), none).fault?.kind == .noRule)
    }

    @Test func aTotalIsKept() {
        let large = Int128(Int64.max)
        let answer = model.answer(decision(.sum, large, 1), ["a": true, "b": true])
        #expect(answer.fault?.kind == .overflow && answer.fault?.detail == "9223372036854775808")
    }

    // MARK: open answers

    @Test func faultsOutweigh() {
        let faulty = model.compare(model.faulty(), .less, model.integer(1))
        let rules = [
            model.rule("one", when: a, then: model.integer(1)), model.rule("two", when: faulty, then: model.integer(2)),
        ]
        let d = model.decision(
            "d", .first, .integer, rules, otherwise: model.then(model.integer(3)),
            undetermined: model.then(model.integer(4)))
        let answer = model.answer(d)
        #expect(
            answer.status == .faulted && answer.fault?.detail == "3 / 0" && answer.needs.isEmpty
                && answer.outcome == nil)
        #expect(model.answer(d, ["a": true]).status == .determined)
    }

    @Test func needsPutTheMostUsefulFirst() {
        let (x, y, z) = (model.fact("x", .boolean), model.fact("y", .boolean), model.fact("z", .boolean))
        let rules = [
            model.rule("one", when: model.and(x, y), then: model.integer(1)),
            model.rule("two", when: model.and(z, y), then: model.integer(2)),
        ]
        let d = model.decision("d", .first, .integer, rules, otherwise: model.then(model.integer(3)))
        #expect(model.answer(d).needs.map(\.description) == ["y", "x", "z"])
    }

    @Test func whenUndeterminedReplacesTheOutcomeOnly() {
        let d = decision(.first, 1, 2, otherwise: 3, undetermined: 9)
        let open = model.answer(d)
        #expect(open.status == .undetermined && open.outcome == 9 && open.rules == [.undetermined])
        #expect(open.needs.map(\.description) == ["a", "b"] && open.held == [.rule(0), .rule(1)])
        #expect(model.value(model.term(.decision(d, []), .integer)) == 9)
    }

    @Test func anUnknownValueForUndeterminedIsOneMoreCause() {
        let n = model.fact("n", .integer)
        let d = model.decision(
            "d", .first, .integer, [model.rule("r", when: a, then: model.integer(1))],
            otherwise: model.then(model.integer(2)),
            undetermined: model.then(n))
        #expect(model.answer(d).needs.map(\.description) == ["a", "n"])
        #expect(model.answer(d).outcome == nil)
        #expect(model.answer(d, ["n": 5]).outcome == 5)
    }
}
