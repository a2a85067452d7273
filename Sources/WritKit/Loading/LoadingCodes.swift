import WritDiagnostics

extension DiagnosticCode {
    public static let fileNotRead = DiagnosticCode("W0701", "file-not-read")
    public static let noPolicyFiles = DiagnosticCode("W0702", "no-policy-files")
    public static let usedPolicyNotFound = DiagnosticCode("W0703", "used-policy-not-found")
    public static let notAPolicyFile = DiagnosticCode("W0704", "not-a-policy-file")
    public static let unknownDecision = DiagnosticCode("W0707", "unknown-decision")
    public static let tableOutside = DiagnosticCode("W0711", "table-outside")
    public static let noZone = DiagnosticCode("W0712", "no-time-zone")
    public static let wrongOption = DiagnosticCode("W0710", "wrong-option")
}

/// The codes of what can be wrong with files and with what is asked.
public enum LoadingCodes {
    /// All of them, in the order of their numbers.
    public static let all: [DiagnosticCode] = [
        .fileNotRead, .noPolicyFiles, .usedPolicyNotFound, .notAPolicyFile, .unknownDecision, .wrongOption,
        .tableOutside, .noZone,
    ]
}
