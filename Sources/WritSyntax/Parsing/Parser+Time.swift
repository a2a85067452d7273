/// Calculation with time.
extension Parser {
    mutating func parseMoment() {
        let mark = open()
        parseShift()
        while atWord(.at), mayWrap(mark) {
            label(.date, at: mark)
            eat(.at)
            label(.time) { $0.parseAmount() }
            parseOptionalZone()
            close(.moment, mark)
        }
    }

    private mutating func parseOptionalZone() {
        if atZone { label(.zone) { $0.parseInZone() } }
    }

    /// `in zone` and a zone: not membership in something named `zone`.
    var atZone: Bool { at(.in, .zone) && kind(2).startsExpr && !startsLine(2) }

    mutating func parseInZone() {
        let mark = open()
        eat(.in)
        eat(.zone)
        parseOperand(.zone)
        close(.inZone, mark)
    }

    mutating func parseShift() {
        let mark = open()
        parseAmount()
        guard atWord(.after) || atWord(.before), mayWrap(mark) else { return }
        label(.amount, at: mark)
        advance()
        label(.anchor) { $0.nested { $0.parseShift() } }
        parseShiftModifiers()
        close(.shift, mark)
    }

    private mutating func parseShiftModifiers() {
        // There are three, so a fourth repeats one; of those behind it there is nothing more to say.
        var count = 0
        while atWord(.on) || atWord(.excluding) || atZone {
            count += 1
            label(count > 4 ? .none : .modifiers) { $0.parseShiftModifier() }
        }
    }

    mutating func parseShiftModifier() {
        switch kind() {
        case .on: parseOnCalendar()
        case .excluding: parseExcluding()
        default: parseInZone()
        }
    }

    mutating func parseOnCalendar() {
        let mark = open()
        eat(.on)
        parseOperand(.calendar)
        close(.onCalendar, mark)
    }

    mutating func parseExcluding() {
        let mark = open()
        eat(.excluding)
        parseOperand(.pauses)
        close(.excluding, mark)
    }

    mutating func parseAmount() {
        let mark = open()
        parsePostfix()
        guard atUnit, mayWrap(mark) else { return }
        label(.count, at: mark)
        _ = consume(if: .working)
        advance(.unit)
        close(.amount, mark)
    }

    /// A unit, on the line of what it counts.
    private var atUnit: Bool {
        guard !startsLine else { return false }
        return kind() == .working ? kind(1).isUnit : kind().isUnit
    }

    // MARK: - Primary expressions

    /// What a word is said of; a level of its own, so that `date of date of …` has an end.
    mutating func parseOperand(_ label: SyntaxLabel) {
        self.label(label) { $0.nested { $0.parsePostfix() } }
    }

    mutating func parsePartOf() {
        let mark = open()
        advance()
        eat(.of)
        parseOperand(.operand)
        parseOptionalZone()
        close(.partOf, mark)
    }

    mutating func parseEdgeOf() {
        let mark = open()
        advance()
        eat(.of)
        advance()
        eat(.of)
        parseOperand(.operand)
        close(.edgeOf, mark)
    }

    mutating func parseBetween() {
        let mark = open()
        _ = consume(if: .working)
        advance(.unit)
        eat(.between)
        label(.from) { $0.nested { $0.parseShift() } }
        expect(.and, " and the later end")
        label(.to) { $0.nested { $0.parseShift() } }
        parseShiftModifiers()
        close(.between, mark)
    }

    mutating func parseDayRoll() {
        let mark = open()
        advance()
        eat(.working)
        eat(.day)
        expect(.on, " `or after` or `on or before`")
        expect(.or, " `after` or `or before`")
        if at(.after) || at(.before) { advance() } else { expected("`after` or `before`") }
        parseOperand(.date)
        if atWord(.on) {
            advance()
            parseOperand(.calendar)
        }
        close(.dayRoll, mark)
    }
}
