/// Amounts of time as people write them (`2 hours 30 minutes`, `5 working days`) and as machines do (`PT2H30M`).
public struct AmountText: Sendable {
    /// Reads an amount: `90 minutes`, `1.5 hours`, `2 hours 30 minutes`, `-3 days`, `PT2H30M`, `P2W`, `P1Y6M`.
    ///
    /// All parts are of one kind, and the amount is a whole number of its smallest unit: `1.5 hours` is one, `1.5 days`
    /// is not. A minus sign stands at the very front and is for the whole. In ISO 8601 years and months, weeks and days, and
    /// hours, minutes and seconds are three kinds; there are no working amounts.
    ///
    /// - Returns: the kind and the count of its smallest unit (``AmountUnit``); `nil` for anything else, and beyond `Int64`.
    public static func parse(_ text: String) -> (kind: AmountKind, count: Int128)? {
        let isNegative = text.first == "-"
        let rest = isNegative ? text.dropFirst() : text[...]
        let parts = rest.first == "P" ? isoParts(rest.dropFirst()) : wordParts(rest)
        guard let parts, let kind = parts.first?.unit.kind else { return nil }
        var total: Int128 = 0
        for part in parts {
            guard part.unit.kind == kind, let count = count(part.number, of: part.unit) else { return nil }
            total += count
        }
        guard Int64(exactly: total) != nil else { return nil }
        return (kind, isNegative ? -total : total)
    }

    private typealias Part = (number: Substring, unit: AmountUnit)

    private static func count(_ number: Substring, of unit: AmountUnit) -> Int128? {
        guard number.utf8.first != UInt8(ascii: "-"),
            case .exact(let count, let scale) = DecimalText.parse(number.utf8), scale <= 18,
            count.magnitude <= Int64.max.magnitude
        else { return nil }
        return Exact.rescale(count * Int128(unit.multiplier), from: scale, to: 0)
    }

    /// `2 hours 30 minutes`: numbers and unit words in turn, by single spaces.
    private static func wordParts(_ text: Substring) -> [Part]? {
        var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
        var parts: [Part] = []
        while let number = words.popFirst() {
            guard var word = words.popFirst().map(String.init) else { return nil }
            if word == "working", let next = words.popFirst() { word += " " + next }
            guard let unit = AmountUnit.named(word) else { return nil }
            parts.append((number, unit))
        }
        return parts
    }

    /// What follows the `P` of an ISO 8601 duration; each designator once, in their order.
    private static func isoParts(_ text: Substring) -> [Part]? {
        var rest = text
        var parts: [Part] = []
        var designators: [(Character, String)] = [("Y", "year"), ("M", "month"), ("W", "week"), ("D", "day")]
        var isTime = false
        while !rest.isEmpty {
            if !isTime, rest.first == "T" {
                rest.removeFirst()
                isTime = true
                designators = [("H", "hour"), ("M", "minute"), ("S", "second")]
                if rest.isEmpty { return nil }
                continue
            }
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            guard let letter = rest.popFirst(), let place = designators.firstIndex(where: { $0.0 == letter }),
                let unit = AmountUnit.named(designators[place].1)
            else { return nil }
            designators.removeSubrange(...place)
            parts.append((number, unit))
        }
        return parts
    }
}
