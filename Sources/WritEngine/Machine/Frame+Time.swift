import WritSemantics
import WritValues

/// The dates, instants, zones and calendars of instructions. A fault inside leaves its state in the result.
extension Frame {
    private mutating func fail(_ i: Instruction, _ kind: Fault.Kind, _ detail: String) {
        set(i.a, unknown: fault(kind, at: i.e, detail))
    }

    private mutating func fail(_ i: Instruction, _ failure: CalendarFailure, _ detail: String) {
        switch failure {
        case .outOfRange: fail(i, Fault.Kind.dateOutOfRange, detail)
        case .outsideCoverage: fail(i, Fault.Kind.outsideCalendar, detail)
        case .noWorkingTime: fail(i, Fault.Kind.noWorkingTime, detail)
        }
    }

    private mutating func date(_ slot: Int32, _ i: Instruction) -> CivilDate? {
        if let date = CivilDate(count: count(slot)) { return date }
        fail(i, .dateOutOfRange, FaultDetail.text(count(slot), .date))
        return nil
    }

    private mutating func instant(_ slot: Int32, _ i: Instruction) -> Instant? {
        if let instant = Instant(count: count(slot)) { return instant }
        fail(i, .dateOutOfRange, FaultDetail.text(count(slot), .instant))
        return nil
    }

    private mutating func zone(_ slot: Int32, _ i: Instruction) -> Zone? {
        let id = slots.values[Int(slot)].tag
        if let zone = texts.zone(id) { return zone }
        fail(i, .unknownZone, texts[id])
        return nil
    }

    private func calendar(_ slot: Int32) -> WorkingCalendar {
        let tag = slots.values[Int(slot)].tag
        return plan.plan.calendars[plan.plan.calendars.indices.contains(tag) ? tag : 0]
    }

    /// Whether all operands are known; if not, the result is unknown with their causes, in order.
    private mutating func areKnown(_ operands: Int32?..., then last: UInt32 = 0, for i: Instruction) -> Bool {
        var merged: UInt32 = 0
        for case let operand? in operands { merged = causes.merge(merged, state(operand)) }
        merged = causes.merge(merged, last)
        if merged != 0 { set(i.a, unknown: merged) }
        return merged == 0
    }

    // MARK: Shifts

    mutating func shift(_ i: Instruction) {
        let shift = plan.plan.shifts[Int(i.b)]
        let pauses = pauses(shift.pauses)
        guard areKnown(shift.amount, shift.anchor, shift.calendar, shift.zone, then: pauses.state, for: i) else {
            return
        }
        let amount = count(shift.amount)
        let clamped = Int64(clamping: amount)
        // What is beyond 64 bits is farther than any date, and so is the end of 64 bits.
        let signed = Int64(clamping: shift.isBefore ? 0 - Int128(clamped) : amount)
        switch (shift.kind, shift.isInstant) {
        case (.days, true), (.months, true): shiftLocally(i, shift, signed)
        case (.days, false), (.months, false):
            guard let date = date(shift.anchor, i) else { return }
            finish(i, shift, moved(date, shift.kind, signed)?.count)
        case (.workingDays, _):
            guard let date = date(shift.anchor, i) else { return }
            finish(i, shift, calendar(shift.calendar!).workingDays(signed, after: date).map(\.count))
        case (.elapsed, _):
            guard let instant = instant(shift.anchor, i) else { return }
            finish(i, shift, pauses.pauses.elapsed(signed, after: instant)?.count)
        case (.workingTime, _):
            guard let instant = instant(shift.anchor, i) else { return }
            let calendar = calendar(shift.calendar!)
            finish(i, shift, calendar.instant(signed, after: instant, excluding: pauses.pauses).map(\.count))
        }
    }

    private mutating func shiftLocally(_ i: Instruction, _ shift: ShiftPlan, _ signed: Int64) {
        guard let zone = zone(shift.zone!, i), let instant = instant(shift.anchor, i) else { return }
        guard let (date, time) = zone.exactLocalDateTime(of: instant) else {
            return fail(i, .dateOutOfRange, detail(i, shift))
        }
        finish(i, shift, moved(date, shift.kind, signed).flatMap { zone.instant(of: $0, time) }?.count)
    }

    private func moved(_ date: CivilDate, _ kind: AmountKind, _ amount: Int64) -> CivilDate? {
        kind == .days ? date.addingDays(Int(amount)) : date.addingMonths(Int(amount))
    }

    private func detail(_ i: Instruction, _ shift: ShiftPlan) -> String {
        let site = plan.plan.sites[Int(i.e)]
        let sign = shift.isBefore ? "-" : "+"
        return FaultDetail.operation(count(shift.anchor), site.left, sign, count(shift.amount), site.right)
    }

    private mutating func finish(_ i: Instruction, _ shift: ShiftPlan, _ count: Int128?) {
        guard let count else { return fail(i, .dateOutOfRange, detail(i, shift)) }
        set(i.a, count: count)
    }

    private mutating func finish(_ i: Instruction, _ shift: ShiftPlan, _ result: Result<Int128, CalendarFailure>) {
        switch result {
        case .success(let count): set(i.a, count: count)
        case .failure(let failure): fail(i, failure, "\(detail(i, shift)) on \(calendar(shift.calendar!).name)")
        }
    }

    // MARK: Spans

