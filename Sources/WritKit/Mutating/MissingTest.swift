import WritSemantics

/// A case that shows what no test looks at, and what the policy answers to it.
public struct MissingTest: Sendable {
    /// What the policy answers.
    public let decided: Decided
    /// The test whose case it was made from; nil for a case made up.
    let start: TestCase?
    /// In what the case differs from that test's.
    let changes: [CaseChange]
    /// Whether the reason must be expected too, since nothing else tells.
    let isAboutWords: Bool
    /// The facts that were read, which are those to tell.
    private(set) var read: [CaseTrace.Read]

    init(
        decided: Decided, start: TestCase?, changes: [CaseChange], isAboutWords: Bool, read: [CaseTrace.Read]
    ) {
        self.decided = decided
        self.start = start
        self.changes = changes
        self.isAboutWords = isAboutWords
        self.read = read
    }

    /// Tells more of the case.
    mutating func add(_ more: [CaseTrace.Read]) {
        let known = Set(read.map(\.path))
        read += more.filter { !known.contains($0.path) }
    }

    /// Whether both ask the same of the same facts.
    func isSameCase(as other: MissingTest) -> Bool {
        let (mine, theirs) = (decided.question, other.decided.question)
        return mine.decision == theirs.decision && isAboutWords == other.isAboutWords
            && mine.arguments == theirs.arguments && mine.params.overrides == theirs.params.overrides
            && zip(mine.facts.facts, theirs.facts.facts).allSatisfy { $0.matches($1) }
    }
}
