import WritDiagnostics
import WritSemantics

/// Days between two periods on which nothing is in force, although what is before and behind differs only in its period.
///
/// Prices of a season leave most of the year out, and are meant so. A hole is what is shorter than the periods on both sides of
/// it: a day that was forgotten, a month that was miscounted.
enum PeriodHoleCheck: AnalysisCheck {
    static func findings(in model: CheckedModel) -> [Finding] {
        DatedSeries.all(in: model).flatMap { findings(in: $0, model) }
    }

    private static func findings(in series: DatedSeries, _ model: CheckedModel) -> [Finding] {
        let days = DaysText(model, series.members[0].period.anchor.type)
        let sorted = series.members.sorted { $0.period.range.lowerBound < $1.period.range.lowerBound }
        var found: [Finding] = []
        var last = sorted[0]
        for next in sorted.dropFirst() {
            if let hole = hole(between: last, next, days) { found.append(finding(hole, last, next, series, days)) }
            if next.period.range.upperBound > last.period.range.upperBound { last = next }
        }
        return found.isEmpty || series.hasStandIn(model) ? [] : found
    }

    private static func hole(
        between last: DatedSeries.Member, _ next: DatedSeries.Member, _ days: DaysText
    ) -> ClosedRange<Int128>? {
        let (end, start) = (last.period.range.upperBound, next.period.range.lowerBound)
        guard end < .max, start > .min, start > end + 1 else { return nil }
        let hole = (end + 1)...(start - 1)
        let length = start - end - 1
        guard length >= days.smallestHole, length < last.period.length, length < next.period.length else { return nil }
        return hole
    }

    private static func finding(
        _ hole: ClosedRange<Int128>, _ last: DatedSeries.Member, _ next: DatedSeries.Member, _ series: DatedSeries,
        _ days: DaysText
    ) -> Finding {
        let isParam = series.decision == nil
        let missing = days.text(hole)
        let message =
            isParam
            ? "the dated values of \(series.owner) leave a hole: \(missing) the default applies"
            : "the rules \(last.name) and \(next.name) differ only in their periods, and \(missing) neither is in force"
        return Finding(
            .period_hole, message, at: Label(next.place, "in force from \(days.text(next.period.range.lowerBound))"),
            also: [Label(last.place, "in force until \(days.text(last.period.range.upperBound))")],
            help: "both ends belong to a period: let this one begin on the day after the other ends"
                + (isParam ? ", or write the value of the days between" : ""),
            decision: series.decision)
    }
}

extension DatedPeriod {
    /// How many days or microseconds; without an end, more than any other.
    var length: Int128 {
        if range.lowerBound == .min || range.upperBound == .max { return .max }
        return range.upperBound - range.lowerBound + 1
    }
}
