extension WorkingCalendar {
    /// The instant at which so much working time has passed since `start`.
    ///
    /// Working time runs during the hours of the calendar, on the clocks of its zone: an hour that a clock change skips is not
    /// worked, one that it repeats is worked twice. An amount that is used up exactly at closing ends at closing, not at the
    /// next opening; 0 gives `start` itself. A negative amount goes backwards, and ends at an opening likewise.
    ///
    /// - Parameters:
    ///   - amount: microseconds.
    ///   - pauses: intervals [from, until) during which the clock stands still; they may overlap.
    /// - Complexity: a few steps a week with exceptions or clock changes, none for the weeks between.
    public func instant(
        _ amount: Int64, after start: Instant, excluding pauses: [(Instant, Instant)] = []
    ) -> Result<Instant, CalendarFailure> {
        instant(amount, after: start, excluding: pauses.isEmpty ? .none : Pauses(pauses))
    }

    /// As ``instant(_:after:excluding:)``, for pauses that have been put in order before.
    public func instant(_ amount: Int64, after start: Instant, excluding pauses: Pauses) -> Result<
        Instant, CalendarFailure
    > {
        if amount == 0 { return .success(start) }
        let isForward = amount > 0
        let end = isForward ? Instant.last.microseconds : Instant.first.microseconds
        var now = start.microseconds
        var rest = amount.magnitude == Int64.min.magnitude ? Int64.max : abs(amount)
        for pause in isForward ? pauses.stretches : pauses.stretches.reversed() {
            let (near, far) = isForward ? (pause.start, pause.end) : (pause.end, pause.start)
            if isForward ? far <= now : far >= now { continue }
            if isForward ? near > now : near < now {
                switch walk(from: now, to: near, budget: rest) {
                case .failure(let failure): return .failure(failure)
                case .success(let walk) where walk.isUsedUp: return .success(Instant(unchecked: walk.position))
                case .success(let walk): rest -= walk.worked
                }
            }
            now = far
        }
        return walk(from: now, to: end, budget: rest).flatMap { walk in
            if walk.isUsedUp { return .success(Instant(unchecked: walk.position)) }
            let date = zone.localDateTime(of: start).date
            return .failure(exhausted(from: date, forward: isForward))
        }
    }

    /// The microseconds of working time between two instants outside the pauses; negative when `b` is before `a`.
    public func workingTime(
        between a: Instant, and b: Instant, excluding pauses: [(Instant, Instant)] = []
    ) -> Result<Int64, CalendarFailure> {
        workingTime(between: a, and: b, excluding: pauses.isEmpty ? .none : Pauses(pauses))
    }

    /// As ``workingTime(between:and:excluding:)``, for pauses that have been put in order before.
    public func workingTime(between a: Instant, and b: Instant, excluding pauses: Pauses) -> Result<
        Int64, CalendarFailure
    > {
        let (low, high) = (min(a, b).microseconds, max(a, b).microseconds)
        var total: Int64 = 0
        var now = low
        for pause in pauses.stretches where pause.end > low && pause.start < high {
            switch walk(from: now, to: max(now, pause.start), budget: .max) {
            case .failure(let failure): return .failure(failure)
            case .success(let walk): total += walk.worked
            }
            now = min(pause.end, high)
        }
        return walk(from: now, to: high, budget: .max).map { walk in
            b < a ? -(total + walk.worked) : total + walk.worked
        }
    }

    private func walk(from: Int64, to: Int64, budget: Int64) -> Result<WorkingWalk.Outcome, CalendarFailure> {
        var walk = WorkingWalk(calendar: self, start: from, limit: to, budget: budget)
        return walk.run()
    }
}
