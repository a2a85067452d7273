import PageSupport
import Testing
import WritDiagnostics
import WritFacts
import WritKit
import WritSemantics
import WritSource

/// The cases of the packs' mixed days, read fast and carefully.
@Suite struct PackRowTests {
    private static let packs = [
        "order-desk", "rapid-response", "service-desk", "support-supply-chain", "team-routing",
    ]

    /// Both readers for one decision.
    private struct Readers {
        let reach: ReachedFacts
        let fast: RowBinder

        init(_ decision: DecisionID, _ model: CheckedModel, _ layout: CaseLayout) {
            reach = ReachedFacts(by: [decision], in: model)
            fast = RowBinder(RowSchema(model, layout: layout, for: reach))
        }
    }

    @Test(arguments: packs) func nearlyAllAreTakenFast(_ pack: String) throws {
        let policy = try #require(Compilation(paths: [Repository.path("rules/\(pack)")]).policy)
        let layout = CaseLayout(policy.model)
        let row = CaseRow(layout)
        var readers: [DecisionID: Readers] = [:]
        var (right, taken) = (0, 0)
        for contact in try contacts(pack, policy) {
            let text = Array(contact.facts.location.text.utf8)
            for decision in contact.decisions {
                let both = readers[decision] ?? Readers(decision, policy.model, layout)
                readers[decision] = both
                var sink = DiagnosticSink()
                let careful = policy.binder.bind(contact.facts, for: both.reach, sink: &sink)
                let isTaken = text.withUnsafeBufferPointer { both.fast.bind($0, into: row) }
                right += careful == nil ? 0 : 1
                taken += isTaken ? 1 : 0
                guard isTaken else { continue }
                let name = "\(contact.name ?? "") for \(policy.model[decision].heading.name)"
                let facts = try #require(careful, "\(name) is wrong, and the fast reader takes it")
                let fast = row.factSet(of: policy.model)
                #expect(fast.facts == facts.facts && fast.id == facts.id, "\(name)")
            }
        }
        #expect(right > 100)
        #expect(taken * 100 >= right * 98, "of \(right) cases \(taken) are taken fast")
    }

    private func contacts(_ pack: String, _ policy: Policy) throws -> [Contact] {
        var sink = DiagnosticSink()
        let text = try Repository.text("rules/\(pack)/mixed-day/contacts.ndjson")
        let file = SourceFile(path: "contacts.ndjson", text: text)
        let documents = DocumentReader.read(file, as: .ndjson, sink: &sink)
        let contacts = documents.compactMap { $0.root.flatMap { Contact($0, policy: policy, sink: &sink) } }
        #expect(!sink.hasErrors)
        return contacts
    }
}
