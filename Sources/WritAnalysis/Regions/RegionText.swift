import WritSemantics
import WritValues

/// Says which cases a region has, in the policy's own words: `order.amount from 100,000.00 CNY to 149,999.99 CNY, level is ordinary`.
struct RegionText {
    let model: CheckedModel
    let table: FormulaTable
    let universe: TextUniverse
    /// What stands behind the names of values that only one of two versions has.
    var suffixes: [Variable: String] = [:]

    private var values: DatumText { DatumText(model: model) }

    /// Stands behind the name of a list where it matters which elements it has, and there are no words for that.
    static let untold = " as in the example"

    /// The parts, one for each fact or calculation the region says something of, in the order of the facts.
    func parts(_ region: CaseRegion) -> [String] {
        var limits: [Variable: Interval] = [:]
        var masks: [Variable: ValueMask] = [:]
        var spreads: [Spread] = []
        for literal in region.literals {
            guard case .atom(let atom) = table.nodes[literal.node] else { continue }
            switch (atom, literal.isNegated) {
            case (.member(let variable, let mask), let isNegated):
                let mask = isNegated ? mask.complement : mask
                masks[variable] = masks[variable].map { $0.intersection(mask) } ?? mask
            case (.atMost(let variable, let bound), let isNegated):
                let interval = isNegated ? Interval(bound + 1, .max) : Interval(.min, bound)
                limits[variable] = (limits[variable] ?? .all).intersection(interval)
            case (.difference(let left, let right, let bound), false): spreads.append((left, right, bound))
            case (.difference(let left, let right, let bound), true): spreads.append((right, left, -bound - 1))
            }
        }
        let variables = Set(limits.keys).union(masks.keys).sorted { rank($0) < rank($1) }
        let told = variables.compactMap { variable in
            limits[variable].map { text(variable, $0) } ?? masks[variable].flatMap { text(variable, $0) }
        }
        return told.enumerated().filter { !told[..<$0].contains($1) }.map(\.element) + texts(spreads)
    }

    /// All of them in one line; `every case` where the region is everything.
    func text(_ region: CaseRegion) -> String {
        let parts = parts(region)
        return parts.isEmpty ? "every case" : parts.joined(separator: ", ")
    }

    /// What is told comes before what is worked out.
    private func rank(_ variable: Variable) -> (Int, Int32) {
        (table[variable].definition == nil ? 0 : 1, variable.index)
    }

    private func name(_ variable: Variable) -> String {
        let name = table[variable].name
        // A calculation over several lines is shown in one.
        let line = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return suffixes[variable].map { "\(line) \($0)" } ?? line
    }

    // MARK: Quantities

    private func text(_ variable: Variable, _ interval: Interval) -> String {
        let domain = table.interval(of: variable)
        let name = name(variable)
        let isFromStart = interval.low <= domain.low
        let isToEnd = interval.high >= domain.high
        let possible = interval.intersection(domain)
        // A calculation may leave the days that there are.
        if case .date? = table[variable].type, possible.low > Int128(CivilDate.dayNumbers.upperBound) {
            return "\(name) is after \(value(Int128(CivilDate.dayNumbers.upperBound), variable))"
        }
        if possible.low == possible.high { return "\(name) is \(value(possible.low, variable))" }
        let ends = (isFromStart ? nil : start(interval.low, variable), isToEnd ? nil : end(interval.high, variable))
        switch ends {
        case (nil, nil): return "\(name) up to \(value(interval.high, variable))"
        case (let low?, nil): return "\(name) \(low)"
        case (nil, let high?): return "\(name) \(high.hasPrefix("before") ? high : "up to \(high)")"
        case (let low?, let high?):
            if high.hasPrefix("before") { return "\(name) \(low) and \(high)" }
            return "\(name) \(low) \(low.hasPrefix("after") ? "up to" : "to") \(high)"
        }
    }

    /// Where a region begins: nobody says `from 16:00:00.000001`.
    private func start(_ count: Int128, _ variable: Variable) -> String {
        isClock(variable) && (count - 1) % Self.second == 0
            ? "after \(value(count - 1, variable))" : "from \(value(count, variable))"
    }

