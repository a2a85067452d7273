extension WorkingCalendar {
    /// Whether a date has working hours.
    public func isWorkingDay(_ date: CivilDate) -> Result<Bool, CalendarFailure> {
        isCovered(date) ? .success(!intervals(on: date).isEmpty) : .failure(.outsideCoverage)
    }

    /// The n-th working day after a date, which itself never counts: 1 gives the next working day, 0 the date itself,
    /// -1 the working day before. O(log e · log n).
    ///
    /// All days from the date (without it) to the answer must be covered.
    public func workingDays(_ n: Int64, after date: CivilDate) -> Result<CivilDate, CalendarFailure> {
        if n == 0 { return .success(date) }
        let next = CivilDate(dayNumber: Int(date.dayNumber) + (n > 0 ? 1 : -1))
        let range = Int64(CivilDate.last.dayNumber - CivilDate.first.dayNumber)
        // More working days than there are days, and less would overflow: the search fails as it should.
        let wanted = rank(date) + Int(min(max(n, -range - 2), range + 2))
        // Backwards the date itself does not count; it may be a working day.
        let adjusted = n < 0 && !intervals(on: date).isEmpty ? wanted : wanted + (n < 0 ? 1 : 0)
        guard adjusted >= 1, let found = firstDate(ofRank: adjusted) else {
            return .failure(next.map { exhausted(from: $0, forward: n > 0) } ?? .outOfRange)
        }
        guard isCovered(found), let next, isCovered(next) else {
            return .failure(.outsideCoverage)
        }
        return .success(found)
    }

    /// The working days in (a, b], so that n working days after `a` is at distance n; for `b < a` minus those in [b, a).
    /// O(log e). All the days counted must be covered.
    public func workingDays(between a: CivilDate, and b: CivilDate) -> Result<Int, CalendarFailure> {
        if a == b { return .success(0) }
        let isForward = a < b
        let (lowest, highest) = (isForward ? a.dayNumber + 1 : b.dayNumber, isForward ? b.dayNumber : a.dayNumber - 1)
        let (low, high) = (CivilDate(unchecked: lowest), CivilDate(unchecked: highest))
        guard isCovered(low), isCovered(high) else { return .failure(.outsideCoverage) }
        let count = rank(high) - rank(low) + (intervals(on: low).isEmpty ? 0 : 1)
        return .success(isForward ? count : -count)
    }

    /// The date itself if it is a working day, or else the next.
    public func firstWorkingDay(onOrAfter date: CivilDate) -> Result<CivilDate, CalendarFailure> {
        guard isCovered(date) else { return .failure(.outsideCoverage) }
        return intervals(on: date).isEmpty ? workingDays(1, after: date) : .success(date)
    }

    /// The date itself if it is a working day, or else the one before.
    public func lastWorkingDay(onOrBefore date: CivilDate) -> Result<CivilDate, CalendarFailure> {
        guard isCovered(date) else { return .failure(.outsideCoverage) }
        return intervals(on: date).isEmpty ? workingDays(-1, after: date) : .success(date)
    }

    /// Working days from 0001-01-01 up to and with a date.
    private func rank(_ date: CivilDate) -> Int {
        let after = CivilDate(dayNumber: Int(date.dayNumber) + 1).map(exceptionIndex) ?? exceptions.count
        return weeklyCount.count(through: Int(date.dayNumber)) + (after > 0 ? exceptions[after - 1].surplus : 0)
    }

    /// The first date which has this rank: the working day that brought it there.
    private func firstDate(ofRank wanted: Int) -> CivilDate? {
        var low = CivilDate.first.dayNumber
        var high = CivilDate.last.dayNumber
        guard rank(CivilDate.last) >= wanted else { return nil }
        while low < high {
            let middle = low + (high - low) / 2
            if rank(CivilDate(unchecked: middle)) < wanted { low = middle + 1 } else { high = middle }
        }
        return CivilDate(unchecked: low)
    }

    /// Why not enough working time was found from a date, which counts, to the end of time.
    func exhausted(from date: CivilDate, forward: Bool) -> CalendarFailure {
        let isLeft =
            weeklyCount.perWeek > 0
            || exceptions.contains { !$0.intervals.isEmpty && (forward ? $0.date >= date : $0.date <= date) }
        if !isLeft { return .noWorkingTime }
        return coverage == nil ? .outOfRange : .outsideCoverage
    }
}
