import WritDiagnostics
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
        return zone(named: name, at: text.location, elaboration)
    }

    static func zone(named name: String, at location: SourceLocation, _ elaboration: Elaboration) -> Zone? {
        if let zone = Zone.named(name) { return zone }
        let meant = meant(by: name)
        elaboration.error(
            .unknownZone, "there is no time zone \"\(name)\"", at: location,
            "not in the tz database \(Zone.dataVersion)",
            help: meant.map { "did you mean \"\($0)\"?" }
                ?? "write a name such as \"America/New_York\", or an offset such as \"+08:00\"",
            fixIts: meant.map { [FixIt("write \"\($0)\"", replacing: location, with: "\"\($0)\"")] } ?? [])
        return nil
    }

    /// The nearest name; a city alone finds its zone.
    private static func meant(by name: String) -> String? {
        let plain = String(name.lowercased().map { $0 == " " ? "_" : $0 })
        let city = Zone.names.first { $0.lowercased().split(separator: "/").last.map(String.init) == plain }
        return city ?? Spelling.nearest(to: plain, among: Zone.names)
    }
}
