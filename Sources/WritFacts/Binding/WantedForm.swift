import WritSemantics
import WritValues

/// How a message says what a value should look like.
extension ValueBinder {
    func wanted(_ type: WritType, unit: AmountUnit? = nil) -> String {
        switch type {
        case .boolean: "true or false"
        case .number(scale: 0): "a whole number such as 12"
        case .number(let scale): "a number such as 12.5, with at most \(scale) decimal\(scale == 1 ? "" : "s")"
        case .money(let currency, let scale):
            "money in \(currency.code), such as \(written(12 * Self.power(scale), type))"
        case .text, .message: "a text"
        case .date: "a date such as 2026-01-31"
        case .time: "a time of day such as 09:30"
        case .instant: "a point in time such as 2026-01-31T09:30:00+01:00"
        case .zone: "the name of a time zone, such as Europe/Berlin"
        case .calendar: "the name of a calendar of the policy"
        case .amount(let kind): wantedAmount(kind, unit)
        case .variant(let id): "one of \(NearestName.list(model[id].cases.map(\.wireName)))"
        case .record(let id): "a group of fields (\(NearestName.list(model[id].fields.map(\.wireName))))"
        case .list: "a list"
        case .quotient, .poison: "a value"
        }
    }

    private func wantedAmount(_ kind: AmountKind, _ unit: AmountUnit?) -> String {
        let unit = unit ?? kind.units[0]
        return "an amount of time such as 3 \(unit.plural)"
    }

    /// A quantity as a document may say it: an amount of time in the unit of its declaration where it comes out whole.
    func written(_ count: Int128, _ type: WritType, unit: AmountUnit? = nil) -> String {
        guard let unit, count % Int128(unit.multiplier) == 0 else { return DatumText(model: model).text(.count(count), type) }
        let number = count / Int128(unit.multiplier)
        return "\(number) \(number == 1 ? unit.singular : unit.plural)"
    }

    private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension AmountKind {
    /// What amounts of this kind are counted in, for a message.
    var words: String {
        switch self {
        case .elapsed: "hours and minutes on the clock"
        case .days: "days of the calendar"
        case .months: "months"
        case .workingDays: "working days"
        case .workingTime: "working hours"
        }
    }
}
