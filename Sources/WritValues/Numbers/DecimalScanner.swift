/// One pass over a number of JSON (RFC 8259, section 6).
struct DecimalScanner {
    /// The digits without zeros at either end, signed; `nil` when they do not fit.
    private(set) var significand: Int128? = 0
    /// How many digits the significand has; at least as many when it does not fit.
    private(set) var digitCount = 0
    /// The power of ten that the significand is multiplied by. Bounded by the length of the text and ``exponentLimit``.
    private(set) var exponent = 0

    /// Beyond this an exponent counts as this: no text is long enough to bring such a number back into range.
    private static let exponentLimit = 1 << 40

    private var pendingZeros = 0

    private enum State { case start, minus, zero, whole, point, fraction, e, eSign, eDigits }

    /// Reads the whole text; `nil` when it is not a number.
    static func scan(_ text: some Sequence<UInt8>) -> DecimalScanner? {
        var scanner = DecimalScanner()
        var state = State.start
        var isNegative = false
        var isNegativeExponent = false
        var written = 0
        for byte in text {
            guard let next = follow(state, byte) else { return nil }
            switch next {
            case .minus: isNegative = true
            case .zero, .whole: scanner.take(byte &- 48, decimals: 0)
            case .fraction: scanner.take(byte &- 48, decimals: 1)
            case .eSign: isNegativeExponent = byte == UInt8(ascii: "-")
            case .eDigits: written = min(written * 10 + Int(byte &- 48), exponentLimit)
            case .start, .point, .e: break
            }
            state = next
        }
        guard state == .zero || state == .whole || state == .fraction || state == .eDigits else { return nil }
        scanner.exponent += scanner.pendingZeros + (isNegativeExponent ? -written : written)
        if isNegative, let significand = scanner.significand { scanner.significand = -significand }
        return scanner
    }

    private static func follow(_ state: State, _ byte: UInt8) -> State? {
        if byte &- 48 < 10 { return follow(state, isZero: byte == 48) }
        switch (byte, state) {
        case (UInt8(ascii: "-"), .start): return .minus
        case (UInt8(ascii: "."), .zero), (UInt8(ascii: "."), .whole): return .point
        case (UInt8(ascii: "+"), .e), (UInt8(ascii: "-"), .e): return .eSign
        default: break
        }
        let isE = byte | 0x20 == UInt8(ascii: "e")
        return isE && (state == .zero || state == .whole || state == .fraction) ? .e : nil
    }

    /// What a digit leads to; nothing follows a leading zero.
    private static func follow(_ state: State, isZero: Bool) -> State? {
        switch state {
        case .start, .minus: isZero ? .zero : .whole
        case .zero: nil
        case .whole: .whole
        case .point, .fraction: .fraction
        case .e, .eSign, .eDigits: .eDigits
        }
    }

    /// Zeros wait until a digit follows them, so that those at the end never count.
    private mutating func take(_ digit: UInt8, decimals: Int) {
        exponent -= decimals
        if digit == 0 {
            if digitCount > 0 { pendingZeros += 1 }
            return
        }
        for _ in 0...pendingZeros where significand != nil {
            let (shifted, overflow) = significand!.multipliedReportingOverflow(by: 10)
            significand = overflow ? nil : shifted
        }
        if let shifted = significand {
            let (sum, overflow) = shifted.addingReportingOverflow(Int128(digit))
            significand = overflow ? nil : sum
        }
        digitCount += pendingZeros + 1
        pendingZeros = 0
    }
}
