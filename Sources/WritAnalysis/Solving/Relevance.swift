/// What the truth of the goals rests on, found while walking down from them: of a formula that is false one part that is, of a choice the
/// conditions up to the one that is true. What is not here need not have a truth or a value.
struct Relevance {
    enum Item {
        case formula(Formula)
        case variable(Variable)
    }

    struct Mark {
        fileprivate var items: Int
        fileprivate var head: Int
        fileprivate var open: Int
        fileprivate var openHead: Int
    }

    private(set) var items: [Item] = []
    /// How many of the items have been looked at.
    fileprivate var head = 0
    /// Items for which something has to be decided, and how many of them are settled.
    fileprivate var open: [Item] = []
    fileprivate var openHead = 0
    private var hasNode: [Bool] = []
    private var hasVariable: [Bool] = []

    var mark: Mark { Mark(items: items.count, head: head, open: open.count, openHead: openHead) }

    mutating func grow(nodes: Int, variables: Int) {
        hasNode.append(contentsOf: repeatElement(false, count: nodes - hasNode.count))
        hasVariable.append(contentsOf: repeatElement(false, count: variables - hasVariable.count))
    }

    mutating func add(_ literal: Formula) {
        if hasNode[literal.node] { return }
        hasNode[literal.node] = true
        items.append(.formula(literal))
    }

    mutating func add(_ variable: Variable) {
        if hasVariable[variable.number] { return }
        hasVariable[variable.number] = true
        items.append(.variable(variable))
    }

    func contains(_ literal: Formula) -> Bool { hasNode[literal.node] }

    mutating func undo(to mark: Mark) {
        for item in items[mark.items...] {
            switch item {
            case .formula(let literal): hasNode[literal.node] = false
            case .variable(let variable): hasVariable[variable.number] = false
            }
        }
        items.removeLast(items.count - mark.items)
        open.removeLast(open.count - mark.open)
        head = mark.head
        openHead = mark.openHead
    }
}

extension CaseSearch {
    /// A literal to be tried next; nil where the goals are justified.
    func nextDecision() -> Formula? {
        while true {
            while relevance.head < relevance.items.count {
                let item = relevance.items[relevance.head]
                relevance.head += 1
                if !justify(item) { relevance.open.append(item) }
            }
            guard relevance.openHead < relevance.open.count else { return nil }
            let item = relevance.open[relevance.openHead]
            if !justify(item) { return decision(for: item) }
            relevance.openHead += 1
        }
    }

    /// Adds what an item rests on; false where that is not settled.
    private func justify(_ item: Relevance.Item) -> Bool {
        switch item {
        case .formula(let literal): justify(literal)
        case .variable(let variable): justify(variable)
        }
    }

    private func need(_ literal: Formula) {
        // What is true whatever the goals are needs no reason.
        if assignment.level(literal) > 0 { relevance.add(literal) }
    }

    private func justify(_ literal: Formula) -> Bool {
        switch table.nodes[literal.node] {
        case .truth: return true
        case .atom(.member(let variable, _)), .atom(.atMost(let variable, _)):
            relevance.add(variable)
            return true
        case .atom(.difference(let left, let right, _)):
            relevance.add(left)
            relevance.add(right)
            return true
        case .all(let parts):
            if !literal.isNegated {
                for part in parts { need(part) }
                return true
            }
            var found: Formula?
            for part in parts where assignment.isFalse(part) {
                if assignment.level(part) == 0 || relevance.contains(part) { return true }
                if found == nil { found = part }
            }
            if let found { need(!found) }
            return found != nil
        }
    }

    private func justify(_ variable: Variable) -> Bool {
        guard let definition = table[variable].definition else { return true }
        guard case .choice(let choices) = definition else {
            for read in definition.variables { relevance.add(read) }
            return true
        }
        for choice in choices {
            if assignment.isOpen(choice.condition) { return false }
            if assignment.isTrue(choice.condition) {
                need(choice.condition)
                relevance.add(choice.value)
                break
            }
            need(!choice.condition)
        }
        return true
    }

    private func decision(for item: Relevance.Item) -> Formula {
        switch item {
        case .formula(let literal):
            guard case .all(let parts) = table.nodes[literal.node] else { break }
            var best: Formula?
            for part in parts where assignment.isOpen(part) {
                if best == nil || learner.activity(part) > learner.activity(best!) { best = part }
            }
            if let best { return !best }
        case .variable(let variable):
            guard case .choice(let choices)? = table[variable].definition else { break }
            if let choice = choices.first(where: { assignment.isOpen($0.condition) }) { return choice.condition }
        }
        preconditionFailure("an item that is not settled has something to decide")
    }
}
