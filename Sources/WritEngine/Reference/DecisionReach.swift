import WritSemantics

/// Finds the decisions that terms read, directly or through other declarations; each declaration is gone through once.
struct DecisionReach {
    /// Decisions by number, a bit each.
    struct Found {
        private var words: [UInt64] = []

        var isEmpty: Bool { words.isEmpty }

        func contains(_ number: Int) -> Bool {
            number >> 6 < words.count && words[number >> 6] >> (number & 63) & 1 != 0
        }

        mutating func insert(_ number: Int) {
            while words.count <= number >> 6 { words.append(0) }
            words[number >> 6] |= 1 << (number & 63)
        }

        mutating func formUnion(_ other: Found) {
            while words.count < other.words.count { words.append(0) }
            for index in other.words.indices { words[index] |= other.words[index] }
        }
    }

    private let model: CheckedModel
    /// By declaration, once it was gone through.
    private var params: [Found?]
    private var defines: [Found?]
    private var decisions: [Found?]

    init(_ model: CheckedModel) {
        self.model = model
        params = Array(repeating: nil, count: model.params.count)
        defines = Array(repeating: nil, count: model.defines.count)
        decisions = Array(repeating: nil, count: model.decisions.count)
    }

    mutating func decisions(of term: Term) -> Found {
        var found = Found()
        add(term, to: &found)
        return found
    }

    private mutating func add(_ term: Term, to found: inout Found) {
        switch term.kind {
        case .constant, .fact, .local: return
        case .param(let id):
            if params[id.index] == nil { params[id.index] = decisions(of: model.params[id.index].value) }
            found.formUnion(params[id.index]!)
            return
        case .define(let id, _):
            if defines[id.index] == nil { defines[id.index] = decisions(of: model.defines[id.index].body) }
            found.formUnion(defines[id.index]!)
        case .decision(let id, _):
            if decisions[id.index] == nil { decisions[id.index] = decisions(of: id) }
            found.formUnion(decisions[id.index]!)
        default: break
        }
        term.forEachOperand { add($0, to: &found) }
    }

    /// A decision, and what it reads. Rows that ask only the columns of their table read nothing else.
    private mutating func decisions(of id: DecisionID) -> Found {
        var found = Found()
        found.insert(id.index)
        let decision = model[id]
        for column in decision.columns { add(column.value, to: &found) }
        for index in decision.rules.indices {
            if !decision.rules[index].asksColumnsOnly { add(decision.rules[index].condition, to: &found) }
            decision.rules[index].conclusion.forEachTerm { add($0, to: &found) }
        }
        for conclusion in [decision.otherwise, decision.undetermined] {
            conclusion?.forEachTerm { add($0, to: &found) }
        }
        return found
    }
}
