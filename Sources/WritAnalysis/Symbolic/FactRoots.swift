import WritSemantics

/// What facts, and decisions whose arguments are told, are called in the paths of variables: by their names, with those of their
/// policies where several have one name.
struct FactRoots: Sendable {
    /// By number.
    private(set) var names: [String]
    /// The names that several decisions have.
    private let ambiguousDecisions: Set<String>

    init(_ model: CheckedModel) { self.init(model, alongside: model) }

    /// Names that mean the same facts in two versions of a policy.
    init(_ model: CheckedModel, alongside other: CheckedModel) {
        let ambiguous = Self.ambiguous(model.facts.map(\.heading)).union(Self.ambiguous(other.facts.map(\.heading)))
        ambiguousDecisions = Self.ambiguous(model.decisions.map(\.heading))
            .union(Self.ambiguous(other.decisions.map(\.heading)))
        names = model.facts.map { fact in
            let heading = fact.heading
            return ambiguous.contains(heading.name) ? "\(heading.policy).\(heading.name)" : heading.name
        }
    }

    private static func ambiguous(_ headings: [Heading]) -> Set<String> {
        var seen = Set<String>()
        return Set(headings.map(\.name).filter { !seen.insert($0).inserted })
    }

    subscript(_ fact: FactID) -> String { names[fact.index] }

    /// What the place of an argument is called among those of the facts.
    func argument(_ slot: Slot, of decision: Decision) -> String {
        let heading = decision.heading
        let name = ambiguousDecisions.contains(heading.name) ? "\(heading.policy).\(heading.name)" : heading.name
        return "\(name)(\(slot.name))"
    }

    /// Gives a fact a name of its own.
    mutating func rename(_ fact: FactID, to name: String) { names[fact.index] = name }

    /// The type of the fact, or of the part of one, at a path such as `order.lines[0].price`.
    func type(at path: String, in model: CheckedModel) -> WritType? {
        var rest = path[...]
        guard let index = names.firstIndex(where: { isHead($0, of: rest) }) else { return nil }
        rest = rest.dropFirst(names[index].count)
        var type = model.facts[index].slot.type
        while let next = rest.first {
            if next == "[" {
                guard case .list(let element) = type, let end = rest.firstIndex(of: "]") else { return nil }
                (type, rest) = (element, rest[rest.index(after: end)...])
                continue
            }
            rest = rest.dropFirst()
            let slots: [Slot]
            switch type {
            case .record(let id): slots = model[id].fields
            case .variant(let id):
                guard let one = model[id].cases.first(where: { isHead($0.name, of: rest) }) else { return nil }
                rest = rest.dropFirst(one.name.count + 1)
                slots = one.fields
            default: return nil
            }
            guard let slot = slots.first(where: { isHead($0.name, of: rest) }) else { return nil }
            (type, rest) = (slot.type, rest.dropFirst(slot.name.count))
        }
        return type
    }

    private func isHead(_ name: String, of path: Substring) -> Bool {
        guard path.hasPrefix(name) else { return false }
        let next = path.dropFirst(name.count).first
        return next == nil || next == "." || next == "["
    }
}
