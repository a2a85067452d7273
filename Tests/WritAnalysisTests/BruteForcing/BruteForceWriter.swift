import WritTestSupport

/// Writes small policies at random: facts with few values, decisions that read each other, promises about them.
struct BruteForceWriter {
    let flavour: BruteForceFlavour
    var random: SplitMix64
    var facts: [Fact] = []
    /// The parts of elements that a condition is about, the innermost last.
    var locals: [[Fact]] = []
    /// Of what lists these elements are, by their types.
    var elements: [Element] = []
    var calls: [Call] = []
    /// The record that facts are parts of, and the fact that it is.
    private var gathered: [String] = []
    /// What the lines of a list tell.
    var fields: [Fact] = []
    /// Conditions about an element, by its list: what is asked again in other words shows what follows from what.
    var bodies: [String: [String]] = [:]
    /// Names of conditions that are declared: defines and what decisions answer.
    var shared: [String] = []
    var asked: [Asked] = []

    enum Kind: Hashable {
        case colour, truth, number, money, day
        /// A record; that it is known is all that is asked of it.
        case whole
        indirect case list(Element)

        static let single: [Kind] = [.colour, .truth, .number, .money, .day]

        var isList: Bool { if case .list = self { true } else { false } }
    }

    enum Element: Hashable { case colour, truth, number, line }

    struct Fact {
        var name: String
        var kind: Kind
        var isOptional: Bool

        static let today = "today"
        /// Whether it is declared with the record that it is in.
        var isGathered: Bool { kind == .whole || name.contains(".") }
    }

    struct Asked {
        var name: String
        var isNumber: Bool
        var isList: Bool
    }

    init(seed: UInt64, _ flavour: BruteForceFlavour = []) {
        self.flavour = flavour
        random = SplitMix64(seed)
    }

    mutating func policies() -> BruteForcePolicies {
        flavour.contains(.files) ? several() : BruteForcePolicies(files: [policy()])
    }

    mutating func policy() -> BruteForcePolicy {
        facts = flavour.contains(.lists) ? listed() : singles(2 + random.below(3))
        if flavour.contains(.records) { gather() }
        var policy = BruteForcePolicy(header: header(), decisions: [], promises: [])
        fill(&policy, "q")
        return policy
    }

    mutating func singles(_ count: Int) -> [Fact] {
        let kinds = flavour.contains(.periods) ? Kind.single + [.day, .day] : Kind.single
        var facts = (0..<count).map { number in
            Fact(name: "f\(number)", kind: random.pick(kinds), isOptional: random.chance(30))
        }
        if flavour.contains(.periods) { facts.append(Fact(name: Fact.today, kind: .day, isOptional: false)) }
        return facts
    }

    /// Makes some of the facts parts of one.
    private mutating func gather() {
        let count = 1 + random.below(facts.count - 1)
        gathered = ["record Case"] + facts.prefix(count).map { "  \($0.name) : \(type(of: $0))" }
        let isOptional = random.chance(50)
        gathered = [gathered.joined(separator: "\n"), "fact r : Case\(isOptional ? "?" : "")"]
        facts =
            facts.prefix(count).map {
                Fact(name: "r.\($0.name)", kind: $0.kind, isOptional: isOptional || $0.isOptional)
            } + facts.dropFirst(count)
        if isOptional { facts.append(Fact(name: "r", kind: .whole, isOptional: true)) }
    }

    /// Types, params, facts and a define.
    mutating func header() -> [String] {
        var header = ["type Colour = red | green | blue", "type Reply = o1 | o2 | o3"]
        if let record = record { header.append(record) }
        header += gathered
        header += ["param p : integer = 2", "  source house"]
        if flavour.contains(.periods) { header += datedValues() }
        header += facts.filter { $0.name != Fact.today && !$0.isGathered }.map(declaration)
        if random.chance(40) {
            header.append("define d0 = \(condition(2))")
            shared.append("d0")
        }
        if let callee = callee() { header.append(callee) }
        return header
    }

