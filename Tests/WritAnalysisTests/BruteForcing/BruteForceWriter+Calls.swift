import WritTestSupport

/// Defines and decisions about one element, asked of the elements of lists.
extension BruteForceWriter {
    struct Call {
        var name: String
        var element: Element
        /// A decision, which answers with a reply.
        var isDecision: Bool
    }

    /// A define or a decision that takes an element of the first list.
    mutating func callee() -> String? {
        guard let list = lists.first, case .list(let element) = list.kind, random.chance(40) else { return nil }
        let isDecision = random.chance(50)
        let text = inside(element) { writer, local in
            let slot = "(\(local) : \(writer.name(of: element)))"
            if !isDecision { return "define e0\(slot) = \(writer.condition(1))" }
            let rules = (0..<(1 + writer.random.below(2))).map { number in
                "  rule r\(number)\n    when \(writer.condition(1))\n    then \(writer.reply())"
            }
            let rest = writer.random.chance(60) ? ["  otherwise \(writer.reply())"] : []
            return (["decision e0\(slot) : Reply\n  first"] + rules + rest).joined(separator: "\n")
        }
        calls.append(Call(name: "e0", element: element, isDecision: isDecision))
        return text
    }

    /// What one of them says of an element that is at hand, if there is one.
    mutating func call() -> String? {
        guard !calls.isEmpty, let element = elements.last, calls[0].element == element, random.chance(20) else {
            return nil
        }
        let asked = "e0(\(Self.locals[elements.count - 1]))"
        return calls[0].isDecision ? "\(asked) is \(random.pick(["o1", "o2", "unknown"]))" : asked
    }

    private mutating func reply() -> String { random.pick(["o1", "o2", "o3"]) }

    func name(of element: Element) -> String {
        switch element {
        case .colour: "Colour"
        case .truth: "boolean"
        case .number: "integer"
        case .line: "Line"
        }
    }
}
