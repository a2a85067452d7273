import WritDiagnostics

extension DiagnosticCode {
    public static let csvEncoding = DiagnosticCode("W0451", "csv-encoding")
    public static let csvUnclosedQuote = DiagnosticCode("W0452", "csv-unclosed-quote")
    public static let csvStrayQuote = DiagnosticCode("W0453", "csv-stray-quote")
    public static let csvTooLarge = DiagnosticCode("W0454", "csv-too-large")
}

/// The codes of what can be wrong with a CSV file before its columns are looked at.
public enum CSVCodes {
    public static let all: [DiagnosticCode] = [.csvEncoding, .csvUnclosedQuote, .csvStrayQuote, .csvTooLarge]
}
