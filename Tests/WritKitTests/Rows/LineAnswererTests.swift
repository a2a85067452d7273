import Testing
import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics
import WritSource

@testable import WritKit

/// Lines that are written from cells are those of `AnswerJSON`, on the mixed days of all packs.
@Suite struct LineAnswererTests {
    private static let packs = [
        "order-desk", "service-desk", "rapid-response", "support-supply-chain", "team-routing",
    ]

    @Test(arguments: packs)
    func linesAreThoseOfTheAnswers(pack: String) throws {
        let policy = try Policy(path: "rules/\(pack)")
        let params = ParamSet(of: policy.model)
        let program = BranchProgram(policy.model, params: params)
        let row = CaseRow(program.layout)
        for language in [nil, "zh"] {
            guard language == nil || policy.model.languages.contains("zh") else { continue }
            var answerer = LineAnswerer(policy, program, params: params, language: language)
            var session = DecisionSession(policy)
            var asked = 0
            try Self.eachContact(of: pack, policy) { decision, facts in
                asked += 1
                let decided = session.decide(
                    Question(decision, facts: facts, params: params, language: language))
                try #require(row.load(facts, of: policy.model))
                #expect(row.factSet(of: policy.model).facts == facts.facts)
                var buffer = ByteBuffer()
                let isSound = answerer.answer(decision, row, to: &buffer)
                try #require(buffer.text == AnswerJSON.text(decided))
                #expect(isSound == decided.isSound)
            }
            print("PROBE", pack, asked, answerer.answeredByMachine)
            // Most of a day is ordinary: if the machine answers much of it, something is no longer compiled.
            #expect(answerer.answeredByMachine * 4 < asked)
        }
    }

    /// The contacts of a pack's mixed day, each with the decision it asks.
    private static func eachContact(
        of pack: String, _ policy: Policy, _ body: (DecisionID, FactSet) throws -> Void
    ) throws {
        let path = "rules/\(pack)/mixed-day/contacts.ndjson"
        var sink = DiagnosticSink()
        let file = SourceFile(path: path, bytes: try FileSystem.read(path))
        for document in DocumentReader.read(file, as: .ndjson, sink: &sink) {
            let root = try #require(document.root)
            let contact = try #require(Contact(root, policy: policy, sink: &sink))
            for decision in contact.decisions {
                let facts = policy.binder.bind(contact.facts, for: policy.reach(of: decision), sink: &sink)
                try body(decision, try #require(facts))
            }
        }
    }
}
