import WritSemantics
import WritValues

/// Values as the details of faults show them: exact, the same in every language.
enum FaultDetail {
    /// `12.5`, `12.50 USD`, `2026-01-02`, `2 hours 30 minutes`.
    static func text(_ count: Int128, _ type: WritType) -> String {
        switch type {
        case .money(let currency, let scale):
            DecimalText.print(count: count, scale: scale, minimumDecimals: currency.minorDigits) + " " + currency.code
        case .date: Int(exactly: count).flatMap(CivilDate.init(dayNumber:))?.description ?? "day \(count)"
        case .time: Int64(exactly: count).flatMap(CivilTime.init(microseconds:))?.description ?? "microsecond \(count)"
        case .instant: Int64(exactly: count).flatMap(Instant.init(microseconds:))?.description ?? "microsecond \(count)"
        case .amount(let kind): AmountText.print(kind: kind, count: count)
        default: DecimalText.print(count: count, scale: type.scale, minimumDecimals: 0)
        }
    }

    /// `3 / 0`
    static func operation(_ left: Int128, _ leftType: WritType, _ sign: String, _ right: Int128, _ rightType: WritType)
        -> String
    {
        "\(text(left, leftType)) \(sign) \(text(right, rightType))"
    }

    /// A quotient has lost its types: `3 / 7`.
    static func text(_ ratio: Ratio) -> String {
        let numerator = DecimalText.print(count: ratio.numerator, scale: ratio.scale, minimumDecimals: 0)
        if ratio.divisor == 1, ratio.divisorScale == 0 { return numerator }
        return numerator + " / "
            + DecimalText.print(count: ratio.divisor, scale: ratio.divisorScale, minimumDecimals: 0)
    }
}
