import Testing
import WritEngine
import WritSemantics
import WritSource

@testable import WritKit

/// A prepared decision comes to what ``Policy/decide(_:json:options:)`` comes to, in whatever way it is asked.
@Suite struct PreparedSessionTests {
    private let policy: Policy

    init() throws { policy = try Policy(text: SamplePolicies.refund) }

    // MARK: Whole days

    @Test(arguments: MixedDay.packs)
    func verdictsAreThoseOfTheAnswers(pack: String) throws {
        let policy = try Policy(path: "rules/\(pack)")
        var pools: [DecisionID: PreparedPool] = [:]
        try MixedDay.eachContact(of: pack, policy) { decision, facts, json in
            let pool = try pools[decision] ?? PreparedPool(policy.prepare(policy.name(of: decision)))
            pools[decision] = pool
            let expected = policy.decide(pool.prepared.question(facts))
            try pool.withSession { session in
                try Self.compare(try session.decide(json: json), session.outcome, with: expected)
                let bound = try session.bind(json: Array(json.utf8))
                #expect(bound.id == expected.id)
                for _ in 0..<2 { try Self.compare(session.decide(bound), session.outcome, with: expected) }
            }
        }
    }

    private static func compare(_ verdict: Verdict, _ outcome: PolicyValue, with expected: Decided) throws {
        try #require(verdict.status == expected.status)
        try #require(verdict.rule == expected.rule)
        try #require(verdict.isSound == expected.isSound)
        try #require(outcome.json == expected.outcome.json)
    }

    // MARK: One of each kind

    /// What is asked, with whatever a question may have beside its case.
    private static let questions: [(decision: String, options: Policy.Options)] = [
        ("refund", Policy.Options()),
        ("refund", Policy.Options(params: ["limit": "5 USD"])),
        ("refund", Policy.Options(language: "de")),
        ("refund", Policy.Options(asOf: "2026-06-01")),
        ("refund", Policy.Options(asOf: "2026-03-04T23:30:00Z")),
        ("pieces", Policy.Options()),
        ("share", Policy.Options(arguments: ["parts": "3"])),
        ("share", Policy.Options(arguments: ["parts": "0"])),
    ]

    private static let cases = [
        // Determined: by each rule, and by none.
        #"{"amount": 10, "why": "damaged", "lines": [], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        #"{"id": "a\n17", "amount": "400.50 USD", "lines": [{"sku": "x", "qty": 2}], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        #"{"amount": 10, "why": "too late", "delivered_on": "2026-02-27", "lines": [], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        #"{"amount": 10, "why": "too late", "delivered_on": "2025-02-27", "lines": [], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        // A promise broken: damaged, above 150 USD, when the limit allows it.
        #"{"amount": 151, "why": "damaged", "lines": [], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        // Undetermined.
        #"{"amount": 10, "why": "too late", "lines": [], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        #"{"amount": 10, "lines": [], "today": "2026-03-01", "now": "2026-03-01T08:00:00Z"}"#,
        // Refused: by the binder, and by the reader.
        "{}", "[]", "", "{", "null", #"{"amnt": 1}"#, #"{"amount": "1 EUR"}"#, #"{"amount": 1, "amount": 2}"#,
        #"{"id": "b", "amount": 10.005, "lines": [{"sku": "x", "qty": 101}], "today": "2026-02-30"}"#,
    ]

