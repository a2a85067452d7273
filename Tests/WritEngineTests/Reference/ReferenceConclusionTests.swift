import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// The section "Decisions" of the semantics: what rules conclude, who reads it, and promises.
@Suite struct ReferenceConclusionTests {
    private let model = ModelBuilder()
    private let n: Term
    private let outcome: VariantID

    init() {
        n = model.fact("n", .integer, optional: true)
        outcome = model.variant(
            "Outcome", [("pay", [model.slot("amount", .integer), model.slot("note", .integer, optional: true)])])
    }

    private func pay(_ amount: Term?, _ note: Term?) -> Term {
        model.term(.makeCase(outcome, 0, [amount, note]), .variant(outcome))
    }

    private func always(_ value: Term, do actions: [ActionCall] = [], because: MessageTemplate? = nil) -> DecisionID {
        model.decision(
            "d", .first, value.type,
            [model.rule("r", when: model.yes(), model.then(value, do: actions, because: because))])
    }

    @Test func optionalPartsMayStayUnknown() {
        let answer = model.answer(always(pay(model.integer(1), n)))
        #expect(answer.status == .determined)
        #expect(answer.outcome == .variant(0, [1, model.model.missing("n")]))
        #expect(model.answer(always(pay(n, nil))).needs.map(\.description) == ["n"])
        #expect(model.answer(always(pay(model.integer(1), model.faulty()))).status == .faulted)
        guard case .variant(0, let parts) = model.answer(always(pay(model.integer(1), nil))).outcome else { return }
        #expect(parts[1].absence == .written)
    }

    @Test func anOutcomeWithAnUnknownPartAgreesWithNothing() {
        let same = pay(model.integer(1), n)
        let open = model.fact("open", .boolean)
        let d = model.decision(
            "d", .first, same.type, [model.rule("r", when: open, then: same)], otherwise: model.then(same))
        #expect(model.answer(d).status == .undetermined)
        #expect(model.answer(d, ["n": 4]).status == .determined)
    }

    @Test func actionsArgumentsBlockUnlessOptional() {
        let action = model.action("act", [model.slot("must", .integer), model.slot("may", .integer, optional: true)])
        func answer(_ must: Term, _ may: Term?) -> Answer {
            model.answer(always(model.yes(), do: [model.call(action, [must, may])]))
        }
        #expect(answer(n, nil).needs.map(\.description) == ["n"])
        #expect(answer(model.integer(1), n).status == .determined)
        #expect(answer(model.integer(1), n).actions.first?.arguments == [1, model.model.missing("n")])
        #expect(answer(model.integer(1), nil).actions.first?.arguments == [1, nil])
        #expect(answer(model.integer(1), model.faulty()).status == .faulted)
    }

    @Test func becauseNeverBlocks() {
        let answer = model.answer(always(model.yes(), because: model.message(.text("n is "), .hole(n))))
        #expect(answer.status == .determined)
        #expect(
            answer.because.first?.texts.first?.segments == [.text("n is "), .value(model.model.missing("n"), .integer)])
    }

    @Test func readersSeeTheOutcomeOrWhyThereIsNone() {
        let flag = model.fact("flag", .boolean)
        let d = model.decision(
            "d", .first, .integer, [model.rule("r", when: flag, then: model.integer(1))],
            otherwise: model.then(model.integer(2)))
        let reader = model.term(.decision(d, []), .integer)
        #expect(model.value(reader, ["flag": true]) == 1)
        #expect(model.value(reader).missing == ["flag"])
        #expect(model.value(model.isKnown(reader)) == false)
        let faulted = model.term(.decision(always(model.faulty()), []), .integer)
        #expect(model.value(faulted).fault?.kind == .zeroDivisor)
    }

    @Test func decisionsAreMadeForArguments() {
        let level = model.local("level", .integer)
        let isHigh = model.compare(model.read(level), .greater, n)
        let d = model.decision(
            "d", .first, .boolean, parameters: [level], [model.rule("r", when: isHigh, then: model.yes())],
            otherwise: model.then(model.yes(false)))
        #expect(model.answer(d, ["n": 3], arguments: [4]).outcome == true)
        #expect(model.answer(d, ["n": 3], arguments: [3]).outcome == false)
        let list = model.fact("l", .list(.integer))
        let any = model.any(.any, list) { model.term(.decision(d, [$0]), .boolean) }
        #expect(model.value(any, ["n": 3, "l": [1, 2, 5]]) == true)
        #expect(model.value(any, ["n": 3, "l": [1, 2]]) == false)
    }

    @Test func columnsAreReadByRows() {
        let local = model.local("column", .integer)
        let column = TableColumn(local: local, value: model.term(.add(n, model.integer(1)), .integer))
        let cell = model.compare(model.read(local), .greater, model.integer(5))
        let empty = model.decision(
            "e", .first, .boolean, columns: [column], [model.rule("any", when: model.and(), then: model.yes())])
        #expect(model.answer(empty).outcome == true)
        let d = model.decision(
            "d", .first, .integer, columns: [column], [model.rule("r", when: cell, then: model.read(local))],
            otherwise: model.then(model.integer(0)))
        #expect(model.answer(d, ["n": 5]).outcome == 6)
        #expect(model.answer(d, ["n": 4]).outcome == 0)
        #expect(model.answer(d).needs.map(\.description) == ["n"])
    }

    @Test func promisesConcernWhatTheyRead() {
        let one = always(n)
        let two = always(model.yes())
        let throughDefine = model.define("x", model.term(.decision(one, []), .integer))
        model.promise("small", model.compare(throughDefine([]), .less, model.integer(5)))
        model.promise(
            "large", never: true, model.compare(model.term(.decision(one, []), .integer), .greater, model.integer(8)))
        model.promise("facts only", model.compare(n, .less, model.integer(7)))
        func broken(_ decision: DecisionID, _ n: Datum?) -> [Int] {
            ReferenceEvaluator(model.model, facts: model.model.facts(n.map { ["n": $0] } ?? [:])).promises(
                for: decision)
        }
        #expect(broken(one, 9) == [0, 1, 2])
        #expect(broken(one, 6) == [0])
        #expect(broken(one, nil) == [])
        #expect(broken(two, 9) == [2])
    }
}
