import WritDiagnostics

/// The codes of mistakes with names inside expressions.
public enum ExpressionNameCodes {
    static let unknownName = DiagnosticCode("W0250", "unknown-name")
    static let ambiguousName = DiagnosticCode("W0251", "ambiguous-name")
    static let unknownMember = DiagnosticCode("W0252", "unknown-member")
    static let notValue = DiagnosticCode("W0253", "not-a-value")
    static let notCallable = DiagnosticCode("W0254", "takes-no-arguments")
    static let missingArgument = DiagnosticCode("W0255", "missing-argument")
    static let unknownArgument = DiagnosticCode("W0256", "unknown-argument")
    static let duplicateArgument = DiagnosticCode("W0257", "duplicate-argument")
    static let labelMissing = DiagnosticCode("W0258", "label-missing")
    static let nameTaken = DiagnosticCode("W0259", "name-taken")

    public static let all = [
        unknownName, ambiguousName, unknownMember, notValue, notCallable, missingArgument, unknownArgument,
        duplicateArgument, labelMissing, nameTaken,
    ]
}
