import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// The section "Lists" of the semantics.
@Suite struct ReferenceListTests {
    private let model = ModelBuilder()
    private let list: Term
    private let open: [Datum]

    init() {
        list = model.fact("l", .list(.integer))
        open = (0..<4).map { [model] in model.model.missing("l", .element($0)) }
    }

    private func big(_ x: Term) -> Term { model.compare(x, .greater, model.integer(5)) }
    private func value(_ term: Term, _ elements: [Datum]) -> Datum { model.value(term, ["l": .list(elements)]) }

    @Test func quantifiersAreKleeneOverTheElements() {
        let forms = [Term.Quantifier.any, .every, .no].map { model.any($0, list, big) }
        func all(_ elements: [Datum]) -> [Datum] { forms.map { value($0, elements) } }
        #expect(all([]) == [false, true, true])
        #expect(all([1, 6]) == [true, false, false])
        #expect(all([6, 7]) == [true, true, false])
        #expect(all([open[0], 6])[0] == true)
        #expect(all([open[0], 6])[1].missing == ["l[1]"])
        #expect(all([1, open[1], open[2]])[2].missing == ["l[2]", "l[3]"])
        #expect(all([1, open[1]])[1] == false)
        #expect(model.value(forms[0]).missing == ["l"])
    }

    @Test func countIsUnknownIfAFilterIs() {
        #expect(value(model.count(list, where: big), [6, 1, 9]) == 2)
        #expect(value(model.count(list, where: big), [6, open[1]]).missing == ["l[2]"])
        #expect(value(model.count(list) { _ in nil }, [6, open[1]]) == 2)
        #expect(value(model.count(list, where: big), []) == 0)
    }

    @Test func aggregates() {
        func form(_ aggregate: Term.Aggregate) -> Term { model.aggregate(aggregate, list, where: big) { $0 } }
        #expect([Term.Aggregate.sum, .min, .max].map { value(form($0), [7, 1, 6]) } == [13, 6, 7])
        #expect(
            [Term.Aggregate.sum, .min, .max].map { value(form($0), [1]).absence } == [nil, .noElement, .noElement])
        #expect(value(form(.sum), []) == 0)
        let average = form(.average)
        #expect(value(model.round(average, to: 1, .number(scale: 1)), [7, 6, 6]) == 63)
        #expect(value(model.round(average, to: 1, .number(scale: 1)), []).absence == .noElement)
        let unfiltered = model.aggregate(.sum, list) { $0 }
        #expect(value(unfiltered, [1, open[1]]).missing == ["l[2]"])
    }

    @Test func onlyPassingElementsMustHaveAValue() {
        let pair = model.record("P", [model.slot("a", .integer), model.slot("b", .integer, optional: true)])
        let pairs = model.fact("p", .list(.record(pair)))
        let total = model.aggregate(.sum, pairs, where: { big(model.field($0, "a")) }) { model.field($0, "b") }
        let hole = model.model.missing("p", .element(0), .field("b"))
        #expect(model.value(total, ["p": [.record([1, hole]), .record([6, 4])]]) == 4)
        #expect(model.value(total, ["p": [.record([7, hole]), .record([6, 4])]]).missing == ["p[1].b"])
    }

    @Test func listsMayHoldUnknownValuesButNotUnknownMembers() {
        let twice = model.map(list, where: big) { model.term(.add($0, $0), .integer) }
        #expect(value(twice, [6, 1]) == [12])
        #expect(value(twice, [6, open[1]]).missing == ["l[2]"])
        #expect(value(model.map(list) { $0 }, [6, open[1]]) == [6, open[1]])
    }

    @Test func firstEndsAtTheFirstCertainMatch() {
        let first = model.first(list, where: big)
        #expect(value(first, [1, 7, 8]) == 7)
        #expect(value(first, [1, 7, open[2]]) == 7)
        #expect(value(first, [open[0], 7]).missing == ["l[1]"])
        #expect(value(first, [1, open[1]]).missing == ["l[2]"])
        #expect(value(first, [1]).absence == .noElement)
        #expect(value(model.first(list), [3, 1]) == 3)
    }

    @Test func firstByKeyTakesTheEarliestOfTheBest() {
        let pair = model.record("P", [model.slot("key", .integer, optional: true), model.slot("n", .integer)])
        let pairs = model.fact("p", .list(.record(pair)))
        let passes: (Term) -> Term? = { self.big(self.model.field($0, "n")) }
        let key: (Term) -> Term? = { self.model.field($0, "key") }
        let least = model.first(pairs, where: passes, by: key)
        let greatest = model.first(pairs, where: passes, by: key, descending: true)
        let data: Datum = [.record([2, 6]), .record([1, 7]), .record([1, 8]), .record([2, 9]), .record([0, 1])]
        #expect(model.value(least, ["p": data]) == .record([1, 7]))
        #expect(model.value(greatest, ["p": data]) == .record([2, 6]))
        let hole = model.model.missing("p", .element(1), .field("key"))
        #expect(model.value(least, ["p": [.record([2, 6]), .record([hole, 7])]]).missing == ["p[2].key"])
        #expect(model.value(least, ["p": [.record([2, 6]), .record([hole, 1])]]) == .record([2, 6]))
        #expect(model.value(least, ["p": [.record([2, 1])]]).absence == .noElement)
    }
}
