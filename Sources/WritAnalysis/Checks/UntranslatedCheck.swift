import WritDiagnostics
import WritSemantics
import WritSource

/// Texts that are missing in a language in which their neighbours are written.
///
/// A policy whose header lists its languages is held to that list when it is read. This looks at what the list does not reach:
/// policies without one, and labels of another policy's values that a message shows.
enum UntranslatedCheck: AnalysisCheck {
    static func findings(in model: CheckedModel) -> [Finding] {
        let messages = MessageFinder(model).messages
        return incomplete(messages) + labels(messages, model)
    }

    // MARK: Messages

    /// Messages that lack a language which another message of the same policy has.
    private static func incomplete(_ messages: [FoundMessage]) -> [Finding] {
        var languages: [String: [String]] = [:]
        for message in messages {
            for language in message.languages where !languages[message.policy, default: []].contains(language) {
                languages[message.policy, default: []].append(language)
            }
        }
        return messages.compactMap { message in
            guard message.isOnlyFor(some: message.languages) else { return nil }
            let missing = (languages[message.policy] ?? []).filter { !message.languages.contains($0) }
            guard !missing.isEmpty else { return nil }
            return Finding(
                .untranslated, "\(message.owner) has a message that lacks \(quoted(missing))",
                at: Label(message.location, "not in \(quoted(missing))"),
                help:
                    "add `\(missing[0]) \"…\"`, or a text without a language for all others; the header's `languages` says "
                    + "which must be there",
                decision: message.decision)
        }
    }

    // MARK: Labels

    /// Labels of values that lack a language in which a message shows the value.
    private static func labels(_ messages: [FoundMessage], _ model: CheckedModel) -> [Finding] {
        var needed: [VariantID: [(language: String, place: SourceLocation)]] = [:]
        for message in messages {
            for case .variant(let id) in message.template.holes.map(\.type) {
                for language in message.languages
                where !needed[id, default: []].contains(where: { $0.language == language }) {
                    needed[id, default: []].append((language, message.location))
                }
            }
        }
        return needed.sorted { $0.key < $1.key }.flatMap { id, languages in
            model[id].cases.compactMap { finding(about: $0, model[id].heading, languages) }
        }
    }

    private static func finding(
        about value: VariantCase, _ heading: Heading, _ needed: [(language: String, place: SourceLocation)]
    ) -> Finding? {
        guard let texts = value.label?.texts, !texts.isEmpty, texts.allSatisfy({ $0.language != nil }) else {
            return nil
        }
        let missing = needed.filter { need in !texts.contains { $0.language == need.language } }
        guard let first = missing.first else { return nil }
        let names = quoted(missing.map(\.language))
        return Finding(
            .untranslated,
            "value `\(value.name)` of `\(heading.name)` has no label in \(names), in which a message shows it",
            at: Label(value.location, "not in \(names)"), also: [Label(first.place, "shown here")],
            help: "add the text in \(names), or one without a language for all others")
    }

    private static func quoted(_ languages: [String]) -> String {
        languages.map { "`\($0)`" }.joined(separator: " and ")
    }
}
