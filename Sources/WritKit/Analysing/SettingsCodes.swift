import WritDiagnostics

extension DiagnosticCode {
    static let settingsShape = DiagnosticCode("W0721", "settings-shape")
    static let unknownSetting = DiagnosticCode("W0722", "unknown-setting")
    static let unknownKind = DiagnosticCode("W0723", "unknown-finding")
    static let unknownLevel = DiagnosticCode("W0724", "unknown-severity")
}

/// The codes of what can be wrong with a `writ.yaml`.
public enum SettingsCodes {
    /// All of them, in the order of their numbers.
    public static let all: [DiagnosticCode] = [.settingsShape, .unknownSetting, .unknownKind, .unknownLevel]
}
