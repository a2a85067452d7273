import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    func checkMessage(_ syntax: MessageSyntax) -> MessageTemplate { template(syntax.texts) }

    /// Texts in one language or several. Where languages are declared and a text names one, all of them must be there, or
    /// a text without a language, which stands for the rest.
    func template(_ texts: [MessageTextSyntax]) -> MessageTemplate {
        var seen: [String?: SourceLocation] = [:]
        for text in texts {
            let language = text.language?.text
            if let first = seen[language] { reportTwice(text, first) } else { seen[language] = text.location }
            if let token = text.language { reportUndeclared(token) }
        }
        reportIncomplete(texts, Set(seen.keys))
        let parts = texts.map { ($0.language?.text, $0.text.map(segments) ?? []) }
        return MessageTemplate(texts: parts.isEmpty ? [(nil, [])] : parts, zone: scope.globals.zone)
    }

    private func reportTwice(_ text: MessageTextSyntax, _ first: SourceLocation) {
        let what = text.language.map { "in `\($0.text)`" } ?? "without a language"
        report(
            TypeCodes.languages, "there are two texts \(what)", at: text.location, also: [Label(first, "the first one")]
        )
    }

    private func reportUndeclared(_ token: SyntaxToken) {
        let languages = scope.globals.languages
        guard !languages.isEmpty, !languages.contains(token.text) else { return }
        let close = Spelling.nearest(to: token.text, among: languages)
        report(
            TypeCodes.languages, "`\(token.text)` is not a language of this policy", at: token.location,
            help: close.map { "did you mean `\($0)`?" }
                ?? "it declares `languages \(languages.joined(separator: ", "))` in its header",
            fixIts: fixes(close, at: token.location))
    }

    private func reportIncomplete(_ texts: [MessageTextSyntax], _ seen: Set<String?>) {
        guard let last = texts.last, let first = texts.first, !seen.contains(nil) else { return }
        let missing = scope.globals.languages.filter { !seen.contains($0) }
        guard !missing.isEmpty else { return }
        let names = missing.map { "`\($0)`" }.joined(separator: " and ")
        report(
            TypeCodes.languages, "this message lacks \(names)", at: first.location.union(last.location),
            help: "add `\(missing[0]) \"…\"`, or a text without a language for all others")
    }

    /// A text's pieces; any value can be shown in a hole but a quotient, which has no last digit.
    func segments(_ text: TextSyntax) -> [MessageTemplate.Segment] {
        text.segments.compactMap { segment in
            switch segment {
            case .text(let text): return .text(text)
            case .hole(let syntax):
                let term = check(syntax)
                guard !term.type.isQuotient else {
                    reportUnrounded(term)
                    return nil
                }
                return .hole(term)
            }
        }
    }
}
