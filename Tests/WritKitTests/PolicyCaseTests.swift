import Testing
import WritKit

/// A case that is bound once, changed and asked again.
@Suite struct PolicyCaseTests {
    private let policy: Policy

    init() throws { policy = try Policy(text: SamplePolicies.refund) }

    private func bound() throws -> PolicyCase {
        try policy.bind(
            yaml: "{amount: 20 USD, why: damaged, today: 2026-03-01, lines: [{sku: a, qty: 2}, {sku: b, qty: 3}]}")
    }

    @Test func oneCaseIsAskedManyDecisions() throws {
        let contact = try bound()
        #expect(try contact.decide("refund").rule == "broken")
        #expect(try contact.decide("pieces").outcome.integer == 5)
        #expect(try contact.decide("share", options: .init(arguments: ["parts": "4"])).outcome.text == "5.00 USD")
    }

    @Test func everyWayInGivesTheSameCase() throws {
        let json = #"{"amount":"20 USD","why":"damaged","today":"2026-03-01"}"#
        let answers = try [
            policy.bind(json: json), policy.bind(json: Array(json.utf8)), policy.bind(yaml: json),
            policy.bind(["amount": "20 USD", "why": "damaged", "today": "2026-03-01"]),
        ].map { try $0.decide("refund").json }
        #expect(Set(answers).count == 1)
    }

    @Test func whatADecisionNeedsIsAskedForOnlyThen() throws {
        let contact = try policy.bind(json: #"{"amount": 20}"#)
        #expect(try contact.decide("share", options: .init(arguments: ["parts": "2"])).outcome.text == "10.00 USD")
        #expect(complaint { try contact.decide("refund") } == "`today` is missing, and `refund` needs it")
    }

    @Test func aFactIsChangedAndTheCaseAskedAgain() throws {
        var contact = try bound()
        let before = contact
        try contact.set("amount", to: "200 USD")
        #expect(try contact.decide("refund").rule == "too_large")
        #expect(try before.decide("refund").rule == "broken")
        try contact.set("lines[2].qty", to: 40)
        #expect(try contact.decide("pieces").outcome.integer == 42)
        try contact.set("lines", json: "[]")
        #expect(try contact.decide("pieces").outcome.integer == 0)
        try contact.set("amount", to: 20)
        try contact.forget("reason")
        #expect(try contact.decide("refund").needs == ["reason", "delivered_on"])
    }

    @Test func pathsAreReadToo() throws {
        let contact = try bound()
        #expect(contact["amount"]?.text == "20.00 USD")
        #expect(contact["lines[2].sku"]?.text == "b")
        #expect(contact["reason"]?.caseName == "damaged")
        #expect(contact["why"]?.caseName == "damaged")
        #expect(contact["delivered_on"]?.isUnknown == true)
        #expect(contact["lines[3]"] == nil)
        #expect(contact["nothing"] == nil)
    }

    @Test func aRefusedChangeLeavesTheCaseAsItWas() throws {
        var contact = try bound()
        #expect(complaint { try contact.set("amount", to: "2 EUR") } == "`amount` is money in USD, and this is in EUR")
        #expect(complaint { try contact.set("lines[1].qty", to: 101) } == "`lines[1].qty` lies between 0 and 100")
        #expect(complaint { try contact.set("lines[1].qty", json: "{") } != nil)
        #expect(try contact.decide("refund").outcome["amount"].text == "20.00 USD")
    }

    @Test(arguments: [
        ("amout", "the policy has no fact `amout`"), ("", "the policy has no fact ``"),
        ("lines[3].qty", "the list has 2 elements, and `lines[3].qty` leads to another"),
        ("lines[0]", "`lines[0]` does not lead to an element of a list"),
        ("lines[x]", "`lines[x]` does not lead to an element of a list"),
        ("lines[99999999999999999999]", "`lines[99999999999999999999]` does not lead to an element of a list"),
        ("amount[1]", "`amount[1]` does not lead to an element of a list"),
        ("lines[1].size", "Line has no `size`"), ("amount.cents", "`cents` is no part of a value that has none"),
    ])
    func aWrongPathSaysSo(path: String, message: String) throws {
        var contact = try bound()
        #expect(complaint { try contact.set(path, to: 1) } == message)
        #expect(contact[path] == nil)
    }

    @Test func asOfStandsForOneQuestion() throws {
        let contact = try policy.bind(
            yaml: "{amount: 20 USD, why: too late, delivered_on: 2026-03-01, today: 2026-03-20}")
        #expect(try contact.decide("refund", options: .init(asOf: "2026-03-10")).rule == "in_time")
        #expect(try contact.decide("refund").rule == "otherwise")
    }

    @Test func recordsOnTheWayAreMade() throws {
        let policy = try Policy(
            text: """
                policy parcels
                record Box
                  weight : integer
                fact box : Box
                decision heavy : boolean
                  first
                  rule r
                    when box.weight > 10
                    then true
                  otherwise false
                """)
        var empty = try policy.bind(json: "{}")
        #expect(complaint { try empty.decide("heavy") }?.contains("`box` is missing") == true)
        try empty.set("box.weight", to: 11)
        #expect(try empty.decide("heavy").outcome.boolean == true)
    }

    @Test func aSessionAsksItsQuestions() throws {
        var session = DecisionSession(policy)
        let contact = try bound()
        #expect(session.decide(try contact.question("refund")).json == (try contact.decide("refund").json))
    }

    private func complaint(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? PolicyError)?.diagnostics.map(\.message).joined(separator: "|") ?? "\(error)" }
    }
}
