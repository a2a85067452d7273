import WritSource
import WritSyntax

/// Checks how the cases of a type read: not as nothing, and in the languages that the policy declares.
struct CaseLabelChecker {
    let elaboration: Elaboration
    /// Those of the policy's header; empty when it declares none.
    let languages: [String]

    func check(_ label: CaseLabelSyntax) {
        for text in [label.text] + label.texts.map(\.text) {
            guard let text, text.plainText?.allSatisfy(\.isWhitespace) == true else { continue }
            elaboration.error(
                TypeCodes.languages, "this reads as nothing", at: text.location,
                help: "write what people are shown, or leave `reads` out")
        }
        let texts = label.texts.map { LanguageChecker.Text(language: $0.language, location: $0.location) }
        LanguageChecker(elaboration: elaboration, languages: languages).check(texts, of: "label")
    }
}
