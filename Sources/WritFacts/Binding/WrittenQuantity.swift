import WritSemantics
import WritValues

/// A quantity as a document may say it: `12.00 USD`, `2026-01-31`, `3 working days`.
enum WrittenQuantity {
    static func text(_ count: Int128, _ type: WritType, unit: AmountUnit? = nil) -> String {
        switch type {
        case .number(let scale): DecimalText.print(count: count, scale: scale, minimumDecimals: 0)
        case .money(let currency, let scale):
            DecimalText.print(count: count, scale: scale, minimumDecimals: currency.minorDigits) + " " + currency.code
        case .date: CivilDate(dayNumber: Int(count))?.description ?? String(count)
        case .time: CivilTime(microseconds: Int64(count))?.description ?? String(count)
        case .instant: Instant(microseconds: Int64(count))?.description ?? String(count)
        case .amount(let kind): amount(count, kind, unit)
        default: String(count)
        }
    }

    /// In the declared unit where it comes out whole.
    private static func amount(_ count: Int128, _ kind: AmountKind, _ unit: AmountUnit?) -> String {
        guard let unit, count % Int128(unit.multiplier) == 0 else { return AmountText.print(kind: kind, count: count) }
        let number = count / Int128(unit.multiplier)
        return "\(number) \(number == 1 ? unit.singular : unit.plural)"
    }
}
