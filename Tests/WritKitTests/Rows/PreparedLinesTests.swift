import Testing
import WritEngine
import WritSemantics
import WritSource

@testable import WritKit

/// Lines that are written from cells are those of `AnswerJSON`, on the mixed days of all packs.
@Suite struct PreparedLinesTests {
    @Test(arguments: MixedDay.packs)
    func linesAreThoseOfTheAnswers(pack: String) throws {
        let policy = try Policy(path: "rules/\(pack)")
        for language in [nil, "zh"] where language == nil || policy.model.languages.contains("zh") {
            var sessions = Sessions(policy, language)
            var asked = 0
            try MixedDay.eachContact(of: pack, policy) { decision, facts, text in
                asked += 1
                let prepared = sessions.prepared(decision)
                let expected = policy.decide(prepared.question(facts))
                var buffer = ByteBuffer()
                let isSound = try sessions.answer(decision, text, to: &buffer)
                try #require(buffer.text == AnswerJSON.text(expected))
                #expect(isSound == expected.isSound)
            }
            // Most of a day is ordinary: if much of it goes the careful way, something is no longer compiled.
            #expect(sessions.carefulCount * 4 < asked, "\(sessions.carefulCount) of \(asked) went the careful way")
        }
    }

    /// A session for each decision.
    private struct Sessions {
        let policy: Policy
        let language: String?
        private var all: [DecisionID: Session] = [:]
        private(set) var carefulCount = 0

        init(_ policy: Policy, _ language: String?) {
            self.policy = policy
            self.language = language
        }

        private final class Session {
            var session: PreparedSession
            init(_ prepared: PreparedDecision) { session = prepared.session() }
        }

        mutating func prepared(_ decision: DecisionID) -> PreparedDecision {
            if let known = all[decision] { return known.session.prepared }
            let made = PreparedDecision(policy, decision, params: ParamSet(of: policy.model), language: language)
            all[decision] = Session(made)
            return made
        }

        mutating func answer(_ decision: DecisionID, _ text: String, to buffer: inout ByteBuffer) throws -> Bool {
            let session = all[decision]!
            let before = session.session.carefulCount
            defer { carefulCount += session.session.carefulCount - before }
            var text = text
            return try text.withUTF8 { try session.session.answer(json: $0, to: &buffer) }
        }
    }
}
