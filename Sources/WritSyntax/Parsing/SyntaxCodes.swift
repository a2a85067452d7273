import WritDiagnostics

/// The messages of lexing and parsing.
public enum SyntaxCodes {
    // Bytes and tokens.
    public static let encoding = DiagnosticCode("W0101", "not-utf8")
    public static let unknownCharacter = DiagnosticCode("W0102", "unknown-character")
    public static let hiddenCharacter = DiagnosticCode("W0103", "hidden-character")
    public static let unclosedText = DiagnosticCode("W0104", "unclosed-text")
    public static let badEscape = DiagnosticCode("W0105", "bad-escape")
    public static let badName = DiagnosticCode("W0106", "bad-name")
    public static let foreignSign = DiagnosticCode("W0107", "foreign-sign")
    public static let tooLarge = DiagnosticCode("W0108", "file-too-large")

    // Structure.
    public static let expected = DiagnosticCode("W0110", "expected-something-else")
    public static let unexpected = DiagnosticCode("W0111", "no-place-for-this")
    public static let misspeltKeyword = DiagnosticCode("W0112", "misspelt-keyword")
    public static let reservedName = DiagnosticCode("W0113", "reserved-word-as-name")
    public static let unclosedBracket = DiagnosticCode("W0114", "unclosed-bracket")
    public static let foreignEquality = DiagnosticCode("W0115", "foreign-equality")
    public static let foreignKeyword = DiagnosticCode("W0116", "foreign-keyword")
    public static let tooDeep = DiagnosticCode("W0117", "nested-too-deep")
    public static let chainedComparison = DiagnosticCode("W0118", "chained-comparison")

    // Tables.
    public static let unclosedRow = DiagnosticCode("W0120", "unclosed-row")
    public static let missingAnswers = DiagnosticCode("W0121", "row-without-answers")
    public static let emptyTable = DiagnosticCode("W0122", "table-without-rows")

    public static let all: [DiagnosticCode] = [
        encoding, unknownCharacter, hiddenCharacter, unclosedText, badEscape, badName, foreignSign, tooLarge,
        expected, unexpected, misspeltKeyword, reservedName, unclosedBracket, foreignEquality, foreignKeyword, tooDeep,
        chainedComparison, unclosedRow, missingAnswers, emptyTable,
    ]
}
