import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// The section "Time" of the semantics.
@Suite struct ReferenceTimeTests {
    private let model = ModelBuilder()
    private let office: Term

    init() {
        let hours = [WorkingInterval("09:00", "18:00")!]
        let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) })
        office = model.calendar(
            WorkingCalendar(
                name: "office", zone: Zone.named("Asia/Shanghai")!, weekly: week,
                holidays: [CivilDate(iso: "2024-05-01")!: "Labour Day"],
                extraDays: [CivilDate(iso: "2024-05-11")!: hours],
                coverage: CivilDate(iso: "2024-01-01")!...CivilDate(iso: "2024-12-31")!))
    }

    private func date(_ term: Term) -> String {
        guard case .count(let count) = model.value(term) else {
            return model.value(term).fault.map { "\($0.kind): \($0.detail)" } ?? "?"
        }
        return FaultText.of(count, term.type)
    }

    @Test func theWorkedSaturday() {
        let filed = model.instant("2024-05-10T16:30:00+08:00")
        let due = model.after(model.amount("2 working hours"), filed, on: office)
        #expect(model.value(due) == model.value(model.instant("2024-05-11T09:30:00+08:00")))
        #expect(model.value(model.between(.workingTime, filed, due, on: office)) == .count(7_200_000_000))
    }

    @Test func daysAndMonths() {
        #expect(date(model.after(model.amount("1 month"), model.date("2024-01-31"))) == "2024-02-29")
        #expect(date(model.after(model.amount("7 days"), model.date("2024-02-26"))) == "2024-03-04")
        #expect(date(model.after(model.amount("1 day"), model.date("2024-03-01"), before: true)) == "2024-02-29")
        #expect(model.value(model.between(.days, model.date("2024-03-01"), model.date("2024-02-28"))) == -2)
        #expect(model.value(model.between(.months, model.date("2024-01-31"), model.date("2024-02-29"))) == 1)
        #expect(model.value(model.between(.months, model.date("2024-02-29"), model.date("2024-01-31"))) == -1)
    }

    @Test func workingDaysCountFromTheNextDay() {
        #expect(date(model.after(model.amount("1 working day"), model.date("2024-05-10"), on: office)) == "2024-05-11")
        #expect(date(model.after(model.amount("2 working days"), model.date("2024-04-30"), on: office)) == "2024-05-03")
        #expect(date(model.after(model.amount("0 working days"), model.date("2024-05-01"), on: office)) == "2024-05-01")
        let span = model.between(.workingDays, model.date("2024-05-10"), model.date("2024-05-13"), on: office)
        #expect(model.value(span) == 2)
        #expect(
            model.value(model.between(.workingDays, model.date("2024-05-13"), model.date("2024-05-10"), on: office))
                == -2)
    }

    @Test func whatTheCalendarsCannotSayIsAFault() {
        let late = model.after(model.amount("3 working days"), model.date("2024-12-30"), on: office)
        #expect(date(late) == "outsideCalendar: 2024-12-30 + 3 working days on office")
        #expect(
            date(model.after(model.amount("1 day"), model.date("9999-12-31"))) == "dateOutOfRange: 9999-12-31 + 1 day")
        #expect(
            date(model.after(model.amount("1 month"), model.date("0001-01-01"), before: true))
                == "dateOutOfRange: 0001-01-01 - 1 month")
        let never = model.calendar(WorkingCalendar(name: "never", zone: .utc, weekly: [:]))
        let none = model.after(model.amount("1 working hour"), model.instant("2024-05-10T00:00:00Z"), on: never)
        #expect(date(none) == "noWorkingTime: 2024-05-10T00:00:00Z + 1 working hour on never")
        let nowhere = model.term(
            .atTime(date: model.date("2024-05-10"), time: model.time("09:00"), zone: model.zone("Nowhere")), .instant)
        #expect(date(nowhere) == "unknownZone: Nowhere")
        let outside = model.term(.isWorkingDay(model.date("2025-01-01"), calendar: office), .boolean)
        #expect(model.value(outside).fault?.detail == "2025-01-01 on office")
    }

    @Test func localTimesAreKept() {
        let berlin = model.zone("Europe/Berlin")
        let before = model.instant("2024-03-30T02:30:00+01:00")
        #expect(date(model.after(model.amount("1 day"), before, in: berlin)) == "2024-03-31T01:30:00Z")
        let repeated = model.term(
            .atTime(date: model.date("2024-10-27"), time: model.time("02:30"), zone: berlin), .instant)
        #expect(date(repeated) == "2024-10-27T00:30:00Z")
        #expect(
            date(model.after(model.amount("0 days"), model.instant("2024-10-27T01:30:00Z"), in: berlin))
                == "2024-10-27T00:30:00Z")
        #expect(date(model.after(model.amount("24 hours"), before)) == "2024-03-31T01:30:00Z")
        #expect(
            date(model.term(.localPart(.date, model.instant("2024-03-30T23:30:00Z"), zone: berlin), .date))
                == "2024-03-31")
        #expect(
            date(model.term(.localPart(.time, model.instant("2024-03-30T23:30:00Z"), zone: berlin), .time)) == "00:30")
    }

    /// Both evaluators: the machine answers as the reference does.
    @Test func localDatesEndWithTheYears() throws {
        let (last, first) = (model.instant("9999-12-31T23:59:59Z"), model.instant("0001-01-01T00:00:00Z"))
        let (shanghai, newYork) = (model.zone("Asia/Shanghai"), model.zone("America/New_York"))
        let date = model.term(.localPart(.date, last, zone: shanghai), .date)
        let time = model.term(.localPart(.time, first, zone: newYork), .time)
        let moved = model.after(model.amount("0 days"), last, in: shanghai)
        let terms = [date, time, moved]
        #expect(
            terms.map(self.date) == [
                "dateOutOfRange: 9999-12-31T23:59:59Z Asia/Shanghai",
                "dateOutOfRange: 0001-01-01T00:00:00Z America/New_York",
                "dateOutOfRange: 9999-12-31T23:59:59Z + 0 days",
            ])
        let decisions = terms.enumerated().map {
            model.decision("ends\($0)", .first, $1.type, [], otherwise: model.then($1))
        }
        var frame = Frame(try PlanVerifier.verify(Lowering.plan(of: model.model)))
        var machine = Machine(observing: NoObserver())
        frame.load(model.model.facts([:]), ParamSet(of: model.model))
        for decision in decisions {
            let expected = model.answer(decision)
            #expect(expected.fault?.kind == .dateOutOfRange)
            #expect(AgreementTests.difference(expected, machine.decide(decision, arguments: [], &frame)) == nil)
        }
    }

    @Test func partsAndEdges() {
        let day = model.date("2024-02-10")
        let parts = [Term.DatePart.year, .month, .day, .weekday].map {
            model.value(model.term(.part($0, day), .integer))
        }
        #expect(parts == [2024, 2, 10, 6])
        let weekdays = model.enumeration("Weekday", Weekday.allCases.map(\.name))
        #expect(model.value(model.term(.part(.weekday, day), .variant(weekdays))) == .variant(5, []))
        let edges = [Term.PeriodEdge.startOfMonth, .endOfMonth, .startOfYear, .endOfYear]
        #expect(
            edges.map { date(model.term(.edge($0, day), .date)) } == [
                "2024-02-01", "2024-02-29", "2024-01-01", "2024-12-31",
            ])
    }

    @Test func rollingToWorkingDays() {
        func roll(_ day: String, _ forward: Bool) -> String {
            date(model.term(.rollToWorkingDay(model.date(day), forward: forward, calendar: office), .date))
        }
        #expect(roll("2024-05-01", true) == "2024-05-02")
        #expect(roll("2024-05-01", false) == "2024-04-30")
        #expect(roll("2024-05-11", true) == "2024-05-11")
        #expect(model.value(model.term(.isWorkingDay(model.date("2024-05-11"), calendar: office), .boolean)) == true)
    }

    @Test func pausesStopTheClock() {
        let pause = model.record(
            "Pause", [model.slot("from", .instant), model.slot("until", .instant, optional: true)])
        let pauses = model.fact("pauses", .list(.record(pause)))
        func at(_ text: String) -> Datum { .count(Int128(Instant(rfc3339: text)!.microseconds)) }
        let start = model.instant("2024-05-10T10:00:00Z")
        let due = model.after(model.amount("2 hours"), start, excluding: pauses)
        let stop: Datum = .record([at("2024-05-10T11:00:00Z"), at("2024-05-10T11:30:00Z")])
        #expect(model.value(due, ["pauses": [stop]]) == at("2024-05-10T12:30:00Z"))
        #expect(model.value(due, ["pauses": [stop, stop]]) == at("2024-05-10T12:30:00Z"))
        let span = model.between(.elapsed, start, model.instant("2024-05-10T12:00:00Z"), excluding: pauses)
        #expect(model.value(span, ["pauses": [stop]]) == .count(5_400_000_000))
        let open: Datum = .record([
            at("2024-05-10T11:00:00Z"), model.model.missing("pauses", .element(0), .field("until")),
        ])
        #expect(model.value(due, ["pauses": [open]]).missing == ["pauses[1].until"])
        #expect(model.value(due).missing == ["pauses"])
    }

    @Test func operandsMergeInOrder() {
        let (day, days) = (model.fact("day", .date), model.fact("days", .amount(.workingDays)))
        #expect(model.value(model.after(days, day, on: office)).missing == ["days", "day"])
        #expect(model.value(model.between(.days, day, model.date("2024-01-01"))).missing == ["day"])
    }

    @Test func hugeAmountsAreOutOfRange() {
        let huge = model.quantity(Int128.min, .amount(.days))
        #expect(model.value(model.after(huge, model.date("2024-01-01"), before: true)).fault?.kind == .dateOutOfRange)
        let elapsed = model.quantity(Int128.max, .amount(.elapsed))
        #expect(model.value(model.after(elapsed, model.instant("2024-01-01T00:00:00Z"))).fault?.kind == .dateOutOfRange)
    }
}

/// Counts as text.
enum FaultText {
    static func of(_ count: Int128, _ type: WritType) -> String {
        switch type {
        case .date: CivilDate(dayNumber: Int(count))!.description
        case .instant: Instant(microseconds: Int64(count))!.description
        case .time: CivilTime(microseconds: Int64(count))!.description
        default: "\(count)"
        }
    }
}
