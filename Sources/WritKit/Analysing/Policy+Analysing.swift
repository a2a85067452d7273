import WritAnalysis
import WritDiagnostics
import WritSemantics
import WritSource

extension Policy {
    /// Looks the policy over for what its author would want to know before a case meets it: rules that never answer, numbers
    /// without an owner, tests that say nothing new.
    ///
    /// ```swift
    /// let report = policy.analyse()
    /// for entry in report.findings { print(entry.severity, entry.finding.message) }
    /// ```
    /// Takes time in proportion to the policy, not to its cases. The result is the same on every machine.
    ///
    /// - Parameters:
    ///   - options: what the house says of findings, and the day that acceptances are held against.
    ///   - tests: the tests of the policy and the cases beside it, for what is found about them.
    public func analyse(_ options: AnalysisOptions = AnalysisOptions(), tests: [TestCase] = []) -> AnalysisReport {
        let analyser = Analyser(model, options)
        return analyser.report(of: analyser.findings { IdleTestCheck(policy: self).findings(in: tests) })
    }

    /// What was found as the diagnostics that renderers show, each with the case that shows it; what was accepted comes last.
    public func diagnostics(of report: AnalysisReport) -> (standing: [Diagnostic], accepted: [Diagnostic]) {
        let writer = findingWriter
        return (writer.findings(of: report), writer.accepted(of: report))
    }

    /// The cases that show what was found, as tests ready to paste into the policy.
    public func exampleTests(of report: AnalysisReport) -> String { findingWriter.tests(of: report) }

    private var findingWriter: FindingWriter { FindingWriter(model: model) { name(of: $0) } }
}

extension Compilation {
    /// Looks the policy over, as `writ check` does: with the `writ.yaml` around its files and the cases beside them. Nil when
    /// there is no policy.
    ///
    /// - Parameter today: the day that acceptances are held against, counted from 1970-01-01; nil when none shall be over.
    /// - Throws: what is wrong with a `writ.yaml`.
    public func analyse(today: Int? = nil) throws(PolicyError) -> AnalysisReport? {
        guard let policy else { return nil }
        var tests: [TestCase] = []
        let found = Analyser(policy.model).findings {
            var collector = TestCollector(policy: policy)
            tests = collector.collect(beside: sources.folders)
            return IdleTestCheck(policy: policy).findings(in: tests)
        }
        let paths = policy.model.files.map(\.path) + tests.map(\.location.file.path)
        var finder = SettingsFinder()
        let settings = finder.settings(for: Set(paths).sorted())
        if finder.sink.hasErrors { throw PolicyError(.input, finder.sink.diagnostics) }
        let options = AnalysisOptions(settings: settings, today: today, askedFiles: Set(sources.given))
        return Analyser(policy.model, options).report(of: found)
    }
}