    private func end(_ count: Int128, _ variable: Variable) -> String {
        isClock(variable) && (count + 1) % Self.second == 0
            ? "before \(value(count + 1, variable))" : value(count, variable)
    }

    private static let second: Int128 = 1_000_000

    /// Whether it is counted more finely than people tell the time.
    private func isClock(_ variable: Variable) -> Bool {
        switch table[variable].type {
        case .time?, .instant?: true
        default: false
        }
    }

    private func value(_ count: Int128, _ variable: Variable) -> String {
        guard let type = table[variable].type, type.isQuantity else { return "\(count)" }
        return values.text(.count(count), type)
    }

    private typealias Spread = (left: Variable, right: Variable, atMost: Int128)

    /// Two values of which neither is more than the other are the same.
    private func texts(_ spreads: [Spread]) -> [String] {
        func isOpposite(_ one: Spread, _ other: Spread) -> Bool {
            one.left == other.right && one.right == other.left && one.atMost == 0 && other.atMost == 0
        }
        var texts: [String] = []
        for (index, spread) in spreads.enumerated() {
            if spreads[..<index].contains(where: { isOpposite($0, spread) }) { continue }
            if spreads[index...].contains(where: { isOpposite($0, spread) }) {
                let sides = [spread.left, spread.right].sorted { rank($0) < rank($1) }
                texts.append("\(name(sides[0])) is \(name(sides[1]))")
            } else {
                texts.append(text(spread))
            }
        }
        return texts
    }

    private func text(_ spread: Spread) -> String {
        let (left, right) = (name(spread.left), name(spread.right))
        switch spread.atMost {
        case 0: return "\(left) at most \(right)"
        case -1: return "\(left) less than \(right)"
        case let bound where bound < 0: return "\(left) at least \(amount(-bound, spread.left)) less than \(right)"
        case let bound: return "\(left) at most \(amount(bound, spread.left)) more than \(right)"
        }
    }

    /// How far two values are apart: of dates, days.
    private func amount(_ count: Int128, _ variable: Variable) -> String {
        switch table[variable].type {
        case .date?: values.text(.count(count), .amount(.days))
        case .instant?: values.text(.count(count), .amount(.elapsed))
        default: value(count, variable)
        }
    }

    // MARK: Values by number

    private func text(_ variable: Variable, _ mask: ValueMask) -> String? {
        let record = table[variable]
        if case .known(let leaf) = record.origin {
            return mask.contains(1) ? "\(leaf.path) is known" : "\(leaf.path) is unknown"
        }
        let name = name(variable)
        // Which elements a list has is told by the example, and so is what is open of a text's letters.
        switch record.origin {
        case .shape(let leaf) where leaf.path.hasPrefix("#"): return "\(name)\(Self.untold)"
        case .value(let leaf) where leaf.path.hasPrefix("?"): return "the rest\(Self.untold)"
        default: break
        }
        if record.type == .boolean || mask.count == 2 && record.type == nil {
            return mask.contains(1) ? name : "not \(name)"
        }
        if mask.population * 2 > mask.count, mask.count > 2 || isText(record) {
            let left = mask.complement.values.map { word($0, record) }
            return left.count == 1 ? "\(name) is not \(left[0])" : "\(name) is none of \(left.joined(separator: ", "))"
        }
        let words = mask.values.map { word($0, record) }
        return words.count == 1 ? "\(name) is \(words[0])" : "\(name) is one of \(words.joined(separator: ", "))"
    }

    private func isText(_ record: VariableRecord) -> Bool {
        if case .text? = record.type { true } else { false }
    }

    private func word(_ number: Int, _ record: VariableRecord) -> String {
        if let words = record.words, words.indices.contains(number) { return words[number] }
        switch record.type {
        case .text?, .zone?:
            return universe.isStranger(number) ? "any other text" : "\"\(universe.texts[number])\""
        default: return "\(number)"
        }
    }
}
