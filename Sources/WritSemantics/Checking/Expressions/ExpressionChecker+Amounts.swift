import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `3 working days`, `n hours`: a number of units, in the smallest unit of their kind.
    func amount(_ view: AmountSyntax) -> Term {
        let count = operand(view.count, of: view, expecting: .integer)
        guard let unit = unit(view.unit, isWorking: view.isWorking), !count.isPoison else {
            return poison(at: view.location)
        }
        guard count.type.isNumber else { return wrongCount(count, unit) }
        let type = WritType.amount(unit.kind)
        let isDivisible = unit.kind == .elapsed || unit.kind == .workingTime
        guard count.type.scale == 0 || isDivisible else {
            return mistake(
                TypeCodes.badOperand, "\(typeName(type)) do not come in parts", at: count.location,
                "has \(Self.counted(count.type.scale, "decimal"))",
                help: "round it to a whole number, or count in a smaller unit")
        }
        let one = Term(.constant(.count(Int128(unit.multiplier))), type, view.unit?.location ?? view.location)
        let product = Term(.multiply(one, count), type, view.location)
        guard case .constant = count.kind else { return product }
        guard let value = constant(product), case .count(let total) = value, Int64(exactly: total) != nil else {
            return mistake(TypeCodes.numberTooLarge, "this amount of time is too large", at: view.location)
        }
        return Term(.constant(value), type, view.location)
    }

    /// The unit that a word names; there are no working weeks.
    func unit(_ token: SyntaxToken?, isWorking: Bool) -> AmountUnit? {
        guard let token else { return nil }
        if let unit = AmountUnit.named(isWorking ? "working \(token.text)" : token.text) { return unit }
        report(
            TypeCodes.timePhrase, "there are no working \(token.text)", at: token.location,
            help: "working time is counted in working days, hours, minutes or seconds")
        return nil
    }

    private func wrongCount(_ count: Term, _ unit: AmountUnit) -> Term {
        if case .amount = count.type {
            let text = count.location.text
            return mistake(
                TypeCodes.badOperand, "`\(text)` already counts \(typeName(count.type))", at: count.location,
                help: count.type == .amount(unit.kind) ? "leave `\(unit.plural)` out" : nil)
        }
        if count.type.isQuotient {
            reportUnrounded(count)
            return poison(at: count.location)
        }
        return mistake(
            TypeCodes.badOperand, "`\(unit.plural)` counts with a number; this is \(typeName(count.type))",
            at: count.location)
    }

    // MARK: Calendars and zones

    /// The calendar written, else the policy's default, made explicit.
    func calendar(_ written: ExprSyntax?, for phrase: String, at location: SourceLocation) -> Term {
        guard let written else {
            if let id = scope.globals.calendar { return Term(.constant(.variant(id.index, [])), .calendar, location) }
            return mistake(
                TypeCodes.calendarMissing, "\(phrase) of which calendar?", at: location, "no calendar is named here",
                help: "write `on` and a calendar's name here, or `default calendar …` in the policy's header")
        }
        let term = check(written, expecting: .calendar)
        if term.isPoison || term.type == .calendar { return term }
        return mistake(
            TypeCodes.mismatch, "expected `calendar`, found \(typeName(term.type))", at: term.location,
            help: "calendars are declared: `calendar plant …`")
    }

    /// The zone written, else the policy's, made explicit.
    func zone(_ written: InZoneSyntax?, for phrase: String, at location: SourceLocation) -> Term {
        guard let written else {
            if let zone = scope.globals.zone { return Term(.constant(.text(zone.name)), .zone, location) }
            return mistake(
                TypeCodes.zoneMissing, "\(phrase) in which time zone?", at: location, "no time zone is named here",
                help: "write `in zone \"Europe/Paris\"` here, or `timezone \"Europe/Paris\"` in the policy's header")
        }
        let term = operand(written.zone, of: written, expecting: .zone)
        if term.isPoison || term.type == .zone { return term }
        return mistake(
            TypeCodes.mismatch, "expected `zone`, found \(typeName(term.type))", at: term.location,
            help: "write a name such as \"Europe/Paris\", or a fact of type `zone`")
    }
}
