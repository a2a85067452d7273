/// Calendars and what stands in them.
extension Parser {
    mutating func parseCalendarDeclaration() {
        let mark = open()
        eat(.calendar)
        scope("calendar") { parser in
            parser.expectName(.name, "the name of the calendar")
            parser.parseDoc()
            parser.parseList(.calendarItems, .items) { $0.parseCalendarItem() }
        }
        close(.calendarDeclaration, mark)
    }

    mutating func parseCalendarItem() {
        switch kind() {
        case .like: parseLikeItem()
        case .timezone: parseZoneItem()
        case .hours: parseHoursItem()
        case .days: parseDaysItem()
        case .break: parseBreakItem()
        case .holiday: parseHolidayItem()
        case .working: parseExtraItem()
        default: parseCoversItem()
        }
    }

    mutating func parseLikeItem() {
        let mark = open()
        eat(.like)
        expectName(.name, "the name of a calendar")
        close(.likeItem, mark)
    }

    mutating func parseZoneItem() { parseZone(.zoneItem) }

    mutating func parseHoursItem() {
        let mark = open()
        eat(.hours)
        parseSeries(.days) { $0.parseWeekdayRange() }
        parseSeries(.times) { $0.parseTimeRange() }
        close(.hoursItem, mark)
    }

    mutating func parseDaysItem() {
        let mark = open()
        eat(.days)
        parseSeries(.days) { $0.parseWeekdayRange() }
        close(.daysItem, mark)
    }

    mutating func parseBreakItem() {
        let mark = open()
        eat(.break)
        parseSeries(.times) { $0.parseTimeRange() }
        close(.breakItem, mark)
    }

    mutating func parseHolidayItem() {
        let mark = open()
        eat(.holiday)
        label(.dates) { $0.parseDateRange() }
        parseDoc()
        close(.holidayItem, mark)
    }

    mutating func parseExtraItem() {
        let mark = open()
        eat(.working)
        label(.dates) { $0.parseDateRange() }
        if at(.time) { parseSeries(.times) { $0.parseTimeRange() } }
        parseDoc()
        close(.extraItem, mark)
    }

    mutating func parseCoversItem() {
        let mark = open()
        eat(.covers)
        label(.dates) { $0.parseDateRange() }
        close(.coversItem, mark)
    }

    // MARK: - Ranges

    mutating func parseWeekdayRange() {
        let mark = open()
        expectName(.first, "a day of the week such as `monday`")
        if atWord(.to) {
            advance()
            expectName(.last, "a day of the week such as `friday`")
        }
        close(.weekdayRange, mark)
    }

    mutating func parseDateRange() {
        let mark = open()
        expectLiteral(.date, .first, "a date such as `2026-12-25`")
        if atWord(.to) {
            advance()
            expectLiteral(.date, .last, "a date such as `2026-12-26`")
        }
        close(.dateRange, mark)
    }

    mutating func parseTimeRange() {
        let mark = open()
        expectLiteral(.time, .start, "a time such as `09:00`")
        expect(.to, " and a time")
        expectLiteral(.time, .end, "a time such as `17:30`")
        close(.timeRange, mark)
    }

    private mutating func expectLiteral(_ kind: TokenKind, _ label: SyntaxLabel, _ what: String) {
        if consume(if: kind, label) { return }
        expected(what)
        pushMissing()
    }
}
