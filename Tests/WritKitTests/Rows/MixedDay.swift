import Testing
import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

@testable import WritKit

/// The contacts that each pack has for a mixed day: cases as hosts send them, most ordinary and some not.
enum MixedDay {
    static let packs = ["order-desk", "service-desk", "rapid-response", "support-supply-chain", "team-routing"]

    /// Goes through the contacts of a pack, each with the decision it asks, its facts and their JSON.
    static func eachContact(
        of pack: String, _ policy: Policy, _ body: (DecisionID, FactSet, String) throws -> Void
    ) throws {
        let path = "rules/\(pack)/mixed-day/contacts.ndjson"
        var sink = DiagnosticSink()
        let file = SourceFile(path: path, bytes: try FileSystem.read(path))
        for document in DocumentReader.read(file, as: .ndjson, sink: &sink) {
            let root = try #require(document.root)
            let contact = try #require(Contact(root, policy: policy, sink: &sink))
            for decision in contact.decisions {
                let facts = policy.binder.bind(contact.facts, for: policy.reach(of: decision), sink: &sink)
                try body(decision, try #require(facts), contact.facts.location.text)
            }
        }
    }
}
