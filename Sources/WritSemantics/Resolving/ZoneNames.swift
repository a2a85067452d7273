import WritSource
import WritSyntax
import WritValues

/// Reads the names of time zones that policies write.
enum ZoneNames {
    /// The zone a text names; reported when there is none.
    static func zone(_ text: TextSyntax, _ elaboration: Elaboration) -> Zone? {
        guard let name = text.plainText else {
            elaboration.error(
                .unknownZone, "the name of a time zone cannot have holes", at: text.location, "not fixed",
                help: "write a name such as \"America/New_York\"")
            return nil
        }
        if let zone = Zone.named(name) { return zone }
        elaboration.error(
            .unknownZone, "there is no time zone `\(name)`", at: text.location,
            "not in the tz database \(Zone.dataVersion)",
            help: suggestion(name) ?? "write a name such as \"America/New_York\", or an offset such as \"+08:00\"")
        return nil
    }

    /// The nearest name; a city alone finds its zone.
    static func suggestion(_ name: String) -> String? {
        let names = Zone.names
        let plain = name.lowercased().replacing(" ", with: "_")
        if let city = names.first(where: { $0.lowercased().split(separator: "/").last.map(String.init) == plain }) {
            return "did you mean \"\(city)\"?"
        }
        return Suggestion.nearest(to: plain, among: names).map { "did you mean \"\($0)\"?" }
    }
}

extension String {
    fileprivate func replacing(_ scalar: Unicode.Scalar, with other: Unicode.Scalar) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: unicodeScalars.map { $0 == scalar ? other : $0 })
        return String(text)
    }
}
