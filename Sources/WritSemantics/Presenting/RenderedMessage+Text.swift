import WritValues

extension RenderedMessage {
    /// The message as plain text: in the language asked for, else the text without a language, else the first.
    ///
    /// Values in its holes are written for the language of the chosen text, else for the one asked for. Instants are shown in
    /// the message's own zone, else in that of what it stands in, else in the model's.
    public func render(language: String?, model: CheckedModel, zone: Zone? = nil) -> String {
        guard let text = chosen(language) else { return "" }
        let locale = MessageLanguage.locale(of: text.language, language, model)
        let writer = DatumText(model: model, locale: locale, zone: self.zone ?? zone ?? model.zone)
        return text.segments.reduce(into: "") { result, segment in
            switch segment {
            case .text(let piece): result += piece
            case .value(let datum, let type): result += writer.text(datum, type)
            }
        }
    }

    private func chosen(_ language: String?) -> Text? {
        MessageLanguage.index(of: texts.map(\.language), language).map { texts[$0] }
    }
}
