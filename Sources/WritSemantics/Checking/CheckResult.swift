import WritDiagnostics

/// What checking a policy gave.
public struct CheckResult: Sendable {
    /// The model; nil if there is any error.
    public var model: CheckedModel?
    /// Everything there is to say, in the order of the files and their text.
    public var diagnostics: DiagnosticSink
    /// What could be made of a policy with errors: every name has its type where it could be told. Never to be run.
    public var partial: CheckedModel
}