    mutating func between(_ i: Instruction) {
        let between = plan.plan.betweens[Int(i.b)]
        let pauses = pauses(between.pauses)
        guard areKnown(between.start, between.end, between.calendar, then: pauses.state, for: i) else { return }
        switch between.kind {
        case .days, .months, .workingDays:
            guard let start = date(between.start, i), let end = date(between.end, i) else { return }
            switch between.kind {
            case .days: set(i.a, count: Int128(CivilDate.days(between: start, and: end)))
            case .months: set(i.a, count: Int128(CivilDate.months(between: start, and: end)))
            default:
                let calendar = calendar(between.calendar!)
                finish(
                    i, calendar.workingDays(between: start, and: end).map { Int128($0) }, "\(start) to \(end)", calendar
                )
            }
        case .elapsed, .workingTime:
            guard let start = instant(between.start, i), let end = instant(between.end, i) else { return }
            if between.kind == .elapsed {
                return set(i.a, count: Int128(pauses.pauses.elapsed(between: start, and: end)))
            }
            let calendar = calendar(between.calendar!)
            let worked = calendar.workingTime(between: start, and: end, excluding: pauses.pauses)
            finish(i, worked.map { Int128($0) }, "\(start) to \(end)", calendar)
        }
    }

    private mutating func finish(
        _ i: Instruction, _ result: Result<Int128, CalendarFailure>, _ operands: String, _ calendar: WorkingCalendar
    ) {
        switch result {
        case .success(let count): set(i.a, count: count)
        case .failure(let failure): fail(i, failure, "\(operands) on \(calendar.name)")
        }
    }

    /// The intervals that do not count, or why they are unknown.
    private mutating func pauses(_ plan: PausesPlan?) -> (pauses: Pauses, state: UInt32) {
        guard let plan else { return (.none, 0) }
        if state(plan.list) != 0 { return (.none, state(plan.list)) }
        let run = slots.values[Int(plan.list)]
        let width = self.plan.plan.shapes[plan.element].width
        guard arena.holds(run, width: width) else { return (.none, 0) }
        var intervals: [(Instant, Instant)] = []
        var unknown: UInt32 = 0
        for index in 0..<run.length {
            let cells = arena.cells(at: run.start + index * width)
            let (from, until) = (cells.advanced(by: plan.from), cells.advanced(by: plan.until))
            unknown = causes.merge(causes.merge(unknown, from.states.pointee), until.states.pointee)
            if from.states.pointee | until.states.pointee == 0,
                let start = Instant(count: from.values.pointee.count),
                let end = Instant(count: until.values.pointee.count)
            {
                intervals.append((start, end))
            }
        }
        return (unknown == 0 ? Pauses(intervals) : .none, unknown)
    }

    // MARK: Dates and instants

    mutating func atTime(_ i: Instruction) {
        guard areKnown(i.b, i.c, i.d, for: i), let zone = zone(i.d, i) else { return }
        let (day, clock) = (count(i.b), count(i.c))
        let time = Int64(exactly: clock).flatMap(CivilTime.init(microseconds:))
        let instant = CivilDate(count: day).flatMap { date in time.flatMap { zone.instant(of: date, $0) } }
        if let instant { return set(i.a, count: instant.count) }
        fail(i, .dateOutOfRange, "\(FaultDetail.text(day, .date)) \(FaultDetail.text(clock, .time)) \(zone.name)")
    }

    mutating func datePart(_ i: Instruction) {
        guard areKnown(i.b, for: i), let date = date(i.b, i) else { return }
        switch i.c {
        case 0: set(i.a, count: Int128(date.year))
        case 1: set(i.a, count: Int128(date.month))
        case 2: set(i.a, count: Int128(date.day))
        default: set(i.a, count: Int128(date.weekday.rawValue - (i.c == 3 ? 1 : 0)))
        }
    }

    mutating func localPart(_ i: Instruction) {
        guard areKnown(i.b, i.c, for: i), let zone = zone(i.c, i), let instant = instant(i.b, i) else { return }
        guard let (date, time) = zone.exactLocalDateTime(of: instant) else {
            return fail(i, .dateOutOfRange, "\(FaultDetail.text(count(i.b), .instant)) \(zone.name)")
        }
        set(i.a, count: i.d == 0 ? date.count : Int128(time.microseconds))
    }

    mutating func edge(_ i: Instruction) {
        guard areKnown(i.b, for: i), let date = date(i.b, i) else { return }
        set(i.a, count: Term.PeriodEdge.all[Int(i.c)].day(of: date).count)
    }

    mutating func workingDay(_ i: Instruction) {
        guard areKnown(i.b, i.c, for: i), let date = date(i.b, i) else { return }
        let calendar = calendar(i.c)
        if i.opcode == .isWorkingDay {
            let isWorking = calendar.isWorkingDay(date)
            return finish(i, isWorking.map { $0 ? 1 : 0 }, "\(date)", calendar)
        }
        let rolled = i.d == 1 ? calendar.firstWorkingDay(onOrAfter: date) : calendar.lastWorkingDay(onOrBefore: date)
        finish(i, rolled.map(\.count), "\(date)", calendar)
    }
}

extension CivilDate {
    fileprivate var count: Int128 { Int128(dayNumber) }
}

extension Instant {
    fileprivate var count: Int128 { Int128(microseconds) }
}
