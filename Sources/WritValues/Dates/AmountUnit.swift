/// A unit that amounts of time are written in.
public struct AmountUnit: Hashable, Sendable {
    public let kind: AmountKind
    /// The word for one: `hour`, `working day`.
    public let singular: String
    /// The word for several: `hours`, `working days`.
    public let plural: String
    /// How many of the kind's smallest unit it is.
    public let multiplier: Int64

    /// The unit a word names, singular or plural; two words such as `working hours` are separated by one space. `nil` for
    /// any other word.
    public static func named(_ word: some StringProtocol) -> AmountUnit? { byWord[String(word)] }

    /// All units: of each kind the largest first.
    public static let all: [AmountUnit] =
        clockUnits(.elapsed, prefix: "")
        + [
            AmountUnit(.days, "week", 7), AmountUnit(.days, "day", 1),
            AmountUnit(.months, "year", 12), AmountUnit(.months, "month", 1),
            AmountUnit(.workingDays, "working day", 1),
        ] + clockUnits(.workingTime, prefix: "working ")

    private static let byWord = Dictionary(uniqueKeysWithValues: all.flatMap { [($0.singular, $0), ($0.plural, $0)] })

    private init(_ kind: AmountKind, _ singular: String, _ multiplier: Int64) {
        self.kind = kind
        self.singular = singular
        plural = singular + "s"
        self.multiplier = multiplier
    }

    private static func clockUnits(_ kind: AmountKind, prefix: String) -> [AmountUnit] {
        [
            ("hour", 3_600_000_000), ("minute", 60_000_000), ("second", 1_000_000), ("millisecond", 1_000),
            ("microsecond", 1),
        ]
        .map { AmountUnit(kind, prefix + $0, $1) }
    }
}
