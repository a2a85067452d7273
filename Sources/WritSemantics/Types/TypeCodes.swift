import WritDiagnostics

/// The codes of mistakes with types.
public enum TypeCodes {
    static let mismatch = DiagnosticCode("W0301", "type-mismatch")
    static let incomparable = DiagnosticCode("W0302", "incomparable-types")
    static let currenciesMixed = DiagnosticCode("W0303", "currencies-mixed")
    static let amountsMixed = DiagnosticCode("W0304", "amounts-of-time-mixed")
    static let unitMissing = DiagnosticCode("W0305", "unit-missing")
    static let tooManyDecimals = DiagnosticCode("W0306", "too-many-decimals")
    static let unroundedQuotient = DiagnosticCode("W0307", "unrounded-quotient")
    static let noOrder = DiagnosticCode("W0308", "no-order")
    static let badOperand = DiagnosticCode("W0309", "wrong-operand")
    static let notCondition = DiagnosticCode("W0310", "not-a-condition")
    static let numberTooLarge = DiagnosticCode("W0311", "number-too-large")
    static let noSuchTime = DiagnosticCode("W0313", "no-such-date-or-time")
    static let badRoundingUnit = DiagnosticCode("W0315", "wrong-rounding-unit")
    static let calendarMissing = DiagnosticCode("W0316", "calendar-missing")
    static let zoneMissing = DiagnosticCode("W0317", "zone-missing")
    static let timePhrase = DiagnosticCode("W0318", "wrong-time-phrase")
    static let notList = DiagnosticCode("W0319", "not-a-list")
    static let strayModifier = DiagnosticCode("W0320", "stray-modifier")
    static let wrongWord = DiagnosticCode("W0321", "wrong-word-for-type")
    static let unknownWritten = DiagnosticCode("W0322", "unknown-is-no-value")
    static let patternNotLiteral = DiagnosticCode("W0323", "pattern-not-literal")
    static let languages = DiagnosticCode("W0324", "languages-incomplete")
    static let scaleTooLarge = DiagnosticCode("W0325", "too-many-decimals-to-calculate")
    static let zeroDivisor = DiagnosticCode("W0326", "division-by-zero")
    static let messageCompared = DiagnosticCode("W0327", "message-compared")
    static let badPauses = DiagnosticCode("W0328", "wrong-pauses")
    static let badCell = DiagnosticCode("W0329", "wrong-cell")
    static let emptyList = DiagnosticCode("W0330", "empty-list-without-type")
    static let messageKept = DiagnosticCode("W0331", "message-kept")
    static let messageTold = DiagnosticCode("W0332", "message-told")

    public static let all = [
        mismatch, incomparable, currenciesMixed, amountsMixed, unitMissing, tooManyDecimals, unroundedQuotient, noOrder,
        badOperand, notCondition, numberTooLarge, noSuchTime, badRoundingUnit,
        calendarMissing, zoneMissing, timePhrase, notList, strayModifier, wrongWord, unknownWritten, patternNotLiteral,
        languages, scaleTooLarge, zeroDivisor, messageCompared, badPauses, badCell, emptyList, messageKept,
        messageTold,
    ]
}
