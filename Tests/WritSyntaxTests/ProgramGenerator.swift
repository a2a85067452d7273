/// Writes random programs by walking the grammar, ever more briefly the deeper it is.
struct ProgramGenerator {
    private let rules: [String: Grammar.Rule]
    /// Productions below the shortest text of each production.
    private var shortest: [String: Int] = [:]
    private var random: SeededGenerator
    private var output = ""
    /// Beyond this many bytes everything is as short as it can be: the program's end, or within an expression its end.
    private var limit = 0
    private var isInExpr = false
    private let reserved: [String]
    private var tokens: [String: [String]] = [
        "Name": ["a", "order", "x1", "优先级", "`odd name`", "naïve_count"],
        "TypeName": ["text", "Kind", "calendar", "date", "seconds"],
        "RuleName": ["reship", "otherwise"],
        "UnitWord": ["day", "days", "hours", "months", "minute"],
        "ComparisonOperator": ["<", "<=", ">", ">="],
        "Number": ["0", "12", "1_000.50", "7.25"],
        "Date": ["2026-01-31"], "Time": ["09:30", "23:59:59.5"],
        "Instant": ["2026-01-31T09:30Z", "2026-01-31T09:30:00+02:00"],
        "TextToken": ["\"\"", "\"a text\"", "\"\\\"quoted\\\" \\u{1F4E6} 宽\""],
        "TextHead": ["\"{", "\"before {"], "TextMiddle": ["} and {"], "TextTail": ["}\"", "} after\""],
        "LineBreak": ["\n"],
    ]

    init(_ grammar: Grammar, seed: UInt64) {
        rules = Dictionary(uniqueKeysWithValues: grammar.productions.map { ($0.name, $0.rule) })
        random = SeededGenerator(seed: seed)
        reserved = grammar.reserved
        tokens["FieldName"] = tokens["Name"]! + grammar.reserved
        measure()
    }

    /// A program of a few declarations.
    mutating func program() -> String {
        output = ""
        limit = 2_500
        isInExpr = false
        write("File", depth: 50)
        return output
    }

    // MARK: - Shortest texts

    private mutating func measure() {
        var changed = true
        while changed {
            changed = false
            for (name, rule) in rules {
                if let depth = depth(rule), depth + 1 < shortest[name] ?? .max {
                    shortest[name] = depth + 1
                    changed = true
                }
            }
        }
    }

    private func depth(_ rule: Grammar.Rule) -> Int? {
        switch rule {
        case .word, .optional, .repeated: 0
        case .reference(_, let name): tokens[name] != nil ? 0 : shortest[name]
        case .sequence(let rules):
            rules.reduce(0) { depth, rule in depth.flatMap { depth in self.depth(rule).map { max(depth, $0) } } }
        case .choice(let rules): rules.compactMap(depth).min()
        }
    }

    // MARK: - Writing

    private mutating func write(_ name: String, depth: Int) {
        if let choices = tokens[name] { return put(choices.randomElement(using: &random)!) }
        if !isInExpr, name == "Text", Int.random(in: 0..<5, using: &random) > 0 {
            return write("TextToken", depth: depth)
        }
        if !isInExpr, name == "Expr" || name == "Sum" || name == "Text" { return writeExpr(name) }
        // These take all that follows on their right, so among operators they need brackets.
        let isGreedy = ["Conditional", "Quantifier", "Count", "Aggregate", "FirstOf", "LocalizedText"].contains(name)
        if isGreedy { put("(") }
        write(rules[name]!, depth: depth - 1)
        if isGreedy { put(")") }
    }

    /// An expression of its own: short, so that the program has many.
    private mutating func writeExpr(_ name: String) {
        let outer = limit
        (limit, isInExpr) = (output.utf8.count + Int.random(in: 0..<150, using: &random), true)
        write(rules[name]!, depth: 32)
        (limit, isInExpr) = (outer, false)
    }

    private mutating func write(_ rule: Grammar.Rule, depth: Int) {
        switch rule {
        case .word(let word): put(word)
        case .reference("currency"?, _): put("USD")
        case .reference("callee"?, _): put("f")
        case .reference(let label, let name):
            if label == "items" || label == "declarations" { put("\n") }
            write(name, depth: depth)
        case .sequence(let rules): for rule in rules { write(rule, depth: depth) }
        case .choice(let rules): write(pick(rules, depth), depth: depth)
        case .optional(let rule): if isDoc(rule) || flip(depth) { write(rule, depth: depth) }
        case .repeated(let rule): while flip(depth) { write(rule, depth: depth) }
        }
    }

    /// Docs are always written, so that no text before them is taken for one.
    private func isDoc(_ rule: Grammar.Rule) -> Bool {
        if case .reference("doc"?, _) = rule { return true }
        return false
    }

    private mutating func flip(_ depth: Int) -> Bool {
        fits(depth) && Int.random(in: 0..<5, using: &random) < (isInExpr ? 2 : 3)
    }

    /// Long programs come to an end too.
    private func fits(_ depth: Int) -> Bool { depth > 0 && output.utf8.count < limit }

    private mutating func pick(_ rules: [Grammar.Rule], _ depth: Int) -> Grammar.Rule {
        let fitting = fits(depth) ? rules.filter { self.depth($0)! <= depth } : []
        if let rule = fitting.randomElement(using: &random) { return rule }
        return rules.min { self.depth($0)! < self.depth($1)! }!
    }

    private mutating func put(_ token: String) {
        output += token
        if token != "\n" { output += " " }
    }
}
