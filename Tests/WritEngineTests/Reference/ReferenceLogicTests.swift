import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// The section "Unknown" of the semantics, sentence by sentence.
@Suite struct ReferenceLogicTests {
    private let model = ModelBuilder()
    /// true, false and unknown
    private let cases: [[String: Datum]] = [["t": true, "f": false]]

    /// t, f and u, as terms.
    private var terms: [Term] {
        if model.model.facts.isEmpty { for name in ["t", "f", "u"] { _ = model.fact(name, .boolean) } }
        return (0..<3).map { model.term(.fact(FactID($0)), .boolean) }
    }

    private func truth(_ term: Term) -> String {
        switch model.value(term, cases[0]) {
        case .boolean(let truth): truth ? "t" : "f"
        default: "u"
        }
    }

    @Test func logicIsKleene() {
        let terms = terms
        let ands = terms.map { a in terms.map { truth(model.and(a, $0)) }.joined() }
        #expect(ands == ["tfu", "fff", "ufu"])
        let ors = terms.map { a in terms.map { truth(model.or(a, $0)) }.joined() }
        #expect(ors == ["ttt", "tfu", "tuu"])
        let implies = terms.map { a in terms.map { truth(model.or(model.not(a), $0)) }.joined() }
        #expect(implies == ["tfu", "ttt", "tuu"])
        #expect(terms.map { truth(model.not($0)) }.joined() == "ftu")
        #expect(truth(model.and()) == "t")
        #expect(truth(model.or()) == "f")
    }

    @Test func causesMergeInOperandOrder() {
        let (a, b) = (model.fact("a", .boolean), model.fact("b", .boolean))
        #expect(model.value(model.and(b, a, b)).missing == ["b", "a"])
        #expect(model.value(model.or(a, b)).missing == ["a", "b"])
        #expect(model.value(model.equal(b, a)).missing == ["b", "a"])
        let faulty = model.compare(model.faulty(), .less, model.integer(1))
        let both = model.value(model.and(a, faulty))
        #expect(both.missing == ["a"])
        #expect(both.fault?.kind == .zeroDivisor)
        #expect(both.fault?.detail == "3 / 0")
    }

    @Test func noFaultIsReportedWhenTheResultIsKnown() {
        let faulty = model.compare(model.faulty(), .less, model.integer(1))
        #expect(model.value(model.and(faulty, model.yes(false))) == false)
        #expect(model.value(model.or(model.yes(), faulty)) == true)
    }

    @Test func isKnownAndOrElse() {
        let number = model.fact("n", .integer, optional: true)
        #expect(model.value(model.isKnown(number)) == false)
        #expect(model.value(model.isKnown(number), ["n": 1]) == true)
        #expect(model.value(model.isKnown(model.faulty())) == false)
        let instead = model.term(.orElse(number, model.integer(7)), .integer)
        #expect(model.value(instead) == 7)
        #expect(model.value(instead, ["n": 1]) == 1)
        let afterFault = model.value(model.term(.orElse(model.faulty(), number), .integer))
        #expect(afterFault.fault == nil)
        #expect(afterFault.missing == ["n"])
        #expect(model.value(model.term(.orElse(number, model.faulty()), .integer)).fault?.kind == .zeroDivisor)
    }

    @Test func eitherSideOfAnOrElseWouldSettleIt() {
        let (a, b, c) = (model.fact("a", .integer), model.fact("b", .integer), model.fact("c", .integer))
        func orElse(_ x: Term, _ y: Term) -> Term { model.term(.orElse(x, y), .integer) }
        #expect(model.value(orElse(a, b)).missing == ["a", "b"])
        #expect(model.value(orElse(orElse(b, a), c)).missing == ["b", "a", "c"])
        #expect(model.value(orElse(b, orElse(b, a))).missing == ["b", "a"])
        #expect(model.value(orElse(a, b), ["b": 1]) == 1)
    }

    @Test func aConditionalLooksAtTheChosenBranchOnly() {
        let condition = model.fact("c", .boolean)
        let choice = model.term(.conditional(condition, then: model.integer(1), else: model.faulty()), .integer)
        #expect(model.value(choice, ["c": true]) == 1)
        #expect(model.value(choice, ["c": false]).fault?.kind == .zeroDivisor)
        #expect(model.value(choice).missing == ["c"])
        #expect(model.value(choice).fault == nil)
    }

