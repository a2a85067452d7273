import WritEngine
import WritSemantics

/// The facts that a decision read: a line each, and a line for each element of a list.
struct FactLines {
    let words: ExplanationWords

    /// More elements than this are counted, not shown.
    private static let shownElements = 4

    func lines(_ facts: [UsedFact]) -> [String] {
        var lines: [String] = []
        let lists = Dictionary(grouping: facts) { $0.path.list }
        var shown: Set<FactPath> = []
        // A list may be long, and its elements are no more than a part of it each.
        let plain = facts.filter { $0.path.list == nil }
        let parts = plain + lists.compactMap { $0.key == nil ? nil : $0.value.first }
        for fact in facts {
            if let list = fact.path.list {
                if shown.insert(list).inserted {
                    lines += self.lines(of: list, lists[list] ?? [], whole: plain.first { $0.path == list })
                }
            } else if !isTold(byItsParts: fact, parts) {
                lines.append(words.fact(fact))
            }
        }
        return lines
    }

    /// A list or a record of which parts were read is told by these.
    private func isTold(byItsParts fact: UsedFact, _ facts: [UsedFact]) -> Bool {
        switch fact.value {
        case .list, .record: facts.contains { $0.path.isInside(fact.path) }
        default: false
        }
    }

    /// How many elements a list has, and of the first few what was read of them.
    private func lines(of list: FactPath, _ facts: [UsedFact], whole: UsedFact?) -> [String] {
        var elements: [(number: Int, parts: [UsedFact])] = []
        var places: [Int: Int] = [:]
        for fact in facts {
            guard let number = fact.path.element(of: list) else { continue }
            if let known = places[number] {
                elements[known].parts.append(fact)
            } else {
                places[number] = elements.count
                elements.append((number, [fact]))
            }
        }
        var count = elements.count
        if case .list(let all) = whole?.value { count = all.count }
        let shown = elements.prefix(Self.shownElements).map { element($0.number, $0.parts, of: list) }
        let rest = count - shown.count
        return ["\(list.description): \(ExplanationWords.count(count, "element"))"] + shown
            + (rest > 0 ? ["  and \(rest) more"] : [])
    }

    private func element(_ number: Int, _ parts: [UsedFact], of list: FactPath) -> String {
        let depth = list.steps.count + 1
        let texts = parts.filter { !isTold(byItsParts: $0, parts) }.map { part in
            let inner = FactPath(fact: part.path.fact, name: "", steps: Array(part.path.steps.dropFirst(depth)))
            let name = inner.description.drop { $0 == "." }
            return name.isEmpty ? words.value(part.value, part.type) : "\(name) = \(words.value(part.value, part.type))"
        }
        return "  [\(number + 1)]  " + TextWrapping.fitted(texts, columns: 88)
    }
}

extension FactPath {
    /// The outermost list that it leads into.
    var list: FactPath? {
        guard let step = steps.firstIndex(where: { if case .element = $0 { true } else { false } }) else { return nil }
        return FactPath(fact: fact, name: name, steps: Array(steps[..<step]))
    }

    /// Which element of a list it leads into.
    func element(of list: FactPath) -> Int? {
        guard isInside(list), case .element(let number) = steps[list.steps.count] else { return nil }
        return number
    }

    /// Whether it leads to a part of what another leads to.
    func isInside(_ other: FactPath) -> Bool {
        fact == other.fact && steps.count > other.steps.count && steps.starts(with: other.steps)
    }
}
