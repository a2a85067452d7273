import WritDiagnostics

extension DiagnosticCode {
    public static let caseFileShape = DiagnosticCode("W0801", "case-file-shape")
    public static let unknownCaseKey = DiagnosticCode("W0802", "unknown-case-key")
    public static let unknownBase = DiagnosticCode("W0803", "unknown-base-case")
    public static let duplicateCase = DiagnosticCode("W0804", "duplicate-case")
    public static let unknownExpectation = DiagnosticCode("W0805", "unknown-expectation")
}

/// The codes of what can be wrong with files of cases.
public enum TestCodes {
    public static let all: [DiagnosticCode] = [
        .caseFileShape, .unknownCaseKey, .unknownBase, .duplicateCase, .unknownExpectation,
    ]
}
