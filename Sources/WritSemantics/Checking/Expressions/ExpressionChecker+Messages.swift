import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    func checkMessage(_ syntax: MessageSyntax) -> MessageTemplate { template(syntax.texts) }

    /// Texts in one language or several.
    func template(_ texts: [MessageTextSyntax]) -> MessageTemplate {
        let languages = LanguageChecker(elaboration: elaboration, languages: scope.globals.languages)
        languages.check(texts.map { .init(language: $0.language, location: $0.location) }, of: "message")
        let parts = texts.map { ($0.language?.text, $0.text.map(segments) ?? []) }
        return MessageTemplate(texts: parts.isEmpty ? [(nil, [])] : parts, zone: scope.globals.zone)
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
