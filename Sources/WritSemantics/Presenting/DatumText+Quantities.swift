import WritValues

extension DatumText {
    /// A count of its type's smallest unit.
    func quantity(_ count: Int128, _ type: WritType) -> String {
        switch type {
        case .number(let scale): number(count, scale, minimum: 0)
        case .money(let currency, let scale): money(count, currency, scale)
        case .date: date(count)
        case .time: time(count)
        case .instant: instant(count)
        case .amount(let kind): amount(count, kind)
        default: String(count)
        }
    }

    private func number(_ count: Int128, _ scale: Int, minimum: Int) -> String {
        let plain = DecimalText.print(count: count, scale: scale, minimumDecimals: minimum)
        return locale?.grouped(plain) ?? plain
    }

    private func money(_ count: Int128, _ currency: Currency, _ scale: Int) -> String {
        let amount = number(count, scale, minimum: currency.minorDigits)
        guard let locale else { return "\(amount) \(currency.code)" }
        return locale.money(amount, currency)
    }

    private func date(_ count: Int128) -> String {
        guard let date = Int(exactly: count).flatMap({ CivilDate(dayNumber: $0) }) else { return String(count) }
        return locale?.date(date) ?? date.description
    }

    private func time(_ count: Int128) -> String {
        guard let micros = Int64(exactly: count), let time = CivilTime(microseconds: micros) else {
            return String(count)
        }
        return time.description
    }

    /// In the zone shown; the canonical form is RFC 3339.
    private func instant(_ count: Int128) -> String {
        guard let micros = Int64(exactly: count), let instant = Instant(microseconds: micros) else {
            return String(count)
        }
        guard let locale else { return zone.map { instant.description(in: $0) } ?? instant.description }
        // Where the zone's clocks would show year 0 or 10000, UTC still has a date.
        let shown = zone?.exactLocalDateTime(of: instant)
        let local = shown ?? instant.dateAndTime()
        let text = locale.date(local.date) + locale.words.dateTime + local.time.description
        return shown == nil ? text + " UTC" : text
    }

    private func amount(_ count: Int128, _ kind: AmountKind) -> String {
        locale?.amount(count, kind) ?? AmountText.print(kind: kind, count: count)
    }
}
