/// How a case of a type reads in messages: one text for all languages, or one for each.
public struct CaseLabel: Sendable, Hashable {
    /// In the order written.
    public var texts: [Text]

    /// The words for one language.
    public struct Text: Sendable, Hashable {
        /// Nil for all that have no text of their own.
        public var language: String?
        /// What is shown.
        public var text: String

        public init(language: String?, text: String) {
            self.language = language
            self.text = text
        }
    }

    public init(texts: [Text]) { self.texts = texts }

    /// The text for a language; nil when it has none.
    func text(in language: String) -> String? {
        let found = texts.first { $0.language?.lowercased() == language } ?? texts.first { $0.language == nil }
        return found?.text
    }
}

extension VariantCase {
    /// What a reader of a language is shown: the label, else the name on the wire, else the name with spaces.
    func readable(in language: String) -> String {
        label?.text(in: language) ?? wire ?? String(name.map { $0 == "_" ? " " : $0 })
    }
}
