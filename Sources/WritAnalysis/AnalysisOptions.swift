import WritSource

/// What an analysis goes by, besides the policy itself.
public struct AnalysisOptions: Sendable {
    /// By the path of a file what the house says of findings in it; files that are not here have the kinds' own severities.
    public var settings: [String: FindingSettings]
    /// What the author has accepted.
    public var acceptances: [AcceptedFinding]
    /// The day that acceptances are held against, counted from 1970-01-01. Nil: none is ever over.
    public var today: Int?
    /// The files that somebody asked about; nil for all. What the others declare may be there for policies that are not here,
    /// and is never called unused.
    public var askedFiles: Set<String>?

    /// How long each question about all cases may be thought about.
    public var budget = SearchBudget.ordinary
    /// Who answers them: our own search, so that a check says the same on every machine, or another solver too.
    public var solvers = SolverChoice.own

    public init(
        settings: [String: FindingSettings] = [:], acceptances: [AcceptedFinding] = [], today: Int? = nil,
        askedFiles: Set<String>? = nil
    ) {
        self.settings = settings
        self.acceptances = acceptances
        self.today = today
        self.askedFiles = askedFiles
    }
}
