import WritDiagnostics

extension DiagnosticCode {
    public static let caseFileShape = DiagnosticCode("W0801", "case-file-shape")
    public static let unknownCaseKey = DiagnosticCode("W0802", "unknown-case-key")
    public static let unknownBase = DiagnosticCode("W0803", "unknown-base-case")
    public static let duplicateCase = DiagnosticCode("W0804", "duplicate-case")
    public static let unknownExpectation = DiagnosticCode("W0805", "unknown-expectation")
    public static let contactShape = DiagnosticCode("W0806", "contact-shape")
    public static let planRefused = DiagnosticCode("W0810", "plan-refused")
}

/// The codes of what can be wrong with files of cases and with running a policy.
public enum TestCodes {
    /// All of them, in the order of their numbers.
    public static let all: [DiagnosticCode] = [
        .caseFileShape, .unknownCaseKey, .unknownBase, .duplicateCase, .unknownExpectation, .contactShape, .planRefused,
    ]
}
