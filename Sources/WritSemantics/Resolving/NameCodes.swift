import WritDiagnostics

extension DiagnosticCode {
    static let missingPolicy = DiagnosticCode("W0201", "missing-policy-header")
    static let unknownPolicy = DiagnosticCode("W0202", "unknown-policy")
    static let duplicateName = DiagnosticCode("W0203", "duplicate-name")
    static let builtinName = DiagnosticCode("W0204", "builtin-name")
    static let shadowedName = DiagnosticCode("W0205", "shadowed-name")
    static let ambiguousReference = DiagnosticCode("W0206", "ambiguous-reference")
    static let unknownType = DiagnosticCode("W0207", "unknown-type")
    static let unknownDeclaration = DiagnosticCode("W0208", "unknown-declaration")
    static let unknownRule = DiagnosticCode("W0209", "unknown-rule")
    static let unknownFact = DiagnosticCode("W0210", "unknown-fact")
    static let unknownZone = DiagnosticCode("W0211", "unknown-zone")
    static let unknownCurrency = DiagnosticCode("W0212", "unknown-currency")
    static let unknownWeekday = DiagnosticCode("W0213", "unknown-weekday")
    static let useOfItself = DiagnosticCode("W0214", "use-of-itself")
}

/// The codes of names that are missing, doubled or unknown where declarations are collected.
public enum NameCodes {
    public static let all: [DiagnosticCode] = [
        .missingPolicy, .unknownPolicy, .duplicateName, .builtinName, .shadowedName, .ambiguousReference, .unknownType,
        .unknownDeclaration, .unknownRule, .unknownFact, .unknownZone, .unknownCurrency, .unknownWeekday,
        .useOfItself,
    ]
}
