import WritSemantics
import WritValues

extension ModelGenerator {
    func constant(_ type: WritType) -> Term { builder.term(.constant(value(type)), type) }

    private func value(_ type: WritType) -> Datum {
        switch type {
        case .boolean: .boolean(random.chance(50))
        case .text: .text(random.pick(Self.texts))
        case .zone: .text(random.pick(Self.zones))
        case .calendar: .variant(random.below(3), [])
        case .variant(let id):
            {
                let index = random.below(builder.model[id].cases.count)
                return .variant(index, builder.model[id].cases[index].fields.map { value($0.type) })
            }()
        case .record(let id): .record(builder.model[id].fields.map { value($0.type) })
        case .list(let element): .list((0..<random.below(3)).map { _ in value(element) })
        default: .count(random.pick(pool(type)))
        }
    }

    public static let texts = ["", "a", "ab", "12-34", "é", "Ａb　", "b"]
    public static let zones = ["UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "+05:30"]

    /// Counts worth trying.
    func pool(_ type: WritType) -> [Int128] { isOrdinary ? Self.ordinaryPool(type) : Self.pool(type) }

    /// The same without the ends of ranges: what most calculations come out right with.
    static func ordinaryPool(_ type: WritType) -> [Int128] {
        let day = Int128(CivilTime.microsecondsPerDay)
        let range: ClosedRange<Int128> =
            switch type {
            case .date: 0...30_000
            case .instant: 0...30_000 * day
            case .amount(.days), .amount(.months), .amount(.workingDays): -400...400
            default: -1_000_000_000_000...1_000_000_000_000
            }
        return pool(type).filter { range.contains($0) }
    }

    static func pool(_ type: WritType) -> [Int128] {
        let day = CivilTime.microsecondsPerDay
        switch type {
        case .date: return dates.map { Int128($0.dayNumber) }
        case .time: return [0, 9 * 3600, 12 * 3600 + 1800, 18 * 3600, 9000].map { $0 * 1_000_000 } + [Int128(day) - 1]
        case .instant:
            let noon = Int128(day / 2)
            return dates.map { Int128($0.dayNumber) * Int128(day) }
                + dates.suffix(4).map { Int128($0.dayNumber) * Int128(day) + noon }
                + [Int128(Instant.last.microseconds)]
        case .amount(.elapsed), .amount(.workingTime):
            return [0, 1, -1, 90, 3600, 9 * 3600, 86_400, -7200, 40_000_000].map { $0 * 1_000_000 } + [
                1, .init(Int64.max),
            ]
        case .amount: return [0, 1, -1, 2, 5, 12, 30, 365, -40, 5_000, 4_000_000, .init(Int64.max), .init(Int64.min)]
        default:
            let unit = Exact.power(of10: min(type.scale, 8))
            return [0, 1, -1, 2, 3, 7, 10, 100, unit, 3 * unit, -5 * unit, 25 * unit, 150 * unit, 10_000 * unit]
                + [.init(Int64.max), .init(Int64.min), .init(Int64.max) / 2 + 1]
        }
    }

    private static let dates: [CivilDate] =
        [
            "0001-01-01", "9999-12-31", "1970-01-01", "2024-01-31", "2024-02-29", "2024-03-31", "2024-05-10",
            "2024-10-27",
        ]
        .map { CivilDate(iso: $0)! }
}
