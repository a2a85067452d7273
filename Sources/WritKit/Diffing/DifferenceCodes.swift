import WritDiagnostics

/// What a comparison of two versions says at the lines of the new one.
public enum DifferenceCodes {
    /// Cases are decided differently, or a decision is new, gone or of another type.
    public static let changed = DiagnosticCode("W0930", "decided-differently")
    /// Whether there are such cases, or more of them, stayed open.
    public static let open = DiagnosticCode("W0931", "difference-not-decided")

    /// Both.
    public static let all = [changed, open]
}
