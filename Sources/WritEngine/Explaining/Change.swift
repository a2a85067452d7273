import WritSemantics

/// A change of one fact, the others being as they are, with which the decision is answered otherwise.
public struct Change: Sendable {
    public var fact: UsedFact
    /// What it would have to be; `.unknown` where not telling it would do.
    public var value: Datum
    /// The answer then.
    public var answer: Answer
}

/// What would change an answer.
public struct Changes: Sendable {
    /// The smallest for each fact and each other kind of answer, the most telling first.
    public var changes: [Change] = []
    /// How often the decision was made to find them.
    public var runs = 0
    /// Whether the search was ended for the size of the case, and left out what it would else have tried.
    public var isCapped = false
    /// Whether every value that every fact may have was tried, so that no other change of one fact exists.
    public var isComplete = false
}
