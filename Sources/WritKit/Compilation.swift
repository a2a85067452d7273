import WritDiagnostics
import WritSemantics
import WritSource

/// What became of a policy's files: the policy, unless there are errors, and everything there is to say about them.
public struct Compilation: Sendable {
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
        let result = TypeChecker.check(sources.units, name: sources.name) { path, file in
            tables[PolicySources.TableKey(policyPath: file.path, tablePath: path)]
        }
        var sink = sources.sink
        sink.absorb(result.diagnostics)
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

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
