import WritTestSupport

/// Lists as facts, and what can be asked of their elements.
extension BruteForceWriter {
    var lists: [Fact] { facts.filter { $0.kind.isList } }

    /// A list or two, and few other facts: lists have many values.
    mutating func listed() -> [Fact] {
        fields = line()
        var facts = [Fact(name: "xs", kind: .list(element()), isOptional: random.chance(25))]
        if random.chance(25) {
            let kind = random.chance(40) ? .list(.truth) : facts[0].kind
            facts.append(Fact(name: "ys", kind: kind, isOptional: random.chance(20)))
        }
        for number in 0..<random.below(3) {
            let kind = random.pick([Kind.colour, .truth, .number])
            facts.append(Fact(name: "f\(number)", kind: kind, isOptional: random.chance(25)))
        }
        return facts
    }

    private mutating func element() -> Element { random.pick([.colour, .truth, .number, .line, .line, .line]) }

    /// The fields of a line, with few values together.
    private mutating func line() -> [Fact] {
        let number = Fact(name: "n", kind: .number, isOptional: random.chance(30))
        let truth = Fact(name: "ok", kind: .truth, isOptional: !number.isOptional && random.chance(80))
        let colour = Fact(name: "tone", kind: .colour, isOptional: random.chance(50))
        let other = Fact(name: "new", kind: .truth, isOptional: true)
        let flags = Fact(name: "flags", kind: .list(.truth), isOptional: false)
        return random.pick([
            [number, truth], [truth, number], [truth], [truth, other], [flags],
            [colour, Fact(name: "ok", kind: .truth, isOptional: false)],
        ])
    }

    /// The record that lines are, where there are any.
    var record: String? {
        guard lists.contains(where: { $0.kind == .list(.line) }) else { return nil }
        return (["record Line"] + fields.map { "  \($0.name) : \(type(of: $0))" }).joined(separator: "\n")
    }

    // MARK: Conditions

    mutating func list(_ list: Fact, of element: Element) -> String {
        let bound = "\(random.pick([" <= ", " > ", " is "]))\(random.below(3)) "
        switch random.below(12) {
        case 0...3: return quantified(list, element)
        case 4, 5: return "(\(counted(list, element)))\(bound)"
        case 6: return "(sum \(valued(list, element)))\(bound)"
        case 7: return "(\(random.pick(["min", "max"])) \(valued(list, element)))\(bound)"
        case 8: return "(average \(valued(list, element))) > 1 "
        case 9: return first(list, element)
        case 10: return derived(list, element)
        default: return whole(list, element)
        }
    }

    private mutating func quantified(_ list: Fact, _ element: Element) -> String {
        let word = random.pick(["any", "every", "no"])
        return inside(element) { writer, local in
            "(\(word) \(local) in \(list.name) has (\(writer.body(list))))"
        }
    }

    private mutating func counted(_ list: Fact, _ element: Element) -> String {
        inside(element) { writer, local in
            "count \(local) in \(list.name)" + (writer.random.chance(75) ? " where (\(writer.body(list)))" : "")
        }
    }

    /// A number of each element, of some of them.
    private mutating func valued(_ list: Fact, _ element: Element) -> String {
        inside(element) { writer, local in
            let value = writer.number(of: local)
            let filter = writer.random.chance(60) ? " where (\(writer.body(list)))" : ""
            return "\(value) for \(local) in \(list.name)\(filter)"
        }
    }

    private mutating func number(of local: String) -> String {
        if let number = locals.last?.first(where: { $0.kind == .number }), random.chance(75) { return number.name }
        return "(if \(atom()) then 1 else 2)"
    }

    private mutating func first(_ list: Fact, _ element: Element) -> String {
        let (form, asked) = inside(element) { writer, local -> (String, Fact) in
            let filter = writer.random.chance(80) ? " where (\(writer.body(list)))" : ""
            var order = ""
            if let number = writer.locals.last?.first(where: { $0.kind == .number }), writer.random.chance(35) {
                order = " by \(number.name)" + (writer.random.chance(50) ? " descending" : "")
            }
            return ("first \(local) in \(list.name)\(filter)\(order)", writer.random.pick(writer.locals.last!))
        }
        if random.chance(40) { return "((\(form)) is \(random.pick(["known", "unknown"])))" }
        // What is asked of the local is asked of the element found.
        let field = asked.name.split(separator: ".").dropFirst().map { ".\($0)" }.joined()
        let part = Fact(name: "(\(form))\(field)", kind: asked.kind, isOptional: true)
        return "(\(atom(about: part)))"
    }

