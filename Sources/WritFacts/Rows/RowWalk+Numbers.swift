import WritSemantics
import WritValues

/// Numbers, money and amounts of time, from their digits. What is long, or written with an exponent, goes to the same
/// functions that the careful reader has.
extension RowWalk {
    /// A decimal of few digits: `digits` · 10⁻ᵈᵉᶜⁱᵐᵃˡˢ.
    private struct Decimal {
        var digits: Int64
        var decimals: Int
        var end: Int
    }

    @inline(__always)
    mutating func number(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        let isQuoted = bytes[start] == UInt8(ascii: "\"")
        let count = decimal(shape, isQuoted ? start &+ 1 : start)
        if isQuoted, !close() { return CaseRow.unknown }
        return bounded(count, shape)
    }

    /// Digits, or a text of digits and perhaps a space and the currency.
    @inline(__always)
    mutating func money(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        guard bytes[start] == UInt8(ascii: "\"") else { return bounded(decimal(shape, start), shape) }
        let count = decimal(shape, start + 1)
        if bytes[end] == UInt8(ascii: " ") {
            for letter in 0..<3 where Int64(bytes[end + 1 + letter]) != shape.pointee.unit >> Int64(8 * letter) & 0xFF {
                return CaseRow.unknown
            }
            end += 4
        }
        return close() ? bounded(count, shape) : CaseRow.unknown
    }

    /// A bare number counts the unit that is declared; a text with units is read as the careful reader does.
    mutating func amount(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        let isQuoted = bytes[start] == UInt8(ascii: "\"")
        if shape.pointee.unit > 0, let decimal = shortDecimal(isQuoted ? start + 1 : start) {
            end = decimal.end
            if !isQuoted || bytes[end] == UInt8(ascii: "\"") {
                if isQuoted { end += 1 }
                let product = Int128(decimal.digits) * Int128(shape.pointee.unit)
                let count = Exact.rescale(product, from: decimal.decimals, to: 0).flatMap { Int64(exactly: $0) }
                return bounded(count ?? CaseRow.unknown, shape)
            }
        }
        guard isQuoted, let text = text(at: start),
            let amount = AmountText.parse(String(decoding: text, as: UTF8.self)),
            amount.kind.rawValue == Int(shape.pointee.scale)
        else { return CaseRow.unknown }
        return bounded(Int64(exactly: amount.count) ?? CaseRow.unknown, shape)
    }

    @inline(__always)
    func bounded(_ count: Int64, _ shape: UnsafePointer<RowShape>) -> Int64 {
        shape.pointee.low <= count && count <= shape.pointee.high ? count : CaseRow.unknown
    }

    @inline(__always)
    private mutating func close() -> Bool {
        end &+= 1
        return bytes[end &- 1] == UInt8(ascii: "\"")
    }

    // MARK: Digits

    /// The count of a decimal at the shape's scale.
    @inline(__always)
    private mutating func decimal(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        let scale = Int(shape.pointee.scale)
        if let decimal = shortDecimal(start), decimal.decimals <= scale, scale &- decimal.decimals <= 18 {
            let (count, overflow) = decimal.digits.multipliedReportingOverflow(
                by: powers[scale &- decimal.decimals])
            if !overflow {
                end = decimal.end
                return count
            }
        }
        return longDecimal(start, scale)
    }

    /// Reads at most seven digits before the point and seven after it; nil for more, for an exponent, and for what is no
    /// number. Without a loop: how many digits a number has, no processor foresees.
    @inline(__always)
    private func shortDecimal(_ start: Int) -> Decimal? {
        let isNegative = bytes[start] == UInt8(ascii: "-")
        let first = isNegative ? start &+ 1 : start
        let whole = ShortDigits(bytes + first)
        if whole.count == 0 || whole.count == 8 || whole.count > 1 && bytes[first] == UInt8(ascii: "0") { return nil }
        var decimal = Decimal(digits: whole.value, decimals: 0, end: first &+ whole.count)
        if bytes[decimal.end] == UInt8(ascii: ".") {
            let fraction = ShortDigits(bytes + (decimal.end &+ 1))
            if fraction.count == 0 || fraction.count == 8 { return nil }
            decimal.digits = whole.value &* powers[fraction.count] &+ fraction.value
            decimal.decimals = fraction.count
            decimal.end &+= 1 &+ fraction.count
        }
        if bytes[decimal.end] | 0x20 == UInt8(ascii: "e") { return nil }
        if isNegative { decimal.digits = 0 &- decimal.digits }
        return decimal
    }

    private mutating func longDecimal(_ start: Int, _ scale: Int) -> Int64 {
        guard let text = digits(start), case .exact(let count) = DecimalText.count(text, atScale: scale) else {
            return CaseRow.unknown
        }
        return Int64(exactly: count) ?? CaseRow.unknown
    }

    /// The characters of a number, whatever it counts.
    mutating func digits(_ start: Int) -> UnsafeBufferPointer<UInt8>? {
        end = start
        while bytes[end].isDigit || Self.isNumberMark(bytes[end]) { end += 1 }
        let text = UnsafeBufferPointer(start: bytes + start, count: end - start)
        return DecimalText.parse(text) == .malformed ? nil : text
    }

    private static func isNumberMark(_ byte: UInt8) -> Bool {
        byte | 0x20 == UInt8(ascii: "e") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
    }
}
