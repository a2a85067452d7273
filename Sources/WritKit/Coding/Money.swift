import WritValues

/// An amount of money as answers give it and facts take it: exact, with its currency.
///
/// ```swift
/// let paid = Money(count: 12_50, scale: 2, currency: "USD")   // 12.50 USD
/// ```
/// A plain value: nothing is calculated, converted or rounded here. Two are equal when they are written alike, so that
/// `12.5 USD` and `12.50 USD` are not; all amounts of one declared type are written with the same decimals.
public struct Money: Sendable, Hashable, CustomStringConvertible {
    /// How many of the smallest unit: cents, at a scale of 2.
    public var count: Int64
    /// The decimals that `count` has: 2 for cents; at most 18.
    public var scale: Int
    /// The code of the currency in ISO 4217, such as `USD`.
    public var currency: String

    /// - Precondition: `scale` is from 0 to 18.
    public init(count: Int64, scale: Int, currency: String) {
        precondition((0...18).contains(scale), "an amount of money has 0 to 18 decimals")
        self.count = count
        self.scale = scale
        self.currency = currency
    }

    /// `12.50 USD`
    public var description: String { wireText }

    /// The number without its currency, `12.50`: for a decimal type of the host's.
    public var digits: String { DecimalText.print(count: Int128(count), scale: scale, minimumDecimals: scale) }
}

extension Money: WireConvertible {
    /// An amount as policies write it, `12.50 USD`; nil without a currency.
    public init?(wireText: String) {
        let words = wireText.split(separator: " ")
        guard words.count == 2, words[1].utf8.count == 3 else { return nil }
        let decimals = words[0].split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
        guard decimals <= 18, case .exact(let count) = DecimalText.count(words[0].utf8, atScale: decimals),
            let count = Int64(exactly: count)
        else { return nil }
        self.init(count: count, scale: decimals, currency: String(words[1]))
    }

    /// `12.50 USD`
    public var wireText: String { "\(digits) \(currency)" }
}

extension Money: Codable {
    /// Reads `12.50 USD`, with any decoder.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let money = Money(wireText: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "`\(text)` is no amount of money such as 12.50 USD")
        }
        self = money
    }

    /// Writes `12.50 USD`, with any encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wireText)
    }
}
