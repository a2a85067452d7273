import WritDiagnostics
import WritSource

/// What the analysis found in a policy, in the order of the files, with the severities that the house gives.
public struct AnalysisReport: Sendable {
    /// A finding as it is told.
    public struct Entry: Sendable {
        public var finding: Finding
        public var severity: Severity
        /// Who knows of it and why it may stay; nil for what stands.
        public var acceptance: AcceptedFinding?

        public init(_ finding: Finding, _ severity: Severity, acceptance: AcceptedFinding? = nil) {
            self.finding = finding
            self.severity = severity
            self.acceptance = acceptance
        }
    }

    /// What somebody should look at.
    public var findings: [Entry]
    /// What is found and accepted.
    public var accepted: [Entry]

    public init(findings: [Entry] = [], accepted: [Entry] = []) {
        self.findings = findings
        self.accepted = accepted
    }

    /// Whether something stands that is at least as grave.
    public func has(_ severity: Severity) -> Bool { findings.contains { $0.severity >= severity } }
}
