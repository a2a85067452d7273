import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// How values of each type lie in slots.
@Suite struct PlanShapeTests {
    private let build = ModelBuilder()

    /// The shape of a fact of a type.
    private func shape(_ type: WritType) -> Shape {
        _ = build.fact("fact", type)
        let plan = Lowering.plan(of: build.model)
        return plan.shapes[plan.facts.last!.shape]
    }

    @Test func scalarsAreOneSlot() {
        let types: [WritType] = [
            .boolean, .integer, .money(Currency.named("USD")!), .text, .date, .time, .instant, .zone, .amount(.days),
            .list(.text), .list(.list(.integer)),
        ]
        for type in types { #expect(shape(type).width == 1, "\(type)") }
    }

    @Test func recordsAreAHeaderAndTheirFields() {
        let inner = build.record("inner", [build.slot("a", .integer), build.slot("b", .text)])
        let outer = build.record("outer", [build.slot("x", .record(inner)), build.slot("y", .boolean, optional: true)])
        let shape = shape(.record(outer))
        #expect(shape.width == 5)
        guard case .record(_, let fields) = shape.kind else {
            Issue.record("a record's shape is a record's")
            return
        }
        #expect(fields.map(\.offset) == [1, 4])
        #expect(fields.map(\.isOptional) == [false, true])
    }

    @Test func variantsAreATagAndTheFieldsOfAllCases() {
        let variant = build.variant(
            "outcome",
            [
                ("none", []), ("part", [build.slot("amount", .integer)]),
                ("to", [build.slot("a", .text), build.slot("b", .date)]),
            ])
        let shape = shape(.variant(variant))
        #expect(shape.width == 4)
        guard case .variant(_, let cases) = shape.kind else {
            Issue.record("a variant's shape is a variant's")
            return
        }
        #expect(cases.map { $0.map(\.offset) } == [[], [1], [2, 3]])
    }

    @Test func aRecordMayHoldItselfThroughAList() {
        let tree = build.record("tree", [build.slot("name", .text)])
        build.model.records[tree.index].fields.append(build.slot("children", .list(.record(tree))))
        #expect(shape(.record(tree)).width == 3)
    }

    /// A case that is loaded is what facts read: nothing is lost on the way into slots and back.
    @Test func dataSurviveTheWayThroughSlots() throws {
        let inner = build.record("inner", [build.slot("a", .integer), build.slot("b", .text, optional: true)])
        let type = WritType.list(.record(inner))
        let fact = build.fact("lines", type)
        let id = build.decision("echo", .first, type, [], otherwise: build.then(fact))
        let model = build.model
        let datum = Datum.list([
            .record([1, "x"]), .record([2, model.missing("lines", .element(1), .field("b"))]),
        ])
        var frame = Frame(try PlanVerifier.verify(Lowering.plan(of: model)))
        var machine = Machine(observing: NoObserver())
        frame.load(model.facts(["lines": datum]), ParamSet(of: model))
        #expect(machine.decide(id, &frame).outcome == datum)
    }
}
