/// What the conditions of a rule came to in one case, and the rule.
struct ConditionVector: Hashable, Sendable {
    /// False, true and unknown.
    enum Truth: Hashable, Sendable { case no, yes, open }

    var leaves: [Truth]
    var result: Truth

    /// The only condition in which two cases differ, if that turns the rule round.
    func flip(to other: ConditionVector) -> Int? {
        guard leaves.count == other.leaves.count, result != .open, other.result != .open, result != other.result else {
            return nil
        }
        var found: Int?
        for index in leaves.indices where leaves[index] != other.leaves[index] {
            guard found == nil, leaves[index] != .open, other.leaves[index] != .open else { return nil }
            found = index
        }
        return found
    }
}
