import WritAnalysis
import WritDiagnostics
import WritFacts
import WritSource

/// Reads `writ.yaml`, what a house says of the findings in its policies:
///
/// ```yaml
/// findings:
///   unowned: error
///   idle_test: off
/// ```
struct SettingsReader {
    private(set) var sink = DiagnosticSink()
    private static let keys = ["findings"]
    private static let levels = FindingLevel.allCases.map(\.rawValue)
    private static let kinds = FindingKind.allCases.map(\.rawValue)

    /// What the file says; what cannot be read is reported and left out.
    mutating func read(_ file: SourceFile) -> FindingSettings {
        var settings = FindingSettings()
        let documents = DocumentReader.read(file, as: .yaml, splitsTopLevelList: false, sink: &sink)
        guard let root = documents.first?.root, !root.isNull else { return settings }
        guard let entries = root.entries else {
            complain(.settingsShape, "the settings are `findings: …`", root)
            return settings
        }
        for entry in entries {
            if entry.key == "findings" {
                readFindings(entry.value, into: &settings)
            } else {
                refuse(entry, .unknownSetting, "`writ.yaml` has no setting `\(entry.key)`", among: Self.keys)
            }
        }
        return settings
    }

    private mutating func readFindings(_ node: DocumentNode, into settings: inout FindingSettings) {
        if node.isNull { return }
        guard let entries = node.entries else {
            return complain(.settingsShape, "`findings` says of each kind how grave it is, as in `unused: error`", node)
        }
        for entry in entries {
            guard let kind = FindingKind(rawValue: entry.key) else {
                refuse(entry, .unknownKind, "no finding is called `\(entry.key)`", among: Self.kinds)
                continue
            }
            settings.levels[kind] = level(entry.value)
        }
    }

    private mutating func level(_ node: DocumentNode) -> FindingLevel? {
        guard case .scalar(let word, _) = node.content else {
            complain(.settingsShape, "a finding is `error`, `warning`, `note` or `off`", node)
            return nil
        }
        if let level = FindingLevel(rawValue: word) { return level }
        let help = Spelling.question(word, among: Self.levels) ?? "there are \(Spelling.list(Self.levels))"
        let diagnostic = Diagnostic(
            .unknownLevel, .error, "no severity is called `\(word)`", at: Label(node.location, "not known"), help: help)
        sink.report(diagnostic)
        return nil
    }

    // MARK: Mistakes

    private mutating func refuse(
        _ entry: DocumentEntry, _ code: DiagnosticCode, _ message: String, among known: [String]
    ) {
        sink.report(
            Diagnostic(
                code, .error, message, at: Label(entry.keyLocation, "not known"),
                help: Spelling.question(entry.key, among: known)
                    ?? (known.count == 1
                        ? "it has `\(known[0])`" : "there are \(known.map { "`\($0)`" }.joined(separator: ", "))")))
    }

    private mutating func complain(_ code: DiagnosticCode, _ message: String, _ node: DocumentNode) {
        sink.report(Diagnostic(code, .error, message, at: Label(node.location, node.kindDescription)))
    }
}