    /// Decisions of names that begin so, and promises about them.
    mutating func fill(_ policy: inout BruteForcePolicy, _ prefix: String) {
        for number in 0..<(flavour.contains(.lists) && random.chance(60) ? 1 : 1 + random.below(2)) {
            policy.decisions.append(decision("\(prefix)\(number)"))
        }
        for number in 0..<random.below(lists.isEmpty ? 3 : 5) {
            let word = random.pick(["always", "never"])
            policy.promises.append("\(word) v\(number)\n  \(promised())")
        }
        if let list = listing() { policy.decisions.append(list) }
        if random.chance(60), let relation = relation() { policy.promises.append(relation) }
    }

    func declaration(_ fact: Fact) -> String { "fact \(fact.name) : \(type(of: fact))" }

    func type(of fact: Fact) -> String {
        let mark = fact.isOptional ? "?" : ""
        return switch fact.kind {
        case .colour: "Colour\(mark)"
        case .truth: "boolean\(mark)"
        case .number: "integer\(mark) between 0 and \(flavour.contains(.lists) ? 2 : 4)"
        case .money: "money(JPY)\(mark) between 0 JPY and 3 JPY"
        case .day: "date\(mark) between 2026-03-01 and 2026-03-03"
        case .whole: "Case\(mark)"
        case .list(.colour): "list of Colour\(mark)"
        case .list(.truth): "list of boolean\(mark)"
        case .list(.number): "list of integer\(mark)"
        case .list(.line): "list of Line\(mark)"
        }
    }

    // MARK: Decisions

    mutating func decision(_ name: String) -> BruteForcePolicy.Decision {
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
        // One of the same name is hidden from here on.
        asked.removeAll { $0.name == name }
        asked.append(Asked(name: name, isNumber: isNumber, isList: mode == "collect"))
        return decision
    }

    mutating func rules(_ mode: String, _ isNumber: Bool) -> [String] {
        (0..<(1 + random.below(4))).map { number in
            var lines = ["  rule r\(number)"]
            if number > 0, random.chance(15) { lines.append("    overrides r\(random.below(number))") }
            if flavour.contains(.periods), random.chance(40) { lines.append("    " + period()) }
            if !random.chance(5) { lines.append("    when \(condition(2))") }
            if mode != "count" { lines.append("    then \(outcome(isNumber))") }
            return lines.joined(separator: "\n")
        }
    }

    mutating func outcome(_ isNumber: Bool) -> String {
        guard isNumber else { return random.pick(["o1", "o2", "o3"]) }
        if let list = lists.first, random.chance(50) { return number(from: list) }
        let numbers = facts.filter { $0.kind == .number }
        guard !numbers.isEmpty, random.chance(40) else { return "\(random.below(4))" }
        let name = random.pick(numbers).name
        return random.pick([name, "\(name) + 1 ", "35% of \(name) rounded to 1 ", "\(name) / p rounded to 1 half even"])
    }

    mutating func table(_ name: String, _ type: String, _ mode: String) -> BruteForcePolicy.Decision {
        let columns = facts.filter { $0.kind != .truth && $0.kind != .whole && !$0.kind.isList }.prefix(2)
        guard !columns.isEmpty, mode != "collect" else {
            return BruteForcePolicy.Decision(
                name: name,
                head: "decision \(name) : \(type)\n  table \(mode)\n  | rule | \(facts[0].name) || \(name) |",
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

    mutating func cell(_ fact: Fact) -> String {
        if random.chance(25) { return "any" }
        if fact.isOptional, random.chance(20) { return random.pick(["known", "unknown"]) }
        if fact.kind == .colour { return random.pick(["red", "red, green", "not blue", "not red, green"]) }
        let (low, high) = (random.below(2), 2 + random.below(2))
        let (first, last) = (value(fact.kind, low), value(fact.kind, high))
        return random.pick(["<= \(first)", "> \(last)", last, "[\(first)..\(last)]", "[\(first)..\(last))"])
    }

    // MARK: Promises

    private mutating func promised() -> String {
        if let list = lists.first, random.chance(60) {
            return "(\(atom(about: list))) \(random.pick(["implies", "or"])) (\(atom(about: list)))"
        }
        return "(\(answered(random.pick(asked)))) \(random.pick(["implies", "and", "or"])) (\(condition(1)))"
    }

    private mutating func relation() -> String? {
        let values = asked.filter { !$0.isList }
        let facts = facts.filter { $0.kind != .whole && !$0.kind.isList }
        guard !values.isEmpty, !facts.isEmpty else { return nil }
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
