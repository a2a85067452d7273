import WritDiagnostics
import WritSemantics

/// Days on which two rules are in force that differ only in their periods, and dated values of a param that can hold at once.
///
/// Two values of a param that go by one date and overlap are an error of the policy already. Under `unique` two rules at once are
/// an overlap, which is found with a case.
enum PeriodOverlapCheck: AnalysisCheck {
    static func findings(in model: CheckedModel) -> [Finding] {
        let rules = DatedSeries.all(in: model).flatMap { findings(in: $0, model) }
        return model.params.flatMap { findings(in: $0, model) } + rules
    }

    // MARK: Rules

    private static func findings(in series: DatedSeries, _ model: CheckedModel) -> [Finding] {
        guard let decision = series.decision, model[decision].mode != .unique else { return [] }
        var found: [Finding] = []
        for (place, member) in series.members.enumerated() {
            let earlier = series.members[..<place].first { meets($0, member, model[decision]) }
            if let earlier { found.append(finding(earlier, member, decision, model)) }
        }
        return found
    }

    private static func meets(_ first: DatedSeries.Member, _ second: DatedSeries.Member, _ decision: Decision) -> Bool {
        guard first.period.range.overlaps(second.period.range), let a = first.rule, let b = second.rule else {
            return false
        }
        // The author says which of them outweighs the other.
        return !decision.rules[a].overrides.contains(b) && !decision.rules[b].overrides.contains(a)
    }

    private static func finding(
        _ first: DatedSeries.Member, _ second: DatedSeries.Member, _ decision: DecisionID, _ model: CheckedModel
    ) -> Finding {
        let days = DaysText(model, first.period.anchor.type)
        let both = first.period.range.clamped(to: second.period.range)
        let effect =
            model[decision].mode == .first
            ? "only \(first.name), which stands first, ever answers then" : "both of them apply then"
        return Finding(
            .period_overlap,
            "the rules \(first.name) and \(second.name) differ only in their periods, and both are in force \(days.text(both))",
            at: Label(second.place, "in force \(days.text(second.period.range))"),
            also: [Label(first.place, "in force \(days.text(first.period.range))")],
            help: "\(effect); both ends belong to a period: end one on the day before the other begins",
            decision: decision)
    }

    // MARK: Params

    /// Values that go by different dates: nothing keeps both from holding at once.
    private static func findings(in param: Param, _ model: CheckedModel) -> [Finding] {
        let printer = TermPrinter(model: model)
        let values = DatedSeries.datedValues(of: param, model)
        var found: [Finding] = []
        for (place, value) in values.enumerated() {
            let words = printer.text(value.period.anchor)
            guard let other = values[..<place].first(where: { printer.text($0.period.anchor) != words }) else {
                continue
            }
            found.append(finding(other, value, param, words, printer.text(other.period.anchor)))
        }
        return found
    }

    private static func finding(
        _ first: DatedSeries.Member, _ second: DatedSeries.Member, _ param: Param, _ anchor: String, _ other: String
    ) -> Finding {
        Finding(
            .period_overlap,
            "two dated values of param `\(param.heading.name)` go by different dates, `\(other)` and `\(anchor)`, and can hold at once",
            at: Label(second.place, "by `\(anchor)`"), also: [Label(first.place, "by `\(other)`: holds first")],
            help: "let both go by one date; where both hold, the value that is written first counts")
    }
}
