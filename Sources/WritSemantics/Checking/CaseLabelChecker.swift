import WritDiagnostics
import WritSource
import WritSyntax

/// Checks how the cases of a type read: each language once, and all that the policy declares.
struct CaseLabelChecker {
    let elaboration: Elaboration
    /// Those of the policy's header; empty when it declares none.
    let languages: [String]

    func check(_ label: CaseLabelSyntax) {
        for text in [label.text] + label.texts.map(\.text) {
            guard let text, text.plainText?.allSatisfy(\.isWhitespace) == true else { continue }
            report(
                "this reads as nothing", at: text.location, help: "write what people are shown, or leave `reads` out")
        }
        var seen: [String: SourceLocation] = [:]
        for item in label.texts {
            guard let token = item.language else { continue }
            if let first = seen[token.text] {
                report(
                    "there are two texts in `\(token.text)`", at: item.location, also: [Label(first, "the first one")])
            }
            seen[token.text] = item.location
            if !languages.isEmpty, !languages.contains(token.text) { reportUndeclared(token) }
        }
        let missing = languages.filter { seen[$0] == nil }
        if seen.isEmpty || missing.isEmpty { return }
        report(
            "this lacks \(missing.map { "`\($0)`" }.joined(separator: " and "))", at: label.location,
            help: "add `\(missing[0]) \"…\"`, or write one text without a language for all")
    }

    private func reportUndeclared(_ token: SyntaxToken) {
        report(
            "`\(token.text)` is not a language of this policy", at: token.location,
            help: Spelling.question(token.text, among: languages)
                ?? "it declares `languages \(languages.joined(separator: ", "))` in its header")
    }

    private func report(
        _ message: String, at location: SourceLocation, also secondary: [Label] = [], help: String? = nil
    ) {
        elaboration.error(TypeCodes.languages, message, at: location, also: secondary, help: help)
    }
}
