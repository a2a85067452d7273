import WritTestSupport

/// Writes small policies at random: facts with few values, decisions that read each other, promises about them.
struct BruteForceWriter {
    private var random: SplitMix64
    private var facts: [Fact] = []
    /// Names of conditions that are declared: defines and what decisions answer.
    private var shared: [String] = []
    private var asked: [Asked] = []

    private enum Kind: CaseIterable { case colour, truth, number, money, day }

    private struct Fact {
        var name: String
        var kind: Kind
        var isOptional: Bool
    }

    private struct Asked {
        var name: String
        var isNumber: Bool
        var isList: Bool
    }

    init(seed: UInt64) { random = SplitMix64(seed) }

    mutating func policy() -> BruteForcePolicy {
        facts = (0..<(2 + random.below(3))).map { number in
            Fact(name: "f\(number)", kind: random.pick(Kind.allCases), isOptional: random.chance(30))
        }
        var header = ["type Colour = red | green | blue", "type Reply = o1 | o2 | o3"]
        header += ["param p : integer = 2", "  source house"] + facts.map(declaration)
        if random.chance(40) {
            header.append("define d0 = \(condition(2))")
            shared.append("d0")
        }
        var policy = BruteForcePolicy(header: header, decisions: [], promises: [])
        for number in 0..<(1 + random.below(2)) { policy.decisions.append(decision("q\(number)")) }
        for number in 0..<random.below(3) {
            let word = random.pick(["always", "never"])
            policy.promises.append("\(word) v\(number)\n  \(promised())")
        }
        if random.chance(60), let relation = relation() { policy.promises.append(relation) }
        return policy
    }

    private func declaration(_ fact: Fact) -> String {
        let mark = fact.isOptional ? "?" : ""
        let type =
            switch fact.kind {
            case .colour: "Colour\(mark)"
            case .truth: "boolean\(mark)"
            case .number: "integer\(mark) between 0 and 4"
            case .money: "money(JPY)\(mark) between 0 JPY and 3 JPY"
            case .day: "date\(mark) between 2026-03-01 and 2026-03-03"
            }
        return "fact \(fact.name) : \(type)"
    }

    // MARK: Decisions

    private mutating func decision(_ name: String) -> BruteForcePolicy.Decision {
        let mode = random.pick(["first", "first", "first", "unique", "unique", "collect", "sum", "max", "count"])
        let isNumber = mode != "collect" && (!["first", "unique"].contains(mode) || random.chance(20))
        let type = isNumber ? "integer" : mode == "collect" ? "list of Reply" : "Reply"
        let isTable = !isNumber && random.chance(25)
        var decision =
            isTable
            ? table(name, type, mode)
            : BruteForcePolicy.Decision(name: name, head: "decision \(name) : \(type)\n  \(mode)", items: [], tail: [])
        if !isTable { decision.items = rules(mode, isNumber) }
        if mode == "first" || mode == "unique" || mode == "max" || random.chance(10), mode != "count" {
            if random.chance(60) {
                let value = outcome(isNumber)
                decision.tail.append(isTable ? "  | otherwise |\(decision.gap) || \(value) |" : "  otherwise \(value)")
            }
        }
        if random.chance(15), mode != "collect" { decision.tail.append("  when undetermined \(outcome(isNumber))") }
        asked.append(Asked(name: name, isNumber: isNumber, isList: mode == "collect"))
        return decision
    }

    private mutating func rules(_ mode: String, _ isNumber: Bool) -> [String] {
        (0..<(1 + random.below(4))).map { number in
            var lines = ["  rule r\(number)"]
            if number > 0, random.chance(15) { lines.append("    overrides r\(random.below(number))") }
            if !random.chance(5) { lines.append("    when \(condition(2))") }
            if mode != "count" { lines.append("    then \(outcome(isNumber))") }
            return lines.joined(separator: "\n")
        }
    }

    private mutating func outcome(_ isNumber: Bool) -> String {
        guard isNumber else { return random.pick(["o1", "o2", "o3"]) }
        let numbers = facts.filter { $0.kind == .number }
        guard !numbers.isEmpty, random.chance(40) else { return "\(random.below(4))" }
        let name = random.pick(numbers).name
        return random.pick([name, "\(name) + 1 ", "35% of \(name) rounded to 1 ", "\(name) / p rounded to 1 half even"])
    }

    private mutating func table(_ name: String, _ type: String, _ mode: String) -> BruteForcePolicy.Decision {
        let columns = facts.filter { $0.kind != .truth }.prefix(2)
        guard !columns.isEmpty, mode != "collect" else {
            return BruteForcePolicy.Decision(
                name: name, head: "decision \(name) : \(type)\n  table \(mode)\n  | rule | f0 || \(name) |",
                items: ["  | r0 | known || o1 |", "  | r1 | any || o2 |"], tail: [])
        }
        let titles = columns.map(\.name).joined(separator: " | ")
        let items = (0..<(1 + random.below(4))).map { number in
            let cells = columns.map { cell($0) }.joined(separator: " | ")
            return "  | r\(number) | \(cells) || \(outcome(false)) |"
        }
        return BruteForcePolicy.Decision(
            name: name, head: "decision \(name) : \(type)\n  table \(mode)\n  | rule | \(titles) || \(name) |",
            items: items, tail: [])
    }

