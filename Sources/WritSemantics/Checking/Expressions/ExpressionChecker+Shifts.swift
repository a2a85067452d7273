import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `3 working days after order.placed_on on plant`.
    func shift(_ view: ShiftSyntax) -> Term {
        guard let anchorSyntax = view.anchor else { return operand(view.amount, of: view) }
        let amount = operand(view.amount, of: view)
        let anchor = check(anchorSyntax)
        if amount.isPoison || anchor.isPoison { return poison(at: view.location) }
        guard case .amount(let kind) = amount.type else { return wrongAmount(amount, view) }
        guard let type = shifted(anchor.type, by: kind) else { return wrongAnchor(anchor, kind, view) }
        return shift(
            view, Term.Shift(kind: kind, amount: amount, anchor: anchor, isBefore: view.direction == .before), type)
    }

    /// What a date or an instant becomes; nil where the kind does not go from it.
    private func shifted(_ anchor: WritType, by kind: AmountKind) -> WritType? {
        switch (anchor, kind) {
        case (.date, .days), (.date, .months), (.date, .workingDays): .date
        case (.instant, .elapsed), (.instant, .days), (.instant, .months), (.instant, .workingTime): .instant
        default: nil
        }
    }

    private func shift(_ view: ShiftSyntax, _ plain: Term.Shift, _ type: WritType) -> Term {
        var shift = plain
        let modifiers = ShiftModifiers(view.modifiers)
        reportStray(modifiers, for: shift.kind, keepsLocalTime: type == .instant)
        let phrase = "`\(view.location.text)`"
        if shift.kind.needsCalendar {
            let place = modifiers.calendar?.location ?? view.location
            shift.calendar = calendar(modifiers.calendar?.calendar, for: phrase, at: place)
        }
        if type == .instant, shift.kind == .days || shift.kind == .months {
            shift.zone = zone(modifiers.zone, for: phrase, at: view.location)
        }
        if shift.kind.isClockTime { shift.pauses = pauses(modifiers.excluding) }
        for part in [shift.calendar, shift.zone, shift.pauses] {
            if let part, part.isPoison { return broken(type, at: view.location) }
        }
        return Term(.shift(shift), type, view.location)
    }

    private func wrongAmount(_ amount: Term, _ view: ShiftSyntax) -> Term {
        let text = amount.location.text
        let word = view.direction == .before ? "before" : "after"
        guard amount.type.isNumber else {
            return mistake(
                TypeCodes.timePhrase, "`\(word)` wants an amount of time; this is \(typeName(amount.type))",
                at: amount.location,
                help: amount.type == .date || amount.type == .instant ? "which is earlier is asked with `<`" : nil)
        }
        return mistake(
            TypeCodes.unitMissing, "`\(text)` is a plain number, and `\(word)` wants an amount of time",
            at: amount.location,
            "a number without a unit", help: "write `\(text) days \(word) …`",
            fixIts: [FixIt("count days", replacing: amount.location, with: "\(text) days")])
    }

    private func wrongAnchor(_ anchor: Term, _ kind: AmountKind, _ view: ShiftSyntax) -> Term {
        let (amount, text) = (view.amount?.location.text ?? "", anchor.location.text)
        let word = view.direction == .before ? "before" : "after"
        let help: String?
        switch (anchor.type, kind) {
        case (.instant, .workingDays): help = "count from its date: `\(amount) \(word) (date of \(text))`"
        case (.date, .elapsed), (.date, .workingTime):
            help = "say from what time of day: `\(amount) \(word) (\(text) at 09:00)`"
        default: help = "amounts of time go from dates and instants"
        }
        return mistake(
            TypeCodes.timePhrase, "\(typeName(.amount(kind))) do not go from \(typeName(anchor.type))",
            at: anchor.location,
            "this is \(typeName(anchor.type))", help: help)
    }

    /// Reports modifiers that this kind of amount has no use for.
    func reportStray(_ modifiers: ShiftModifiers, for kind: AmountKind, keepsLocalTime: Bool) {
        for again in modifiers.repeated { stray(again.location, "this is said twice", nil) }
        let name = typeName(.amount(kind))
        if let calendar = modifiers.calendar, !kind.needsCalendar {
            stray(calendar.location, "\(name) go by no calendar", "write `working days` or `working hours`")
        }
        if let excluding = modifiers.excluding, !kind.isClockTime {
            stray(excluding.location, "\(name) have no pauses", "hours and working hours have")
        }
        if let zone = modifiers.zone, !keepsLocalTime || kind.isClockTime || kind == .workingDays {
            stray(zone.location, "this does not depend on a time zone", "leave it out")
        }
    }

    private func stray(_ location: SourceLocation, _ message: String, _ help: String?) {
        report(TypeCodes.strayModifier, message, at: location, help: help)
    }

    /// `excluding xs`: records with `from` and `until`, instants.
    func pauses(_ view: ExcludingSyntax?) -> Term? {
        guard let view else { return nil }
        let list = operand(view.pauses, of: view)
        if list.isPoison { return list }
        if case .list(.record(let id)) = list.type {
            let fields = model[id].fields.filter { $0.name == "from" || $0.name == "until" }
            if fields.count == 2, fields.allSatisfy({ $0.type == .instant }) { return list }
        }
        return mistake(
            TypeCodes.badPauses, "pauses are a list of records with `from` and `until`", at: list.location,
            "this is \(typeName(list.type))", help: "declare the record with `from : instant` and `until : instant`")
    }
}

extension AmountKind {
    var needsCalendar: Bool { self == .workingDays || self == .workingTime }
    /// Counted on a clock, which pauses can stop.
    var isClockTime: Bool { self == .elapsed || self == .workingTime }
}