    @Test func recordsAreEqualPartByPart() {
        let id = model.record("R", [model.slot("a", .integer), model.slot("b", .integer, optional: true)])
        let (x, y) = (model.fact("x", .record(id)), model.fact("y", .record(id)))
        let equal = model.equal(x, y)
        let hole = model.model.missing("x", .field("b"))
        #expect(model.value(equal, ["x": .record([1, 2]), "y": .record([1, 2])]) == true)
        #expect(model.value(equal, ["x": .record([1, hole]), "y": .record([2, 2])]) == false)
        #expect(model.value(equal, ["x": .record([1, hole]), "y": .record([1, 2])]).missing == ["x.b"])
        #expect(model.value(equal, ["x": .record([1, hole]), "y": .record([1, hole])]).missing == ["x.b"])
        #expect(model.value(equal, ["x": .record([1, 2])]).missing == ["y"])
    }

    @Test func variantsAndListsAreEqualPartByPart() {
        let id = model.variant("V", [("plain", []), ("full", [model.slot("n", .integer)])])
        let (v, w) = (model.fact("v", .variant(id)), model.fact("w", .variant(id)))
        let hole = model.model.missing("v", .field("n"))
        #expect(model.value(model.equal(v, w), ["v": .variant(0, []), "w": .variant(1, [hole])]) == false)
        #expect(model.value(model.equal(v, w), ["v": .variant(1, [hole]), "w": .variant(1, [3])]).missing == ["v.n"])
        let list = model.fact("l", .list(.integer))
        let two = model.term(.makeList([model.integer(1), model.integer(2)]), .list(.integer))
        let open = model.model.missing("l", .element(1))
        #expect(model.value(model.equal(list, two), ["l": [1, 2]]) == true)
        #expect(model.value(model.equal(list, two), ["l": [1, open, 3]]) == false)
        #expect(model.value(model.equal(list, two), ["l": [1, open]]).missing == ["l[2]"])
    }

    @Test func aCaseFieldOfAnotherCaseIsNothing() {
        let id = model.variant("V", [("plain", []), ("full", [model.slot("n", .integer)])])
        let v = model.fact("v", .variant(id))
        let field = model.term(.caseField(v, [Term.CaseField(caseIndex: 1, fieldIndex: 0)]), .integer)
        #expect(model.value(field, ["v": .variant(1, [5])]) == 5)
        #expect(model.value(field, ["v": .variant(0, [])]).absence == .otherCase)
        #expect(model.value(field).missing == ["v"])
        #expect(
            model.value(model.term(.isCase(v, 1), .boolean), ["v": .variant(1, [model.model.missing("v")])]) == true)
    }

    @Test func membershipIsKleeneOverElements() {
        let list = model.fact("l", .list(.integer))
        let isMember = model.term(.memberOf(model.integer(2), list: list), .boolean)
        let open = model.model.missing("l", .element(0))
        #expect(model.value(isMember, ["l": [1, 2]]) == true)
        #expect(model.value(isMember, ["l": [open, 2]]) == true)
        #expect(model.value(isMember, ["l": [open, 1]]).missing == ["l[1]"])
        #expect(model.value(isMember, ["l": []]) == false)
        #expect(model.value(isMember).missing == ["l"])
    }

    @Test func aFieldOfAnUnknownRecordIsUnknown() {
        let inner = model.record("Inner", [model.slot("n", .integer)])
        let outer = model.record("Outer", [model.slot("inner", .record(inner))])
        let fact = model.fact("o", .record(outer))
        let field = model.field(model.field(fact, "inner"), "n")
        #expect(model.value(field, ["o": .record([.record([4])])]) == 4)
        #expect(model.value(field).missing == ["o"])
    }

    @Test func textsAreTestedByBytes() {
        func holds(_ test: Term.TextTest, _ a: String, _ b: String) -> Datum {
            model.value(model.term(.text(test, model.text(a), model.text(b)), .boolean))
        }
        #expect(holds(.startsWith, "parcel", "par") == true)
        #expect(holds(.endsWith, "parcel", "cel") == true)
        #expect(holds(.contains, "parcel", "rce") == true)
        #expect(holds(.contains, "par", "parcel") == false)
        #expect(holds(.contains, "par", "") == true)
        #expect(model.value(model.term(.textLength(model.text("优先é")), .integer)) == 3)
        #expect(model.value(model.term(.plainText(model.text("　ＡＢ－１ ")), .text)) == "AB-1")
    }
}
