import WritDiagnostics
import WritSemantics
import WritSource

/// What became of a policy's files: the policy, unless there are errors, and everything there is to say about them.
public struct Compilation: Sendable {
    /// The files as they were read.
    public let sources: PolicySources
    /// Nil when there is an error.
    public let policy: Policy?
    /// Errors and warnings, in the order found.
    public let diagnostics: [Diagnostic]
    /// How many more there were than anybody wants to read.
    public let dropped: Int

    /// Reads and checks the policy that files and folders make up.
    public init(paths: [String]) { self.init(PolicyLoader.load(paths)) }

    init(_ sources: PolicySources) {
        self.sources = sources
        let tables = sources.tables
        let result = TypeChecker.check(sources.units, name: sources.name, reportedUses: sources.missing) { path, file in
            tables[PolicySources.TableKey(policyPath: file.path, tablePath: path)]
        }
        var sink = sources.sink
        if sources.refusedTables.isEmpty {
            sink.absorb(result.diagnostics)
        } else {
            // Of a table that was refused the checker finds only that it did not get it.
            for diagnostic in result.diagnostics.diagnostics
            where !sources.refusedTables.contains(diagnostic.primary.location) { sink.report(diagnostic) }
        }
        diagnostics = sink.diagnostics
        dropped = sink.dropped
        policy = sink.hasErrors ? nil : result.model.map { Policy(model: $0, warnings: sink.diagnostics) }
    }

    /// Whether it failed for files that could not be read, and not for what is in them.
    public var isUnread: Bool {
        let codes: [DiagnosticCode] = [.fileNotRead, .noPolicyFiles, .notAPolicyFile]
        return diagnostics.contains { codes.contains($0.code) }
    }

    /// The error that says why there is no policy.
    public var failure: PolicyError { PolicyError(isUnread ? .input : .policy, diagnostics) }

    /// Whether there is no policy for an error; warnings alone do not count.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
