import WritDiagnostics

extension DiagnosticCode {
    public static let documentNotUTF8 = DiagnosticCode("W0501", "document-not-utf8")
    public static let documentIsUTF16 = DiagnosticCode("W0502", "document-is-utf16")
    public static let documentControlCharacter = DiagnosticCode("W0503", "document-control-character")
    public static let documentTooLarge = DiagnosticCode("W0504", "document-too-large")
    public static let documentTooDeep = DiagnosticCode("W0505", "document-too-deep")
    public static let documentTooManyValues = DiagnosticCode("W0506", "document-too-many-values")
    public static let duplicateKey = DiagnosticCode("W0507", "duplicate-key")
    public static let jsonSyntax = DiagnosticCode("W0511", "json-syntax")
    public static let jsonNumber = DiagnosticCode("W0512", "json-number")
    public static let jsonText = DiagnosticCode("W0513", "json-text")
    public static let jsonEscape = DiagnosticCode("W0514", "json-escape")
    public static let yamlSyntax = DiagnosticCode("W0521", "yaml-syntax")
    public static let yamlAlias = DiagnosticCode("W0522", "yaml-alias")
    public static let yamlMergeKey = DiagnosticCode("W0523", "yaml-merge-key")
    public static let yamlTag = DiagnosticCode("W0524", "yaml-tag")
    public static let yamlKey = DiagnosticCode("W0525", "yaml-key")
}

/// The codes of what can be wrong with a document before any type is known.
public enum DocumentCodes {
    public static let all: [DiagnosticCode] = [
        .documentNotUTF8, .documentIsUTF16, .documentControlCharacter, .documentTooLarge, .documentTooDeep,
        .documentTooManyValues, .duplicateKey, .jsonSyntax, .jsonNumber, .jsonText, .jsonEscape, .yamlSyntax,
        .yamlAlias, .yamlMergeKey, .yamlTag, .yamlKey,
    ]
}
