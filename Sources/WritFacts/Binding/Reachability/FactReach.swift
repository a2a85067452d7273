import WritSemantics

/// How much of one value a decision can read: all of it, or some of the parts below.
public struct FactReach: Sendable, Hashable {
    /// One step into a value. The elements of a list are not told apart.
    public enum Step: Sendable, Hashable {
        case field(Int)
        case caseField(Int, Int)
        case element
    }

    /// The value is used as it is, with everything in it.
    public internal(set) var isWhole = false
    public internal(set) var parts: [Step: FactReach] = [:]

    /// Notes that something down these steps is read.
    mutating func mark(_ steps: ArraySlice<Step>, whole: Bool) {
        guard let step = steps.first else {
            if whole { isWhole = true }
            return
        }
        parts[step, default: FactReach()].mark(steps.dropFirst(), whole: whole)
    }

    func needs(_ steps: ArraySlice<Step>) -> Bool {
        if isWhole { return true }
        guard let step = steps.first else { return true }
        return parts[step]?.needs(steps.dropFirst()) ?? false
    }
}

/// The facts that a decision can read, directly or through defines, params and other decisions.
///
/// Found once for a decision, from its terms: what no rule, conclusion or message of it can look at is not required of a case.
public struct ReachedFacts: Sendable, Hashable {
    public internal(set) var facts: [FactID: FactReach] = [:]

    /// What the decisions read between them.
    public init(by decisions: [DecisionID], in model: CheckedModel) { self.init(by: decisions, and: [], in: model) }

    /// What decisions and terms without locals, such as the conditions of promises, read between them.
    public init(by decisions: [DecisionID], and terms: [Term], in model: CheckedModel) {
        var finder = ReachFinder(model)
        for decision in decisions { finder.askFromOutside(decision) }
        for term in terms { finder.use(term) }
        facts = finder.facts
    }

    /// Whether the part of a fact down these steps is read.
    public func needs(_ fact: FactID, _ steps: [FactReach.Step] = []) -> Bool {
        facts[fact]?.needs(steps[...]) ?? false
    }
}
