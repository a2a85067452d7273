import WritValues

/// Names of types, as the language writes them.
public enum TypeNames {
    /// The name as messages quote it: `money(USD)` between backticks, with what has no name of its own in words.
    public static func quoted(_ type: WritType, in model: CheckedModel) -> String {
        switch type {
        case .quotient(.number): "a quotient of numbers"
        case .quotient(.money(let currency)): "a quotient of `money(\(currency.code))`"
        case .money(let currency, let scale) where scale != currency.minorDigits:
            "`money(\(currency.code))` with \(scale) decimals"
        default: "`\(name(of: type, in: model))`"
        }
    }

    public static func name(of type: WritType, in model: CheckedModel) -> String {
        switch type {
        case .boolean: "boolean"
        case .number(let scale): number(scale)
        case .money(let currency, let scale): money(currency, scale)
        case .text: "text"
        case .date: "date"
        case .time: "time"
        case .instant: "instant"
        case .zone: "zone"
        case .calendar: "calendar"
        case .amount(let kind): amount(kind)
        case .variant(let id): model[id].heading.name
        case .record(let id): model[id].heading.name
        case .list(let element): "list of " + name(of: element, in: model)
        case .quotient(.number): "a quotient of numbers"
        case .quotient(.money(let currency)): "a quotient of money(\(currency.code))"
        case .message: "message"
        case .poison: "?"
        }
    }

    private static func number(_ scale: Int) -> String {
        switch scale {
        case 0: "integer"
        case 6: "number"
        default: "number(\(scale))"
        }
    }

    private static func money(_ currency: Currency, _ scale: Int) -> String {
        let name = "money(\(currency.code))"
        return scale == currency.minorDigits ? name : "\(name) with \(scale) decimals"
    }

    private static func amount(_ kind: AmountKind) -> String {
        switch kind {
        case .elapsed: "hours"
        case .days: "days"
        case .months: "months"
        case .workingDays: "working days"
        case .workingTime: "working hours"
        }
    }
}
