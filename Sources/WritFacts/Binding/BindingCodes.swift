import WritDiagnostics

extension DiagnosticCode {
    public static let unknownFact = DiagnosticCode("W0601", "unknown-fact")
    public static let missingFact = DiagnosticCode("W0602", "missing-fact")
    public static let wrongKind = DiagnosticCode("W0603", "wrong-kind-of-value")
    public static let notANumber = DiagnosticCode("W0604", "not-a-number")
    public static let tooManyDecimals = DiagnosticCode("W0605", "too-many-decimals")
    public static let numberTooLarge = DiagnosticCode("W0606", "number-too-large")
    public static let wrongCurrency = DiagnosticCode("W0607", "wrong-currency")
    public static let notADate = DiagnosticCode("W0608", "not-a-date")
    public static let notATime = DiagnosticCode("W0609", "not-a-time")
    public static let notAnInstant = DiagnosticCode("W0610", "not-an-instant")
    public static let unknownZone = DiagnosticCode("W0611", "unknown-zone")
    public static let unknownCalendar = DiagnosticCode("W0612", "unknown-calendar")
    public static let notAnAmount = DiagnosticCode("W0613", "not-an-amount-of-time")
    public static let unknownValue = DiagnosticCode("W0614", "unknown-value")
    public static let variantShape = DiagnosticCode("W0615", "variant-shape")
    public static let outOfBounds = DiagnosticCode("W0616", "out-of-bounds")
    public static let notATruth = DiagnosticCode("W0617", "not-true-or-false")
    public static let caseName = DiagnosticCode("W0618", "case-name")
    public static let unknownParam = DiagnosticCode("W0706", "unknown-param")
    public static let unknownArgument = DiagnosticCode("W0708", "unknown-argument")
    public static let missingArgument = DiagnosticCode("W0709", "missing-argument")
}

/// The codes of what can be wrong with facts, params and arguments once their types are known.
public enum BindingCodes {
    public static let all: [DiagnosticCode] = [
        .unknownFact, .missingFact, .wrongKind, .notANumber, .tooManyDecimals, .numberTooLarge, .wrongCurrency,
        .notADate, .notATime, .notAnInstant, .unknownZone, .unknownCalendar, .notAnAmount, .unknownValue,
        .variantShape, .outOfBounds, .notATruth, .caseName, .unknownParam, .unknownArgument, .missingArgument,
    ]
}
