import WritSemantics
import WritValues

/// Writes random JSON documents for the facts of a model, all of them right.
struct DocumentGenerator {
    private let model: CheckedModel
    private var random: SplitMix64
    /// How many in a hundred optional values are not told; required ones are told always.
    private var unknowns = 0
    private var isShuffled = false
    private var (comma, colon, open) = (",", ":", "")
    /// Whether forms are used that the fast reader may leave: exponents, decomposed letters, names in escapes.
    let isOdd: Bool

    init(_ model: CheckedModel, seed: UInt64, isOdd: Bool) {
        self.model = model
        self.isOdd = isOdd
        random = SplitMix64(seed: seed)
    }

    mutating func document() -> String {
        unknowns = random.pick([0, 10, 40])
        isShuffled = random.chance(30)
        (comma, colon, open) = random.pick([
            (",", ":", ""), (", ", ": ", ""), (" ,\n\t", " : ", "\r\n "), (",  ", ":", " "),
        ])
        var names: Set<String> = []
        var entries = fields(model.facts.map(\.slot).filter { names.insert($0.wireName).inserted })
        if model.facts.allSatisfy({ $0.slot.wireName != "id" }), random.chance(50) {
            let id = random.pick(["\"case-17\"", "17", "-0.50", "true", "false", "null", "\"a\\n\\u00e9 \u{5305}\""])
            entries.insert("\"id\"\(colon)\(id)", at: random.below(entries.count + 1))
        }
        return random.pick(["", "", " ", "\n"]) + object(entries) + random.pick(["", "", " \r\n"])
    }

    private func object(_ entries: [String]) -> String {
        entries.isEmpty ? "{\(open)}" : "{\(open)\(entries.joined(separator: comma))\(open)}"
    }

    private mutating func fields(_ slots: [Slot]) -> [String] {
        var entries: [String] = []
        for slot in slots {
            if slot.isOptional, random.chance(unknowns) {
                if random.chance(30) { entries.append("\(key(slot.wireName))\(colon)null") }
                continue
            }
            entries.append("\(key(slot.wireName))\(colon)\(value(slot, slot.type))")
        }
        if isShuffled { entries.shuffle(using: &random) }
        return entries
    }

    private mutating func key(_ name: String) -> String {
        if isOdd, let first = name.utf8.first, first < 0x80, random.chance(1) {
            return "\"\\u00\(String(first, radix: 16))\(name.dropFirst())\""
        }
        return "\"\(name)\""
    }

    // MARK: Values

    private mutating func value(_ slot: Slot, _ type: WritType) -> String {
        switch type {
        case .boolean: return random.pick(["true", "false"])
        case .number(let scale): return random.pick([decimal(slot, scale), quoted(decimal(slot, scale))])
        case .money(let currency, let scale):
            let digits = decimal(slot, scale)
            return random.pick([digits, quoted(digits), "\"\(digits) \(currency.code)\""])
        case .text, .message: return text()
        case .date: return quoted(CivilDate(dayNumber: count(slot, CivilDate.dayNumbers))!.description)
        case .time: return quoted(random.pick(["00:00", "09:30", "23:59:59", "12:00:00.5", "12:34:56.789012"]))
        case .instant: return quoted(instant())
        case .zone: return quoted(random.pick(["Asia/Shanghai", "UTC", "America/Argentina/Buenos_Aires", "+08:00"]))
        case .calendar: return quoted(random.pick(model.calendars).heading.name)
        case .amount(let kind): return amount(kind, slot)
        case .variant(let id): return variant(id)
        case .record(let id): return object(fields(model[id].fields))
        case .list(let element):
            let count = random.pick([0, 1, 1, 2, 3])
            return "[" + open + (0..<count).map { _ in value(slot, element) }.joined(separator: comma) + open + "]"
        case .quotient, .poison: return "null"
        }
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }

    private mutating func count(_ slot: Slot, _ range: ClosedRange<Int32>) -> Int {
        let bounds = slot.bounds.map { Int($0.lowerBound)...Int($0.upperBound) }
        let range = bounds ?? Int(range.lowerBound)...Int(range.upperBound)
        return random.pick([range.lowerBound, range.upperBound, Int.random(in: range, using: &random)])
    }

    /// Digits with few or many decimals, and zeros at the end that need not be there.
    private mutating func decimal(_ slot: Slot, _ scale: Int) -> String {
        let ranges: [ClosedRange<Int128>] = [
            0...9, -100...100, -1_000_000...1_000_000, Int128(Int64.min + 1)...Int128(Int64.max),
        ]
        let bounds = slot.bounds ?? random.pick(ranges)
        let count = Int128(Int.random(in: Int(bounds.lowerBound)...Int(bounds.upperBound), using: &random))
        if isOdd, random.chance(10) { return "\(count)e-\(scale)" }
        return DecimalText.print(count: count, scale: scale, minimumDecimals: random.pick([0, scale, scale + 2]))
    }

    private mutating func text() -> String {
        let plain = [
            "", "a", "of the policy", "a text that is longer than a few words of the machine", "\u{E9}", "包裹 到了",
            "Größe ☎ 📦",
            "back\\\\slash \\\"quote\\\" \\/ \\b\\f\\n\\r\\t", "\\u0041\\u00e9\\u5305", "\\uD83D\\uDCE6 box",
            "1234567\\\"", "\\u0000",
            "unknown", "null", "{\\\"a\\\": [1]}", "12345678", "123456789012345\u{E9}",
        ]
        let odd = ["e\u{301}", "\\u0065\\u0301", "\u{212B}", "\u{1100}\u{1161}", "\u{0915}\u{093C}"]
        return quoted(random.pick(isOdd ? plain + odd : plain))
    }

    private mutating func instant() -> String {
        random.pick([
            "1970-01-01T00:00:00Z", "2026-05-31T11:00:00-04:00", "2024-02-29t23:59:59.999999z", "0001-01-01T00:00:00Z",
        ])
    }

    private mutating func amount(_ kind: AmountKind, _ slot: Slot) -> String {
        let number = random.pick(["0", "3", "12", "7.0", "-2"])
        let words = "\(random.pick(["0", "1", "24"])) \(random.pick(kind.units).plural)"
        return slot.bounds != nil
            ? random.pick(["0", "12", "\"3\""]) : random.pick([number, quoted(number), quoted(words)])
    }

    private mutating func variant(_ id: VariantID) -> String {
        let shown = random.pick(model[id].cases)
        let name = quoted(random.pick([shown.wireName, shown.wireName, shown.name]))
        let isTold = shown.fields.contains { !$0.isOptional }
        if !isTold, random.chance(70) { return name }
        if shown.fields.isEmpty { return "{\(name)\(colon)\(random.pick(["null", "{}", "{ }"]))}" }
        return "{\(name)\(colon)\(object(fields(shown.fields)))}"
    }
}

extension SplitMix64 {
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}
