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
    /// The facts that the policy read, which are those to tell.
    let read: [CaseTrace.Read]
}
