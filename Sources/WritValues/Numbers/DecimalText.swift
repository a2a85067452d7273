/// Decimals as text: the numbers of JSON (RFC 8259, section 6), read exactly and written canonically.
public struct DecimalText: Sendable {
    /// What reading a text gave.
    public enum Reading: Hashable, Sendable {
        /// `count` · 10⁻ˢᶜᵃˡᵉ. Zeros at the end of the fraction are dropped: `12.50` is 125 at 1.
        case exact(count: Int128, scale: Int)
        /// A number, but its digits do not fit in `Int128` with a scale of 0…38.
        case tooLarge
        /// Not a number of JSON.
        case malformed
    }

    /// What reading a text at a fixed scale gave.
    public enum Counting: Hashable, Sendable {
        /// The count of 10⁻ˢᶜᵃˡᵉ; in the range of `Int64`.
        case exact(Int128)
        /// A number with more decimals than the scale holds.
        case tooManyDecimals
        /// A number beyond the range of `Int64` at the scale.
        case tooLarge
        /// Not a number of JSON.
        case malformed
    }

    /// Reads a decimal such as `-12.50`, `1e3` or `1.5E-2`. Linear in the text, whatever the exponent says.
    public static func parse(_ text: some Sequence<UInt8>) -> Reading {
        guard let digits = DecimalScanner.scan(text) else { return .malformed }
        guard let significand = digits.significand else { return .tooLarge }
        if significand == 0 { return .exact(count: 0, scale: 0) }
        if digits.exponent < 0 {
            return Exact.scales.contains(-digits.exponent)
                ? .exact(count: significand, scale: -digits.exponent) : .tooLarge
        }
        guard Exact.scales.contains(digits.exponent),
            let count = Exact.rescale(significand, from: 0, to: digits.exponent)
        else { return .tooLarge }
        return .exact(count: count, scale: 0)
    }

    public static func parse(_ text: String) -> Reading { parse(text.utf8) }

    /// Reads a decimal as a count of 10⁻ˢᶜᵃˡᵉ, and says why when it is not one.
    ///
    /// - Precondition: `scale` is in ``Exact/scales``.
    public static func count(_ text: some Sequence<UInt8>, atScale scale: Int) -> Counting {
        guard let digits = DecimalScanner.scan(text) else { return .malformed }
        if digits.significand == 0 { return .exact(0) }
        if digits.exponent + digits.digitCount + scale > 19 { return .tooLarge }
        if digits.exponent + scale < 0 { return .tooManyDecimals }
        guard let significand = digits.significand,
            let count = Exact.rescale(significand, from: 0, to: digits.exponent + scale),
            Int64(exactly: count) != nil
        else { return .tooLarge }
        return .exact(count)
    }

    public static func count(_ text: String, atScale scale: Int) -> Counting { count(text.utf8, atScale: scale) }

    /// The same of bytes. Other modules cannot specialize the general form, which is eight times as slow for them.
    public static func count(_ text: ArraySlice<UInt8>, atScale scale: Int) -> Counting {
        text.withUnsafeBufferPointer { count($0, atScale: scale) }
    }

    /// Writes `count` · 10⁻ˢᶜᵃˡᵉ, without zeros at the end beyond `minimumDecimals`: 1250 at 2 is `12.50`, or `12.5` with 0.
    ///
    /// - Parameter minimumDecimals: how many decimals to write at least; more than `scale` pads with zeros.
    public static func print(count: Int128, scale: Int, minimumDecimals: Int) -> String {
        var digits = String(count.magnitude)
        if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
        let whole = digits.dropLast(scale)
        var fraction = digits.suffix(scale)
        while fraction.utf8.count > minimumDecimals, fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
        let padding = String(repeating: "0", count: max(0, minimumDecimals - fraction.utf8.count))
        let point = fraction.isEmpty && padding.isEmpty ? "" : "."
        return (count < 0 ? "-" : "") + whole + point + fraction + padding
    }
}
