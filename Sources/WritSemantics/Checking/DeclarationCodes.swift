import WritDiagnostics

extension DiagnosticCode {
    // Headers, types and slots.
    static let settingConflict = DiagnosticCode("W0401", "setting-made-twice")
    static let misplacedOptional = DiagnosticCode("W0402", "misplaced-optional")
    static let invalidDecimals = DiagnosticCode("W0403", "invalid-decimals")
    static let recursiveType = DiagnosticCode("W0404", "recursive-type")
    static let duplicateMember = DiagnosticCode("W0405", "duplicate-member")
    static let invalidBounds = DiagnosticCode("W0406", "invalid-bounds")
    static let factShape = DiagnosticCode("W0407", "fact-without-shape")
    // Params, periods, defines.
    static let notConstant = DiagnosticCode("W0408", "not-constant")
    static let outOfBounds = DiagnosticCode("W0409", "out-of-bounds")
    static let invalidPeriod = DiagnosticCode("W0410", "invalid-period")
    static let overlappingPeriods = DiagnosticCode("W0411", "overlapping-periods")
    static let paramWithoutSource = DiagnosticCode("W0412", "param-without-source")
    static let recursion = DiagnosticCode("W0413", "recursion")
    // Calendars.
    static let invalidTimes = DiagnosticCode("W0414", "invalid-times")
    static let invalidDates = DiagnosticCode("W0415", "invalid-dates")
    static let calendarConflict = DiagnosticCode("W0416", "calendar-conflict")
    static let noWorkingTimeAtAll = DiagnosticCode("W0417", "no-working-time")
    static let calendarWithoutZone = DiagnosticCode("W0418", "calendar-without-zone")
    static let likeCycle = DiagnosticCode("W0419", "like-cycle")
    static let outsideCoverage = DiagnosticCode("W0442", "day-outside-coverage")
    // Decisions.
    static let missingMode = DiagnosticCode("W0420", "missing-mode")
    static let severalModes = DiagnosticCode("W0421", "several-modes")
    static let modeType = DiagnosticCode("W0422", "mode-does-not-fit-type")
    static let repeatedClause = DiagnosticCode("W0423", "repeated-clause")
    static let missingThen = DiagnosticCode("W0424", "missing-then")
    static let unusedValue = DiagnosticCode("W0425", "value-under-count")
    static let duplicateRule = DiagnosticCode("W0426", "duplicate-rule")
    static let overridesNothing = DiagnosticCode("W0427", "overrides-nothing")
    static let overridesCycle = DiagnosticCode("W0428", "overrides-cycle")
    static let misplacedItem = DiagnosticCode("W0429", "misplaced-item")
    static let noRules = DiagnosticCode("W0430", "decision-without-rules")
    // Tables.
    static let tableShape = DiagnosticCode("W0431", "table-shape")
    static let unknownColumn = DiagnosticCode("W0432", "unknown-column")
    static let tableCell = DiagnosticCode("W0433", "table-cell")
    static let missingTableFile = DiagnosticCode("W0434", "missing-table-file")
    static let missingAnswer = DiagnosticCode("W0435", "missing-answer")
    // Messages, cases, tests.
    static let chainTooLong = DiagnosticCode("W0436", "chain-too-long")
    static let tooManySteps = DiagnosticCode("W0437", "too-many-steps")
    static let invalidExpectation = DiagnosticCode("W0438", "invalid-expectation")
    static let invalidAssignment = DiagnosticCode("W0439", "invalid-assignment")
    static let fixedText = DiagnosticCode("W0440", "text-with-holes")
    static let typeTooWide = DiagnosticCode("W0441", "type-too-wide")
    // What is accepted.
    static let unknownFinding = DiagnosticCode("W0443", "unknown-finding")
    static let misplacedAcceptance = DiagnosticCode("W0444", "misplaced-acceptance")
    static let acceptanceWithoutReason = DiagnosticCode("W0445", "acceptance-without-reason")
}

/// The codes of what can be wrong with a declaration as a whole.
public enum DeclarationCodes {
    public static let all: [DiagnosticCode] = [
        .settingConflict, .misplacedOptional, .invalidDecimals, .recursiveType, .duplicateMember, .invalidBounds,
        .factShape,
        .notConstant, .outOfBounds, .invalidPeriod, .overlappingPeriods, .paramWithoutSource, .recursion, .invalidTimes,
        .invalidDates, .calendarConflict, .noWorkingTimeAtAll, .calendarWithoutZone, .likeCycle, .missingMode,
        .severalModes,
        .modeType, .repeatedClause, .missingThen, .unusedValue, .duplicateRule, .overridesNothing, .overridesCycle,
        .misplacedItem, .noRules, .tableShape, .unknownColumn, .tableCell, .missingTableFile, .missingAnswer,
        .chainTooLong, .tooManySteps,
        .invalidExpectation, .invalidAssignment, .fixedText, .typeTooWide, .outsideCoverage,
        .unknownFinding, .misplacedAcceptance, .acceptanceWithoutReason,
    ]
}
