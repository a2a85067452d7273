/// The stable name of a kind of message, such as `W0201`. Each code has a page in `docs/diagnostics/`.
///
/// Codes are grouped by the stage that reports them: 01 syntax, 02 names, 03 types, 04 declarations,
/// 05 documents, 06 facts, 07 files and parameters, 08 evaluation and tests, 09 what the analysis finds (`FindingKind`).
/// A code is declared by the stage that reports it, in one file of that stage named `…Codes.swift`, as `static let` and
/// listed in that file's `all`.
public struct DiagnosticCode: Hashable, Sendable {
    /// `W` and four digits.
    public let id: String
    /// A few words in kebab case: `unknown-name`.
    public let title: String

    public init(_ id: String, _ title: String) {
        self.id = id
        self.title = title
    }
}
