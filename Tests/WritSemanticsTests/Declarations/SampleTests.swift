import Testing
import WritSemantics
import WritSource
import WritValues

@Suite("Good policies")
struct SampleTests {
    private let check = PolicyCheck([SamplePolicies.facts, SamplePolicies.resolution, SamplePolicies.tests])

    @Test("check clean")
    func clean() {
        #expect(check.report == "", "\(check.details)")
        #expect(check.result.model != nil)
    }

    @Test("and become a model")
    func model() {
        let model = check.model
        #expect(model.name == "service_desk.facts")
        #expect(model.zone?.name == "America/New_York")
        #expect(model.decisions.map(\.heading.name) == ["resolution", "tier", "line_ok"])
        #expect(check.decision("resolution")?.rules.map(\.name) == ["watchlist", "search_first", "reship", "refund"])
        #expect(check.decision("tier")?.rules.map(\.name) == ["emergency", "vip_big", "row_3"])
        #expect(check.decision("tier")?.columns.count == 3)
        #expect(check.decision("tier")?.mode == .unique)
        #expect(check.decision("tier")?.otherwise != nil)
        #expect(model.promises.map(\.isNever) == [false, true])
        #expect(model.digest.count == 64)
    }

    @Test("facts, wire names and bounds are in it")
    func facts() throws {
        let order = try #require(check.model.facts.first { $0.heading.name == "order" })
        #expect(order.slot.wireName == "purchase")
        guard case .record(let id) = order.slot.type else { return #expect(Bool(false)) }
        #expect(check.model[id].fields[1].wireName == "total_price")
        let line = try #require(check.model.records.first { $0.heading.name == "Line" })
        #expect(line.fields[2].bounds == 0...1_000_000)
        #expect(check.model.facts.first { $0.heading.name == "due_in" }?.slot.bounds == 0...365)
    }

    @Test("dated values become a conditional")
    func dated() throws {
        let limit = try #require(check.model.params.first)
        guard case .conditional(let test, then: let then, else: let rest) = limit.value.kind else {
            return #expect(Bool(false), "not a conditional")
        }
        guard case .and(let bounds) = test.kind, case .constant(let peak) = then.kind,
            case .constant(let usual) = rest.kind
        else {
            return #expect(Bool(false))
        }
        #expect(bounds.count == 2)
        #expect(peak == .count(20_000))
        #expect(usual == .count(15_000))
        #expect(limit.slot.bounds == 0...50_000)
    }

    @Test("calendars take over what they are like")
    func calendars() throws {
        let desk = try #require(check.model.calendars.first { $0.heading.name == "desk" }).calendar
        #expect(desk.zone.name == "Europe/Paris")
        #expect(desk.holidays.count == 1)
        #expect(desk.coverage?.lowerBound.description == "2026-01-01")
    }

    @Test("tests carry the assignments of their cases")
    func tests() throws {
        let test = try #require(check.model.tests.first)
        #expect(test.assignments.count == 9)
        guard case .outcome = test.expectations[0].kind, case .status(_, _, .undetermined) = test.expectations[1].kind,
            case .holds = test.expectations[2].kind, case .outcome = test.expectations[3].kind,
            case .outcome = test.expectations[4].kind, case .holds = test.expectations[5].kind
        else { return #expect(Bool(false), "\(test.expectations)") }
        #expect(test.expectations[0].rule == "search_first")
        #expect(test.expectations[0].actions.count == 1)
        #expect(test.expectations[1].needs == ["order.amount", "parcel.gps"])
        #expect(test.expectations[4].rule == "otherwise")
    }

    @Test("an unknown is given the path of the fact")
    func unknownPath() throws {
        let test = try #require(check.model.tests.first)
        let unknown = test.assignments.compactMap { if case .unknown(let cause) = $0.value { cause } else { nil } }
        #expect(unknown.first?.missing.first?.description == "parcel.gps")
    }

    @Test("of scores and collections check clean too")
    func scores() throws {
        let check = PolicyCheck(SamplePolicies.scores)
        #expect(check.report == "", "\(check.details)")
        #expect(check.model.decisions.map(\.mode) == [.sum, .min, .collect, .unique, .count])
        #expect(check.model.languages == ["en", "zh"])
        let outcome = try #require(check.decision("outcome"))
        #expect(outcome.parameterSlots.map(\.name) == ["line"])
        #expect(outcome.undetermined != nil)
        #expect(check.model.calendars[0].calendar.holidays.count == 7)
        #expect(check.decision("hits")?.rules.allSatisfy { $0.conclusion.value == nil } == true)
        #expect(check.model.tests[0].expectations.compactMap(\.decision).count == 4)
    }
}