    private mutating func cell(_ fact: Fact) -> String {
        if random.chance(25) { return "any" }
        if fact.isOptional, random.chance(20) { return random.pick(["known", "unknown"]) }
        if fact.kind == .colour { return random.pick(["red", "red, green", "not blue", "not red, green"]) }
        let (low, high) = (random.below(2), 2 + random.below(2))
        let (first, last) = (value(fact.kind, low), value(fact.kind, high))
        return random.pick(["<= \(first)", "> \(last)", last, "[\(first)..\(last)]", "[\(first)..\(last))"])
    }

    // MARK: Conditions

    private mutating func condition(_ depth: Int) -> String {
        guard depth > 0, random.chance(60) else { return atom() }
        switch random.below(6) {
        case 0: return "not (\(condition(depth - 1)))"
        case 1: return "(\(condition(depth - 1))) or (\(condition(depth - 1)))"
        case 2: return "if \(atom()) then (\(condition(depth - 1))) else (\(condition(depth - 1)))"
        case 3: return "((\(condition(depth - 1))) or else \(random.pick(["true", "false"])))"
        default: return "(\(condition(depth - 1))) and (\(condition(depth - 1)))"
        }
    }

    private mutating func atom() -> String {
        if !shared.isEmpty, random.chance(10) { return random.pick(shared) }
        if let one = asked.last, random.chance(20) { return answered(one) }
        let fact = random.pick(facts)
        if fact.isOptional, random.chance(20) { return "\(fact.name) is \(random.pick(["known", "unknown"]))" }
        switch fact.kind {
        case .truth: return fact.name
        case .colour: return colour(fact)
        case .number: return number(fact)
        case .money: return money(fact)
        case .day: return day(fact)
        }
    }

    private mutating func answered(_ one: Asked) -> String {
        if one.isList { return "\(random.pick(["o1", "o2"])) in \(one.name)" }
        if one.isNumber { return "\(one.name) \(random.pick(["<=", ">"])) \(random.below(4)) " }
        return "\(one.name) is \(random.pick(["o1", "o2", "o3", "unknown", "known"]))"
    }

    private mutating func colour(_ fact: Fact) -> String {
        let others = facts.filter { $0.kind == .colour && $0.name != fact.name }
        if !others.isEmpty, random.chance(25) { return "\(fact.name) is \(random.pick(others).name)" }
        let one = random.pick(["red", "green", "blue"])
        return random.pick(["\(fact.name) is \(one)", "\(fact.name) is not \(one)", "\(fact.name) in {\(one), red}"])
    }

    private mutating func value(_ kind: Kind) -> String {
        switch kind {
        case .number: random.chance(15) ? "p" : "\(random.below(5)) "
        default: value(kind, random.below(4))
        }
    }

    private func value(_ kind: Kind, _ number: Int) -> String {
        switch kind {
        case .number: "\(number) "
        case .money: "\(number) JPY"
        default: "2026-03-0\(min(number + 1, 3))"
        }
    }

    private mutating func number(_ fact: Fact) -> String {
        let name = fact.name
        let sign = random.pick(["<", "<=", ">", ">=", " is ", " is not "])
        let bound = value(.number)
        let other = random.pick(facts.filter { $0.kind == .number }).name
        switch random.below(8) {
        case 0: return "\(name) + \(other) \(sign) \(bound)"
        case 1: return "\(name) - \(other) \(sign) \(bound)"
        case 2: return "\(name) * \(other) \(sign) \(bound)"
        case 3: return "\(name) / \(other) \(random.pick([">", "<="])) \(bound)"
        case 4: return "\(random.pick([15, 35, 50]))% of \(name) rounded to 1 \(sign) \(random.below(3)) "
        case 5: return "least of (\(name), \(other) or else 1) \(sign) \(bound)"
        default: return "\(name) \(sign) \(random.chance(30) ? other : bound)"
        }
    }

    private mutating func money(_ fact: Fact) -> String {
        let other = random.pick(facts.filter { $0.kind == .money }).name
        switch random.below(4) {
        case 0: return "\(fact.name) + \(other) > \(value(.money))"
        case 1: return "50% of \(fact.name) rounded to 1 JPY >= \(value(.money))"
        default: return "\(fact.name) \(random.pick(["<", ">=", " is "])) \(random.chance(30) ? other : value(.money))"
        }
    }

    private mutating func day(_ fact: Fact) -> String {
        let other = random.pick(facts.filter { $0.kind == .day }).name
        switch random.below(4) {
        case 0: return "\(fact.name) >= \(random.below(3)) days after \(other)"
        case 1: return "days between \(fact.name) and \(other) <= \(random.below(3)) days"
        default: return "\(fact.name) \(random.pick(["<", ">=", " is "])) \(random.chance(30) ? other : value(.day))"
        }
    }

    // MARK: Promises

    private mutating func promised() -> String {
        "(\(answered(random.pick(asked)))) \(random.pick(["implies", "and", "or"])) (\(condition(1)))"
    }

    private mutating func relation() -> String? {
        let values = asked.filter { !$0.isList }
        guard !values.isEmpty else { return nil }
        let condition = random.chance(30) ? " while \(condition(1))" : ""
        let moves = (random.pick(["rises", "falls"]), random.pick(["rises", "falls"]))
        return """
            always w
              whenever \(random.pick(facts).name) \(moves.0)\(condition), \(random.pick(values).name) never \(moves.1)
            """
    }
}

extension BruteForcePolicy.Decision {
    /// The empty cells of a row that asks nothing.
    fileprivate var gap: String {
        let header = head.split(separator: "\n").last ?? ""
        return String(repeating: " |", count: header.split(separator: "||")[0].count { $0 == "|" } - 2)
    }
}
