import Testing
import WritKit
import WritSemantics

@Suite struct PolicyTests {
    private let policy: Policy

    init() throws { policy = try Policy(text: SamplePolicies.refund) }

    private func ask(_ yaml: String, _ options: Policy.Options = .init(), decision: String = "refund") throws -> Decided
    {
        try policy.decide(decision, yaml: yaml, options: options)
    }

    @Test func answersInAFewLines() throws {
        let answer = try ask("{amount: 20 USD, why: damaged, today: 2026-03-01, id: A-17}")
        #expect(answer.status == .determined)
        #expect("\(answer.outcome)" == "refund(amount: 20.00 USD)")
        #expect(answer.outcome.caseName == "refund")
        #expect(answer.outcome["amount"].text == "20.00 USD")
        #expect(answer.outcome["note"].isUnknown)
        #expect(answer.outcome["nothing"].isUnknown)
        #expect(answer.because == "It arrived damaged.")
        #expect(answer.rule == "broken")
        #expect(answer.actions.map(\.description) == ["tell(who: \"desk\", until: 2026-03-04)"])
        #expect(answer.isSound)
    }

    @Test func writesAnswersAsJSON() throws {
        let answer = try ask("{amount: 20 USD, why: damaged, today: 2026-03-01, id: A-17}")
        let head = """
            {"decision":"refund","status":"determined","outcome":{"refund":{"amount":"20.00 USD","note":null}},\
            "actions":[{"action":"tell","arguments":{"who":"desk","until":"2026-03-04"}}],"rule":"broken",\
            "because":"It arrived damaged.","source":null,"needs":[],"fault":null,\
            "policy":{"name":"returns","digest":"
            """
        #expect(answer.json == head + policy.digest + "\"},\"id\":\"A-17\"}")
    }

    @Test func writesAnswersForPeople() throws {
        #expect(
            try ask("{amount: 200 USD, today: 2026-03-01}").text == """
                refund: ask_a_person
                  because  200.00 USD is more than 150.00 USD.
                  rule     too_large (policy.writ:26)
                  source   house
                  do       tell(who: "desk")

                """)
    }

    @Test func saysWhatWouldSettleIt() throws {
        let answer = try ask("{amount: 20 USD, today: 2026-03-01}")
        #expect(answer.status == .undetermined)
        #expect(answer.needs == ["reason", "delivered_on"])
        #expect(answer.outcome.isUnknown)
        #expect(answer.text == "refund: undetermined\n  needs    reason, delivered_on\n")
        #expect(answer.json.contains("\"outcome\":null,\"actions\":[],\"rule\":null"))
    }

    @Test func reportsBrokenPromises() throws {
        let answer = try ask(
            "{amount: 200 USD, why: damaged, today: 2026-03-01}", .init(params: ["limit": "300 USD"]))
        #expect(answer.broken.map(\.heading.name) == ["more_than_limit"])
        #expect(!answer.isSound)
        #expect(answer.json.contains("\"promises\":[\"more_than_limit\"]"))
        #expect(answer.text.contains("broken   more_than_limit: Nothing above the limit"))
    }

    @Test func faultsAreAnswers() throws {
        let answer = try ask("{amount: 20 USD}", .init(arguments: ["parts": "0"]), decision: "share")
        #expect(answer.status == .faulted)
        #expect(answer.fault?.kind == .zeroDivisor)
        #expect(answer.json.contains("\"fault\":{\"kind\":\"zeroDivisor\""))
        #expect(answer.text.hasPrefix("share: faulted\n  fault    division by zero"))
    }

    @Test func takesArguments() throws {
        let answer = try ask("{amount: 20 USD}", .init(arguments: ["parts": "3"]), decision: "share")
        #expect("\(answer.outcome)" == "6.67 USD")
        #expect(answer.because == "One of 3.")
    }

    @Test func collectsUnderTheCollectingModes() throws {
        let answer = try ask("{lines: [{sku: a, qty: 2}, {sku: b, qty: 3}]}", decision: "pieces")
        #expect(answer.outcome.integer == 5)
        #expect(answer.json.contains("\"rule\":[\"all\"],\"because\":[\"Everything.\"],\"source\":[]"))
    }

    @Test func timeIsAFact() throws {
        let told = try ask("{amount: 20 USD, why: too late, delivered_on: 2026-03-01, today: 2026-03-20}")
        #expect(told.rule == "otherwise")
        let asked = try ask(
            "{amount: 20 USD, why: too late, delivered_on: 2026-03-01, today: 2026-03-20}", .init(asOf: "2026-03-10"))
        #expect(asked.rule == "in_time")
        // Midnight has passed in Berlin, where the policy lives.
        let instant = try ask(
            "{amount: 20 USD, why: too late, delivered_on: 2026-03-01}", .init(asOf: "2026-03-15T23:30:00Z"))
        #expect(instant.rule == "otherwise")
    }

    @Test func complainsOfWhatIsAskedWrongly() {
        #expect(complaint { try policy.decide("refnd", yaml: "") } == "usage: `returns` has no decision `refnd`")
        #expect(
            complaint { try ask("amount: x") } == "input: `amount` is money in USD, such as 12.00 USD, and `x` is not")
        #expect(
            complaint { try ask("") }
                == "input: `today` is missing, and `refund` needs it|`amount` is missing, and `refund` needs it")
        #expect(
            complaint { try ask("{amount: 1, today: 2026-01-01}", .init(params: ["limit": "501 USD"])) }
                == "input: `limit` lies between 0.00 USD and 500.00 USD")
        #expect(
            complaint { try ask("{amount: 1, today: 2026-01-01}", .init(asOf: "soon")) }
                == "usage: `soon` is neither a date nor a point in time")
        #expect(
            complaint { try Policy(path: "/nowhere.writ") }
                == "input: cannot read `/nowhere.writ`: No such file or directory")
        #expect(complaint { try Policy(text: "policy p\nfact x : nonsense\n") }?.hasPrefix("policy: ") == true)
    }

    private func complaint(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch let error as PolicyError {
            return "\(error.kind): " + error.diagnostics.map(\.message).joined(separator: "|")
        } catch { return "\(error)" }
    }

    @Test func oneValueServesManyThreads() async throws {
        let policy = policy
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 1...64 {
                group.addTask {
                    try policy.decide("refund", yaml: "{amount: \(number) USD, why: damaged, today: 2026-03-01}")
                        .outcome.description
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers.count == 64)
    }

    @Test func explains() throws {
        let answer = try ask("{amount: 151 USD, why: damaged, today: 2026-03-01}")
        let text = answer.explanationText
        #expect(text.contains("facts\n  amount = 151.00 USD\n"))
        #expect(text.contains("params\n  limit = 150.00 USD  (Handbook, page 3)\n"))
        #expect(text.contains("  too_large: applies\n"))
        #expect(text.contains("  amount = 150.00 USD  gives  refund(amount: 150.00 USD)"))
        #expect(AnswerJSON.text(answer, explained: true).contains("\"fate\":\"fired\""))
    }
}
