/// A currency of ISO 4217.
public struct Currency: Hashable, Sendable {
    /// Its place among all, by code. The types of terms hold currencies and are copied all the time, so this is no text.
    private let number: UInt8

    /// The three capital letters.
    public var code: String { Self.standard[Int(number)].code }
    /// How many decimals the minor unit stands for: 2 for cents, 0 for yen.
    public var minorDigits: Int { Self.standard[Int(number)].digits }

    /// The currency with this code, exactly as written in the standard; `nil` when there is none. O(1).
    public static func named(_ code: String) -> Currency? { byCode[code] }

    /// All currencies, by code.
    public static let all: [Currency] = standard.indices.map { Currency(number: UInt8($0)) }

    private static let standard: [(code: String, digits: Int)] = codes.flatMap { digits, list in
        list.split(separator: " ").map { (String($0), digits) }
    }.sorted { $0.code < $1.code }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// ISO 4217 list one as of 2026-01-01, by digits of the minor unit. Left out are the codes without one (metals, tests,
    /// bond units): nothing can be paid in them. ANG, BGN and CUC have been withdrawn since 2021 and stay, so that cases
    /// of those years can be replayed.
    private static let codes: [(Int, String)] = [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (
            2,
            """
            AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF \
            CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG \
            HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR \
            MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD \
            SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD \
            XCG YER ZAR ZMW ZWG
            """
        ),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    ]
}
