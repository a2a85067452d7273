import WritDiagnostics
import WritFacts
import WritSource

/// One case of a case file as it is written: what it tells, what it asks, and what it expects.
struct CaseEntry {
    var name: String
    var nameLocation: SourceLocation
    var decision: DocumentNode?
    var like: DocumentNode?
    var facts: DocumentNode?
    var params: DocumentNode?
    var arguments: DocumentNode?
    var expect: DocumentNode?
    let location: SourceLocation

    static let keys = ["name", "note", "decision", "like", "facts", "params", "arguments", "expect"]

    /// Cases that ask nothing are there for others to build on.
    var isBase: Bool { decision == nil && expect == nil }

    /// Nil when it is no case at all; what is wrong is reported.
    init?(_ node: DocumentNode, sink: inout DiagnosticSink) {
        guard let entries = node.entries else {
            sink.report(
                Diagnostic(
                    .caseFileShape, .error, "a case is written as `name: …`, `decision: …`, `facts: …`, `expect: …`",
                    at: Label(node.location, node.kindDescription), help: "write the file as a list of such cases"))
            return nil
        }
        let values = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
        for entry in entries where !Self.keys.contains(entry.key) { Self.reportUnknown(entry, &sink) }
        guard let name = values["name"], case .scalar(let text, _) = name.value.content else {
            sink.report(
                Diagnostic(
                    .caseFileShape, .error, "every case has a name",
                    at: Label(Self.start(of: node), "a case without `name`")))
            return nil
        }
        self.name = text
        nameLocation = name.value.location
        location = node.location
        decision = values["decision"]?.value
        like = values["like"]?.value
        facts = values["facts"]?.value
        params = values["params"]?.value
        arguments = values["arguments"]?.value
        expect = values["expect"]?.value
    }

    private static func start(of node: DocumentNode) -> SourceLocation {
        node.entries?.first?.keyLocation ?? node.location
    }

    private static func reportUnknown(_ entry: DocumentEntry, _ sink: inout DiagnosticSink) {
        sink.report(
            Diagnostic(
                .unknownCaseKey, .error, "a case has no `\(entry.key)`",
                at: Label(entry.keyLocation, "not part of a case"),
                help: NearestName.question(entry.key, among: keys) ?? "a case has \(NearestName.list(keys))"))
    }

    /// This case on top of another: what both tell is told by this one.
    func over(_ base: CaseEntry) -> CaseEntry {
        var merged = self
        merged.decision = decision ?? base.decision
        merged.facts = DocumentNode.merged(base.facts, facts)
        merged.params = DocumentNode.merged(base.params, params)
        merged.arguments = DocumentNode.merged(base.arguments, arguments)
        return merged
    }
}

extension DocumentNode {
    /// `upper` laid over `lower`: groups of fields key by key, anything else whole.
    static func merged(_ lower: DocumentNode?, _ upper: DocumentNode?) -> DocumentNode? {
        guard let lower, let upper else { return upper ?? lower }
        guard let below = lower.entries, let above = upper.entries else { return upper }
        var entries = below
        for entry in above {
            guard let place = entries.firstIndex(where: { $0.key == entry.key }) else {
                entries.append(entry)
                continue
            }
            let value = merged(entries[place].value, entry.value) ?? entry.value
            entries[place] = DocumentEntry(key: entry.key, keyLocation: entry.keyLocation, value: value)
        }
        return DocumentNode(.mapping(entries), at: upper.location)
    }
}
