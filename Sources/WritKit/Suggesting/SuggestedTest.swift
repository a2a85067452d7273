/// A test that shows what no test of a policy shows.
public struct SuggestedTest: Sendable {
    /// What it shows, in the policy's own words.
    public let shows: [String]
    /// The case, with what the policy answers to it.
    public let test: MissingTest
}

/// What the tests of one policy show, and what they could.
public struct TestSuggestions: Sendable {
    /// The name in the policies' headers; empty for files without one.
    public let policy: String
    /// How much there is to show.
    public let total: Int
    /// How much the tests show already.
    public let shown: Int
    /// Tests that show more.
    public let tests: [SuggestedTest]
    /// What no case was found for, in the policy's own words: some of it no case can show.
    public let notFound: [String]
}
