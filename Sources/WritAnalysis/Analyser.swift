import WritDiagnostics
import WritSemantics
import WritSource

/// Looks a policy over for what its author would want to know before a case meets it.
public struct Analyser: Sendable {
    /// What is looked for. A new check is a file in `Checks/` and a line here.
    public static var checks: [any AnalysisCheck.Type] {
        [UnusedCheck.self, UnownedCheck.self, UntranslatedCheck.self, PeriodHoleCheck.self, PeriodOverlapCheck.self]
    }

    /// What is looked for among all cases.
    static var semanticChecks: [any SemanticCheck.Type] {
        [
            GapCheck.self, OverlapCheck.self, LargeTableCheck.self, UnreachableCheck.self, UnproducedCheck.self,
            ConstantConditionCheck.self,
            IdleOverrideCheck.self, PossibleFaultCheck.self, UndeterminedCheck.self, BrokenPromiseCheck.self,
        ]
    }

    let model: CheckedModel
    let options: AnalysisOptions

    public init(_ model: CheckedModel, _ options: AnalysisOptions = AnalysisOptions()) {
        self.model = model
        self.options = options
    }

    /// All that is found, whatever the house says of it.
    ///
    /// - Parameter others: findings of those who look at more than the model, such as the files of cases beside it; looked for at the
    ///   same time.
    public func findings(beside others: () -> [Finding] = { [] }) -> [Finding] {
        let questions = CaseQuestions(model, budget: options.budget) { options.solvers.solver(for: $0) }
        let (ofCases, (ofModel, others)) = DeepStack.run {
            Self.semanticChecks.flatMap { $0.findings(questions) }
        } beside: {
            (Self.checks.flatMap { $0.findings(in: model) }, others())
        }
        return ofModel + ofCases + others
    }

    /// What is found, as the house takes it: what stands, and what is accepted.
    public func report(of found: [Finding]) -> AnalysisReport {
        let told = found.filter { severity(of: $0) != nil && isAskedFor($0) }
        let acceptances = (AcceptedFinding.all(in: model) + options.acceptances).filter(isLookedFor)
        let result = AcceptanceMatcher(model: model, acceptances: acceptances, today: options.today).match(told)
        var report = AnalysisReport()
        report.findings = result.standing.compactMap { finding in
            severity(of: finding).map { AnalysisReport.Entry(finding, $0) }
        }
        report.accepted = result.accepted.compactMap { finding, acceptance in
            severity(of: finding).map { AnalysisReport.Entry(finding, $0, acceptance: acceptance) }
        }
        report.findings = ordered(report.findings)
        report.accepted = ordered(report.accepted)
        return report
    }

    // MARK: What is told

    private func severity(of finding: Finding) -> Severity? {
        let path = finding.place.location.file.path
        return (options.settings[path] ?? FindingSettings()).severity(of: finding.kind)
    }

    private func isAskedFor(_ finding: Finding) -> Bool {
        guard finding.kind == .unused, let asked = options.askedFiles else { return true }
        return asked.contains(finding.place.location.file.path)
    }

    /// What nobody looks for is not missed where it is accepted.
    private func isLookedFor(_ acceptance: AcceptedFinding) -> Bool {
        let path = acceptance.location.file.path
        return (options.settings[path] ?? FindingSettings()).severity(of: acceptance.kind) != nil
    }

    /// By file, in the order in which they were read, then by place; what stands at one place stays in the order found.
    private func ordered(_ entries: [AnalysisReport.Entry]) -> [AnalysisReport.Entry] {
        let files = Dictionary(model.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        func key(_ entry: AnalysisReport.Entry) -> (Int, String, Int) {
            let location = entry.finding.place.location
            return (files[location.file.path] ?? files.count, location.file.path, location.range.lower)
        }
        return entries.enumerated().sorted { left, right in
            let (a, b) = (key(left.element), key(right.element))
            return a != b ? a < b : left.offset < right.offset
        }.map(\.element)
    }
}
