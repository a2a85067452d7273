import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `2026-01-02 at 09:00 in zone "Europe/Paris"`.
    func moment(_ view: MomentSyntax) -> Term {
        let date = operand(view.date, of: view)
        let time = operand(view.time, of: view)
        if date.isPoison || time.isPoison { return broken(.instant, at: view.location) }
        guard date.type == .date else { return notDate(date, "`at` stands after a date") }
        guard time.type == .time else {
            return mistake(
                TypeCodes.badOperand, "`at` wants a time of day; this is \(typeName(time.type))", at: time.location,
                help: "such as `at 09:00`")
        }
        let zone = zone(view.zone, for: "`\(view.location.text)`", at: view.location)
        if zone.isPoison { return broken(.instant, at: view.location) }
        return Term(.atTime(date: date, time: time, zone: zone), .instant, view.location)
    }

    /// `date of now`, `year of d`, `length of name`.
    func partOf(_ view: PartOfSyntax) -> Term {
        let operand = operand(view.operand, of: view)
        if operand.isPoison { return poison(at: view.location) }
        switch view.part {
        case .length, .plain: return textPart(view, operand)
        case .date, .time: return localPart(view, operand, view.part == .date ? .date : .time)
        case .year: return datePart(.year, view, operand)
        case .month: return datePart(.month, view, operand)
        case .day: return datePart(.day, view, operand)
        case .weekday: return datePart(.weekday, view, operand)
        }
    }

    private func textPart(_ view: PartOfSyntax, _ operand: Term) -> Term {
        reportStrayZone(view.zone)
        guard operand.type == .text else {
            let isList = if case .list = operand.type { true } else { false }
            return mistake(
                TypeCodes.badOperand,
                "`\(view.part == .length ? "length" : "plain") of` is of a text; this is \(typeName(operand.type))",
                at: operand.location,
                help: isList ? "count the elements: `count x in \(operand.location.text)`" : nil)
        }
        return view.part == .length
            ? Term(.textLength(operand), .integer, view.location) : Term(.plainText(operand), .text, view.location)
    }

    private func reportStrayZone(_ zone: InZoneSyntax?) {
        guard let zone else { return }
        report(
            TypeCodes.strayModifier, "this does not depend on a time zone", at: zone.location, help: "leave it out")
    }

    private func localPart(_ view: PartOfSyntax, _ operand: Term, _ part: Term.LocalPart) -> Term {
        let type: WritType = part == .date ? .date : .time
        guard operand.type == .instant else {
            let help = operand.type == type ? "it is one already; leave `\(part.rawValue) of` out" : nil
            return mistake(
                TypeCodes.badOperand, "`\(part.rawValue) of` is of an instant; this is \(typeName(operand.type))",
                at: operand.location, help: help)
        }
        let zone = zone(view.zone, for: "`\(view.location.text)`", at: view.location)
        if zone.isPoison { return broken(type, at: view.location) }
        return Term(.localPart(part, operand, zone: zone), type, view.location)
    }

    /// Of an instant it is the part of its local date.
    private func datePart(_ part: Term.DatePart, _ view: PartOfSyntax, _ operand: Term) -> Term {
        let type = part == .weekday ? weekdayType : .integer
        switch operand.type {
        case .date:
            reportStrayZone(view.zone)
            return Term(.part(part, operand), type, view.location)
        case .instant:
            let date = localPart(view, operand, .date)
            if date.isBroken { return broken(type, at: view.location) }
            return Term(.part(part, date), type, view.location)
        default: return notDate(operand, "`\(part.rawValue) of` is of a date")
        }
    }

    /// The builtin enumeration `monday` to `sunday`; a number from 1 where a model has none.
    private var weekdayType: WritType {
        let index = model.variants.firstIndex { $0.heading.name == "Weekday" && $0.heading.policy.isEmpty }
        return index.map { .variant(VariantID($0)) } ?? .integer
    }

    /// `end of month of d`.
    func edgeOf(_ view: EdgeOfSyntax) -> Term {
        let operand = operand(view.operand, of: view)
        if operand.isPoison { return poison(at: view.location) }
        guard operand.type == .date else { return notDate(operand, "months and years have their edges at dates") }
        let edge: Term.PeriodEdge =
            switch (view.edge, view.unit) {
            case (.start, .month): .startOfMonth
            case (.end, .month): .endOfMonth
            case (.start, .year): .startOfYear
            case (.end, .year): .endOfYear
            }
        return Term(.edge(edge, operand), .date, view.location)
    }
}
