import WritDiagnostics

/// How grave the house takes a kind of finding: a severity, or not to be told at all.
public enum FindingLevel: String, Sendable, Hashable, CaseIterable {
    case error, warning, note, off

    /// Nil for what is off.
    public var severity: Severity? {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        case .off: nil
        }
    }
}

/// What a `writ.yaml` says of findings; what it does not name has the kind's own severity.
public struct FindingSettings: Sendable, Hashable {
    public var levels: [FindingKind: FindingLevel]

    public init(_ levels: [FindingKind: FindingLevel] = [:]) { self.levels = levels }

    /// Nil where the kind is off.
    public func severity(of kind: FindingKind) -> Severity? {
        if let level = levels[kind] { return level.severity }
        return kind.severity
    }
}