    @Test(arguments: questions.indices)
    func everyWayOfAskingComesToTheSame(index: Int) throws {
        let (decision, options) = Self.questions[index]
        let pool = PreparedPool(try policy.prepare(decision, options: options))
        var session = pool.prepared.session()
        var seen = (refused: 0, answered: 0)
        for json in Self.cases {
            let expected = Result { () throws(PolicyError) in
                try policy.decide(decision, json: json, options: options)
            }
            let verdict = Result { () throws(PolicyError) in try session.decide(json: json) }
            let outcome = session.outcome
            let bound = Result { () throws(PolicyError) in try session.bind(json: Array(json.utf8)) }
            switch expected {
            case .success(let expected):
                seen.answered += 1
                try Self.compare(try verdict.get(), outcome, with: expected)
                try Self.compare(session.decide(try bound.get()), session.outcome, with: expected)
                #expect(Self.line(pool, json) == expected.json)
            case .failure(let error):
                seen.refused += 1
                #expect(Self.error(verdict) == error.description)
                #expect(Self.error(bound) == error.description)
                #expect(Self.line(pool, json).contains(#""status":"rejected""#))
            }
        }
        #expect(seen.answered > 0 && seen.refused > 5)
    }

    private static func line(_ pool: PreparedPool, _ json: String) -> String {
        Array(json.utf8).withUnsafeBufferPointer { json in
            pool.withAnswer(to: json) { answer, _ in String(decoding: answer, as: UTF8.self) }
        }
    }

    // MARK: Reading what came of it

    private enum Answer: Decodable, Equatable {
        case refund(amount: Money, note: String?)
        case askAPerson, refuse

        enum CodingKeys: String, CodingKey {
            case refund, refuse
            case askAPerson = "ask_a_person"
        }
    }

    @Test func outcomesDecode() throws {
        var session = try policy.prepare("refund").session()
        #expect(session.outcome.isUnknown)
        _ = try session.decide(json: Self.cases[0])
        #expect(
            try session.outcome.decoded(as: Answer.self) == .refund(amount: Money(wireText: "10.00 USD")!, note: nil))
        _ = try session.decide(json: Self.cases[1])
        #expect(try session.outcome.decoded(as: Answer.self) == .askAPerson)
        _ = try session.decide(json: Self.cases[5])
        #expect(try session.outcome.decoded(as: Answer?.self) == nil)
    }

    /// Whatever was asked last; nothing once a case was refused, whose row is half read.
    @Test func theOutcomeIsThatOfTheLastDecision() throws {
        var session = try policy.prepare("refund").session()
        var buffer = ByteBuffer()
        _ = try session.decide(json: Self.cases[0])
        #expect(throws: PolicyError.self) { try session.decide(json: #"{"amount": 20, "lines": [{"sku": 1}]}"#) }
        #expect(session.outcome.isUnknown)
        let bound = try session.bind(json: Array(Self.cases[0].utf8))
        #expect(session.decide(bound).rule == "broken")
        for (index, name) in [(1, "ask_a_person"), (0, "refund"), (3, "refuse"), (4, "ask_a_person")] {
            var json = Self.cases[index]
            _ = json.withUTF8 { session.respond(to: $0, in: &buffer) }
            #expect(session.outcome.caseName == name)
        }
    }

    @Test func rulesHaveNumbers() throws {
        let prepared = try policy.prepare("refund")
        #expect(prepared.ruleNames == ["too_large", "broken", "in_time", "otherwise", "when undetermined"])
        var session = prepared.session()
        let numbers = try [0, 1, 2, 3, 5].map { try session.decide(json: Self.cases[$0]).ruleNumber }
        #expect(numbers == [1, 0, 2, 3, nil])
    }

    @Test func answersToLinesAreThoseToDocuments() throws {
        let pool = PreparedPool(try policy.prepare("refund"))
        let lines = Self.cases.prefix(7) + [Self.cases[14]]
        var buffer = ByteBuffer()
        Array((lines.joined(separator: "\n\n \n")).utf8).withUnsafeBufferPointer { pool.answerLines($0, to: &buffer) }
        let answers = buffer.text.split(separator: "\n")
        #expect(answers.count == lines.count)
        for (line, answer) in zip(lines, answers).dropLast() { #expect(answer == Self.line(pool, line)) }
        #expect(answers.last?.contains(#""line":22,"#) == true)
    }

    private static func error<Value>(_ result: Result<Value, PolicyError>) -> String? {
        if case .failure(let error) = result { return error.description }
        return nil
    }
}
