import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `working days between a and b on plant`.
    func between(_ view: BetweenSyntax) -> Term {
        let from = operand(view.from, of: view)
        let to = operand(view.to, of: view, expecting: from.type)
        guard let unit = unit(view.unit, isWorking: view.isWorking), !from.isPoison, !to.isPoison else {
            return poison(at: view.location)
        }
        let kind = unit.kind
        let ends: WritType = kind.isClockTime ? .instant : .date
        for term in [from, to] where term.type != ends { return wrongEnd(term, unit, ends) }
        return between(view, Term.Between(kind: kind, start: from, end: to))
    }

    private func between(_ view: BetweenSyntax, _ plain: Term.Between) -> Term {
        var between = plain
        let modifiers = ShiftModifiers(view.modifiers)
        reportStray(modifiers, for: between.kind, keepsLocalTime: false)
        if between.kind.needsCalendar {
            let place = modifiers.calendar?.location ?? view.location
            between.calendar = calendar(modifiers.calendar?.calendar, for: "`\(view.location.text)`", at: place)
        }
        if between.kind.isClockTime { between.pauses = pauses(modifiers.excluding) }
        let type = WritType.amount(between.kind)
        if between.calendar?.isPoison == true || between.pauses?.isPoison == true {
            return broken(type, at: view.location)
        }
        return Term(.between(between), type, view.location)
    }

    private func wrongEnd(_ term: Term, _ unit: AmountUnit, _ wanted: WritType) -> Term {
        let text = term.location.text
        let help: String? =
            switch (term.type, wanted) {
            case (.instant, .date): "take its date: `(date of \(text))`"
            case (.date, .instant): "say the time of day: `(\(text) at 00:00)`"
            default: nil
            }
        return mistake(
            TypeCodes.timePhrase,
            "`\(unit.plural)` lie between two \(wanted == .date ? "dates" : "instants"); this is \(typeName(term.type))",
            at: term.location, help: help)
    }

    /// `first working day on or after d on plant`.
    func dayRoll(_ view: DayRollSyntax) -> Term {
        let date = operand(view.date, of: view)
        if date.isPoison { return poison(at: view.location) }
        guard view.isLast == (view.direction == .before) else {
            let meant = view.isLast ? "on or before" : "on or after"
            return mistake(
                TypeCodes.timePhrase,
                "`\(view.isLast ? "last" : "first")` does not go with `on or \(view.isLast ? "after" : "before")`",
                at: view.location, "counts both ways",
                help: "write `\(view.isLast ? "last" : "first") working day \(meant) …`")
        }
        guard date.type == .date else { return notDate(date, "working days are dates") }
        let calendar = calendar(
            view.calendar, for: "`\(view.location.text)`", at: view.calendar?.location ?? view.location)
        if calendar.isPoison { return broken(.date, at: view.location) }
        return Term(.rollToWorkingDay(date, forward: !view.isLast, calendar: calendar), .date, view.location)
    }

    /// `d is working day on plant`.
    func workingDayTest(_ date: Term, _ test: StateTestSyntax, at location: SourceLocation) -> Term {
        guard date.type == .date else {
            _ = notDate(date, "working days are dates")
            return broken(.boolean, at: location)
        }
        let calendar = calendar(test.calendar, for: "a working day", at: test.location)
        if calendar.isPoison { return broken(.boolean, at: location) }
        return Term(.isWorkingDay(date, calendar: calendar), .boolean, location)
    }

    func notDate(_ term: Term, _ message: String) -> Term {
        mistake(
            TypeCodes.badOperand, "\(message); this is \(typeName(term.type))", at: term.location,
            help: term.type == .instant ? "take its date: `(date of \(term.location.text))`" : nil)
    }
}
