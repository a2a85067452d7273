import WritSemantics

/// The decisions of two versions, by name.
struct DecisionPairs {
    struct Pair {
        var name: String
        var old: DecisionID?
        var new: DecisionID?
    }

    let old: CheckedModel
    let new: CheckedModel

    init(_ old: CheckedModel, _ new: CheckedModel) {
        self.old = old
        self.new = new
    }

    /// In the order of the new version, then those that are gone. A decision that moved to another policy is the same one, unless
    /// several have its name.
    var pairs: [Pair] {
        let taken = new.decisions.indices.map { counterpart(of: DecisionID($0)) }
        let there = new.decisions.indices.map { index in
            Pair(name: name(new, index), old: taken[index], new: DecisionID(index))
        }
        let gone = old.decisions.indices.filter { !taken.contains(DecisionID($0)) }.map { index in
            Pair(name: name(old, index), old: DecisionID(index), new: nil)
        }
        return there + gone
    }

    private func counterpart(of id: DecisionID) -> DecisionID? {
        let heading = new[id].heading
        let named = old.decisions.indices.filter { old.decisions[$0].heading.name == heading.name }
        let exact = named.first { old.decisions[$0].heading.policy == heading.policy }
        let isAlone = new.decisions.count { $0.heading.name == heading.name } == 1
        return (exact ?? (named.count == 1 && isAlone ? named[0] : nil)).map { DecisionID($0) }
    }

    private func name(_ model: CheckedModel, _ index: Int) -> String {
        let heading = model.decisions[index].heading
        let isAlone = model.decisions.count { $0.heading.name == heading.name } == 1
        return isAlone ? heading.name : "\(heading.policy).\(heading.name)"
    }

    /// In which way the outcomes of two versions are no longer of one type; nil where they are, names taken for types.
    func retyping(_ before: DecisionID, _ after: DecisionID) -> String? {
        let (first, second) = (old[before], new[after])
        if !isSame(first.type, second.type) { return "its outcome is of another type now" }
        let slots = (first.parameterSlots, second.parameterSlots)
        let types = TypePairs(old, new)
        let isAsked =
            slots.0.count == slots.1.count
            && zip(slots.0, slots.1).allSatisfy { $0.name == $1.name && types.isSame($0.type, $1.type) }
        return isAsked ? nil : "it is asked with other arguments now"
    }

    private func isSame(_ left: WritType, _ right: WritType) -> Bool {
        switch (left, right) {
        case (.variant(let a), .variant(let b)): old[a].heading.name == new[b].heading.name
        case (.record(let a), .record(let b)): old[a].heading.name == new[b].heading.name
        case (.list(let a), .list(let b)): isSame(a, b)
        case (.number, .number): true
        case (.money(let a, _), .money(let b, _)): a == b
        default: left == right
        }
    }
}
