import WritDiagnostics
import WritSource
import WritSyntax

/// Checks in which languages something is written that people read. Each language stands once; where languages are declared
/// and a text names one, all of them must be there, or a text without a language, which stands for the rest.
struct LanguageChecker {
    let elaboration: Elaboration
    /// Those of the policy's header; empty when it declares none.
    let languages: [String]

    struct Text {
        let language: SyntaxToken?
        let location: SourceLocation
    }

    /// - Parameter what: what is written, as in `message`.
    func check(_ texts: [Text], of what: String) {
        var seen: [String?: SourceLocation] = [:]
        for text in texts {
            let language = text.language?.text
            if let first = seen[language] { reportTwice(text, first) } else { seen[language] = text.location }
            if let token = text.language { reportUndeclared(token) }
        }
        reportIncomplete(texts, Set(seen.keys), what)
    }

    private func reportTwice(_ text: Text, _ first: SourceLocation) {
        let what = text.language.map { "in `\($0.text)`" } ?? "without a language"
        elaboration.error(
            TypeCodes.languages, "there are two texts \(what)", at: text.location, also: [Label(first, "the first one")]
        )
    }

    private func reportUndeclared(_ token: SyntaxToken) {
        guard !languages.isEmpty, !languages.contains(token.text) else { return }
        let close = Spelling.nearest(to: token.text, among: languages)
        elaboration.error(
            TypeCodes.languages, "`\(token.text)` is not a language of this policy", at: token.location,
            help: close.map { "did you mean `\($0)`?" }
                ?? "it declares `languages \(languages.joined(separator: ", "))` in its header",
            fixIts: close.map { [FixIt("write `\($0)`", replacing: token.location, with: $0)] } ?? [])
    }

    private func reportIncomplete(_ texts: [Text], _ seen: Set<String?>, _ what: String) {
        guard let last = texts.last, let first = texts.first, !seen.contains(nil) else { return }
        let missing = languages.filter { !seen.contains($0) }
        guard !missing.isEmpty else { return }
        let names = missing.map { "`\($0)`" }.joined(separator: " and ")
        elaboration.error(
            TypeCodes.languages, "this \(what) lacks \(names)", at: first.location.union(last.location),
            help: "add `\(missing[0]) \"…\"`, or a text without a language for all others")
    }
}
