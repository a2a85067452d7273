import WritSemantics
import WritValues

extension CaseEvaluation {
    /// The amount of time from one date or instant to another.
    func between(_ between: Term.Between, _ term: Term, _ locals: Locals) -> Datum {
        let operands = [between.start, between.end] + [between.calendar].compactMap(\.self)
        let values = operands.map { datum($0, locals) }
        let pauses = between.pauses.map { self.pauses($0, locals) } ?? .success(.none)
        if let cause = Cause.merging(values.map(\.causeIfUnknown) + [pauses.cause]) { return .unknown(cause) }
        switch between.kind {
        case .days, .months, .workingDays:
            return withDate(values[0], term) { start in
                self.withDate(values[1], term) { end in self.dates(from: start, to: end, between, values, term) }
            }
        case .elapsed, .workingTime:
            return withInstant(values[0], term) { start in
                self.withInstant(values[1], term) { end in
                    self.time(from: start, to: end, values, try! pauses.get(), between, term)
                }
            }
        }
    }

    private func dates(
        from start: CivilDate, to end: CivilDate, _ between: Term.Between, _ values: [Datum], _ term: Term
    ) -> Datum {
        switch between.kind {
        case .days: return .count(Int128(CivilDate.days(between: start, and: end)))
        case .months: return .count(Int128(CivilDate.months(between: start, and: end)))
        default:
            let calendar = calendar(values[2])
            let days = calendar.workingDays(between: start, and: end)
            return answered(days.map { .count(Int128($0)) }, term) { "\(start) to \(end) on \(calendar.name)" }
        }
    }

    private func time(
        from start: Instant, to end: Instant, _ values: [Datum], _ pauses: Pauses, _ between: Term.Between, _ term: Term
    ) -> Datum {
        if between.kind == .elapsed { return .count(Int128(pauses.elapsed(between: start, and: end))) }
        let calendar = calendar(values[2])
        let worked = calendar.workingTime(between: start, and: end, excluding: pauses)
        return answered(worked.map { .count(Int128($0)) }, term) { "\(start) to \(end) on \(calendar.name)" }
    }

    /// The intervals that do not count: records with `from` and `until`. A bound that is unknown makes them unknown.
    func pauses(_ list: Term, _ locals: Locals) -> Result<Pauses, UnknownValue> {
        guard case .list(.record(let id)) = list.type else { preconditionFailure("pauses are records") }
        let names = model[id].fields.map(\.name)
        let places = (names.firstIndex(of: "from")!, names.firstIndex(of: "until")!)
        return elements(list, locals).flatMap { elements in
            let bounds = elements.map { self.bounds(of: $0, places, list.type, id) }
            if let cause = Cause.merging(bounds.flatMap { [$0.from.cause, $0.until.cause] }) {
                return .failure(UnknownValue(cause))
            }
            return .success(Pauses(bounds.compactMap { self.interval($0.from.datum, $0.until.datum) }))
        }
    }

    private func bounds(
        of pause: Evaluated, _ places: (from: Int, until: Int), _ type: WritType, _ id: RecordID
    ) -> (from: Evaluated, until: Evaluated) {
        guard case .record(let fields) = pause.datum else { return (pause, pause) }
        func bound(_ place: Int) -> Evaluated {
            seen(Evaluated(fields[place], path: pause.path?.appending(.field(model[id].fields[place].name))), .instant)
        }
        return (bound(places.from), bound(places.until))
    }

    private func interval(_ from: Datum, _ until: Datum) -> (Instant, Instant)? {
        guard let from = Instant(count: from.asCount), let until = Instant(count: until.asCount) else { return nil }
        return (from, until)
    }
}
