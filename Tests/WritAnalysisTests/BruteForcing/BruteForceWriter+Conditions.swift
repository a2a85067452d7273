import WritTestSupport

extension BruteForceWriter {
    mutating func condition(_ depth: Int) -> String {
        guard depth > 0, random.chance(60) else { return atom() }
        switch random.below(6) {
        case 0: return "not (\(condition(depth - 1)))"
        case 1: return "(\(condition(depth - 1))) or (\(condition(depth - 1)))"
        case 2: return "if \(atom()) then (\(condition(depth - 1))) else (\(condition(depth - 1)))"
        case 3: return "((\(condition(depth - 1))) or else \(random.pick(["true", "false"])))"
        default: return "(\(condition(depth - 1))) and (\(condition(depth - 1)))"
        }
    }

    mutating func atom() -> String {
        if let call = call() { return call }
        if !shared.isEmpty, random.chance(10) { return random.pick(shared) }
        if let one = asked.last, random.chance(20) { return answered(one) }
        return placed().map { atom(about: $0) } ?? random.pick(["true", "false"])
    }

    /// Something that conditions may be about here: inside a question about elements mostly a part of them.
    mutating func placed() -> Fact? {
        let here = locals.flatMap(\.self).filter { !$0.kind.isList || locals.count < 2 }
        let outer = facts.filter { !$0.kind.isList || locals.count < 2 }
        if locals.isEmpty || !outer.isEmpty && random.chance(20) { return random.pick(outer) }
        if here.isEmpty { return nil }
        let innermost = locals.last!.filter { one in here.contains { $0.name == one.name } }
        return random.pick(!innermost.isEmpty && random.chance(70) ? innermost : here)
    }

    mutating func atom(about fact: Fact) -> String {
        if fact.isOptional, random.chance(20) { return "\(fact.name) is \(random.pick(["known", "unknown"]))" }
        switch fact.kind {
        case .truth: return fact.name
        case .whole: return "\(fact.name) is \(random.pick(["known", "unknown"]))"
        case .list(let element): return list(fact, of: element)
        case .colour: return colour(fact)
        case .number: return number(fact)
        case .money: return money(fact)
        case .day: return day(fact)
        }
    }

    /// All of a kind that can be asked about here, the parts of elements among them.
    func named(_ kind: Kind) -> [Fact] { (facts + locals.flatMap(\.self)).filter { $0.kind == kind } }

    private mutating func other(than fact: Fact) -> String {
        let all = named(fact.kind)
        return all.isEmpty ? fact.name : random.pick(all).name
    }

    mutating func answered(_ one: Asked) -> String {
        if one.isList, flavour.contains(.lists), random.chance(60) { return replies(of: one) }
        if one.isList { return "\(random.pick(["o1", "o2"])) in \(one.name)" }
        if one.isNumber { return "\(one.name) \(random.pick(["<=", ">"])) \(random.below(4)) " }
        return "\(one.name) is \(random.pick(["o1", "o2", "o3", "unknown", "known"]))"
    }

    mutating func colour(_ fact: Fact) -> String {
        let others = named(.colour).filter { $0.name != fact.name }
        if !others.isEmpty, random.chance(25) { return "\(fact.name) is \(random.pick(others).name)" }
        let one = random.pick(["red", "green", "blue"])
        return random.pick(["\(fact.name) is \(one)", "\(fact.name) is not \(one)", "\(fact.name) in {\(one), red}"])
    }

    mutating func value(_ kind: Kind) -> String {
        switch kind {
        case .number: random.chance(15) ? "p" : "\(random.below(5)) "
        default: value(kind, random.below(4))
        }
    }

    func value(_ kind: Kind, _ number: Int) -> String {
        switch kind {
        case .number: "\(number) "
        case .money: "\(number) JPY"
        default: "2026-03-0\(min(number + 1, 3))"
        }
    }

    mutating func number(_ fact: Fact) -> String {
        let name = fact.name
        let sign = random.pick(["<", "<=", ">", ">=", " is ", " is not "])
        let bound = value(.number)
        let other = other(than: fact)
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

    mutating func money(_ fact: Fact) -> String {
        let other = other(than: fact)
        switch random.below(4) {
        case 0: return "\(fact.name) + \(other) > \(value(.money))"
        case 1: return "50% of \(fact.name) rounded to 1 JPY >= \(value(.money))"
        default: return "\(fact.name) \(random.pick(["<", ">=", " is "])) \(random.chance(30) ? other : value(.money))"
        }
    }

    mutating func day(_ fact: Fact) -> String {
        let other = other(than: fact)
        switch random.below(4) {
        case 0: return "\(fact.name) >= \(random.below(3)) days after \(other)"
        case 1: return "days between \(fact.name) and \(other) <= \(random.below(3)) days"
        default: return "\(fact.name) \(random.pick(["<", ">=", " is "])) \(random.chance(30) ? other : value(.day))"
        }
    }
}
