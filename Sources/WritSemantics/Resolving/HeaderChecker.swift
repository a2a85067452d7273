import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Reads the settings in the headers of a policy's files. A setting made in one file holds for all of them.
struct HeaderChecker {
    let elaboration: Elaboration
    let policy: Policy

    func check() {
        var places: [Setting: (location: SourceLocation, text: String)] = [:]
        for settings in policy.units.compactMap({ $0.syntax?.header?.settings }) {
            for syntax in settings where isNew(syntax, among: &places) { apply(syntax) }
        }
    }

    private enum Setting: Hashable { case timezone, calendar, languages }

    /// Whether it was not made before; made again with other words it is reported.
    private func isNew(
        _ syntax: PolicySettingSyntax, among places: inout [Setting: (location: SourceLocation, text: String)]
    ) -> Bool {
        let setting: Setting =
            switch syntax {
            case .timezone: .timezone
            case .calendar: .calendar
            case .languages: .languages
            }
        guard let first = places[setting] else {
            places[setting] = (syntax.location, syntax.node.text)
            return true
        }
        if first.text != syntax.node.text || first.location.file === syntax.location.file {
            elaboration.error(
                .settingConflict, "policy `\(policy.name)` already has this setting", at: syntax.location, "set again",
                also: [Label(first.location, "first set here")],
                help: "a setting holds for all files of the policy: make it once")
        }
        return false
    }

    private func apply(_ syntax: PolicySettingSyntax) {
        switch syntax {
        case .timezone(let setting): policy.globals.zone = setting.zone.flatMap { ZoneNames.zone($0, elaboration) }
        case .calendar(let setting): policy.globals.calendar = setting.calendar.flatMap(calendar)
        case .languages(let setting): readLanguages(setting)
        }
    }

    private func calendar(_ token: SyntaxToken) -> CalendarID? {
        if case .calendar(let id) = policy.globals.symbols[token.text] {
            elaboration.model.namedCalendars.insert(id)
            return id
        }
        elaboration.reportUnknown("calendar", token, in: policy.globals) {
            if case .calendar = $0 { true } else { false }
        }
        return nil
    }

    private func readLanguages(_ setting: LanguagesSettingSyntax) {
        for token in setting.languages {
            if policy.globals.languages.contains(token.text) {
                elaboration.error(
                    .settingConflict, "the language `\(token.text)` is listed twice", at: token.location,
                    "listed again",
                    help: "list each language once")
            } else {
                policy.globals.languages.append(token.text)
            }
        }
    }
}
