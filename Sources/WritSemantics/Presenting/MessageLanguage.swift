/// Which of a message's texts is shown, and how values in it are written.
public enum MessageLanguage {
    /// The text in the language asked for, else the one without a language, else the first; nil when there is none.
    public static func index(of languages: [String?], _ wanted: String?) -> Int? {
        if let wanted, let exact = languages.firstIndex(of: wanted) { return exact }
        return languages.firstIndex(of: nil) ?? languages.indices.first
    }

    /// That of the chosen text, else of the language asked for, else of the policy's first.
    public static func locale(of text: String?, _ wanted: String?, _ model: CheckedModel) -> Locale {
        (text ?? wanted ?? model.languages.first).flatMap { Locale.named($0) } ?? Locale.named("en")!
    }
}