    /// A question about a list that is made of another.
    private mutating func derived(_ list: Fact, _ element: Element) -> String {
        let (form, made) = inside(element) { writer, local -> (String, Fact) in
            let parts = writer.locals.last!.filter { !$0.kind.isList }
            let part =
                parts.isEmpty ? Fact(name: local, kind: .list(.line), isOptional: false) : writer.random.pick(parts)
            let filter = writer.random.chance(60) ? " where (\(writer.body(list)))" : ""
            return ("(list \(part.name) for \(local) in \(list.name)\(filter))", part)
        }
        let element: Element =
            switch made.kind {
            case .colour: .colour
            case .number: .number
            case .list: .line
            default: .truth
            }
        let whole = Fact(name: form, kind: .list(element), isOptional: false)
        switch random.below(6) {
        case 0: return first(whole, element)
        case 1: return "(sum \(valued(whole, element))) > \(random.below(3)) "
        case 2: return "(\(counted(whole, element))) > \(random.below(2)) "
        case 3: return "(\(member(of: whole, element)))"
        default: return quantified(whole, element)
        }
    }

    private mutating func whole(_ list: Fact, _ element: Element) -> String {
        let others = lists.filter { $0.kind == list.kind && $0.name != list.name }
        if !others.isEmpty, random.chance(50) { return "\(list.name) is \(random.pick(others).name)" }
        if element == .line { return "\(list.name) is []" }
        return random.chance(25) ? "\(list.name) is []" : member(of: list, element)
    }

    private mutating func member(of list: Fact, _ element: Element) -> String {
        if element == .line { return "\(list.name) is not []" }
        let kind: Kind = element == .colour ? .colour : element == .number ? .number : .truth
        let facts = named(kind)
        if !facts.isEmpty, random.chance(50) { return "\(random.pick(facts).name) in \(list.name)" }
        let words = element == .colour ? ["red", "blue"] : element == .number ? ["0", "1"] : ["true", "false"]
        return "\(random.pick(words)) \(random.pick(["in", "not in"])) \(list.name)"
    }

    // MARK: Numbers and answers

    mutating func number(from list: Fact) -> String {
        guard case .list(let element) = list.kind else { return "0" }
        return random.chance(50) ? "(\(counted(list, element)))" : "(sum \(valued(list, element)))"
    }

    /// A decision that answers with a list, made of the first one.
    mutating func listing() -> BruteForcePolicy.Decision? {
        guard let list = lists.first, case .list(let element) = list.kind, random.chance(20) else { return nil }
        let parts = element == .line ? fields.filter { !$0.kind.isList } : parts(of: element, named: "")
        guard let part = parts.first else { return nil }
        let type = part.kind == .colour ? "Colour" : part.kind == .number ? "integer" : "boolean"
        let field = element == .line ? ".\(part.name)" : ""
        let items = (0..<2).map { number in
            let value = inside(element) { writer, local in
                "list \(local)\(field) for \(local) in \(list.name) where (\(writer.body(list)))"
            }
            return "  rule r\(number)\n    when \(condition(1))\n    then (\(value))"
        }
        return BruteForcePolicy.Decision(
            name: "l0", head: "decision l0 : list of \(type)\n  first", items: items, tail: ["  otherwise []"])
    }

    /// A question about the replies that a decision collects.
    mutating func replies(of one: Asked) -> String {
        let reply = random.pick(["o1", "o2"])
        switch random.below(3) {
        case 0: return "(any o in \(one.name) has o is \(reply))"
        case 1: return "(count o in \(one.name) where o is not \(reply)) > \(random.below(2)) "
        default: return "(first o in \(one.name)) is \(reply)"
        }
    }

    // MARK: Locals

    /// A condition about an element, at times one that was asked of this list before, or one that is true of the same elements and
    /// held for others.
    private mutating func body(_ list: Fact) -> String {
        let key = "\(list.name) \(locals.count)"
        if locals.count == 1, let known = bodies[key], random.chance(50) {
            let body = random.pick(known)
            guard let open = (locals[0] + facts).first(where: { $0.isOptional && $0.kind == .truth }), random.chance(25)
            else { return body }
            return "(\(body)) or (if \(open.name) then false else false)"
        }
        let made = condition(1)
        bodies[key, default: []].append(made)
        return made
    }

    static let locals = ["x", "y", "z"]

    /// Writes something inside which an element has a name.
    mutating func inside<Result>(
        _ element: Element, _ write: (inout BruteForceWriter, _ local: String) -> Result
    ) -> Result {
        let local = Self.locals[min(locals.count, 2)]
        locals.append(parts(of: element, named: local))
        elements.append(element)
        defer {
            locals.removeLast()
            elements.removeLast()
        }
        return write(&self, local)
    }

    private func parts(of element: Element, named local: String) -> [Fact] {
        switch element {
        case .colour: [Fact(name: local, kind: .colour, isOptional: false)]
        case .truth: [Fact(name: local, kind: .truth, isOptional: false)]
        case .number: [Fact(name: local, kind: .number, isOptional: false)]
        case .line: fields.map { Fact(name: "\(local).\($0.name)", kind: $0.kind, isOptional: $0.isOptional) }
        }
    }
}
