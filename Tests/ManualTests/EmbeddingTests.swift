import PageSupport
import Testing
import WritKit

/// What `docs/embedding.md` shows a host is what stands here.
@Suite struct EmbeddingTests {
    private let rules = Repository.path("rules/service-desk")
    private let contact: String

    init() throws { contact = try Repository.text("rules/service-desk/demo/csd-7129.yaml") }

    @Test func aHostCarriesOutWhatTheAnswerSays() throws {
        var done: [String] = []
        func carryOut(_ name: String, _ arguments: [(name: String, value: PolicyValue)]) {
            done.append("\(name)(\(arguments.map { "\($0.name): \($0.value)" }.joined(separator: ", ")))")
        }
        func record(_ outcome: String, _ because: String) { done.append(outcome) }
        func ask(_ needs: [String]) { done.append("ask \(needs)") }
        func alert(_ text: String) { done.append("alert \(text)") }

        let policy = try Policy(path: rules)
        let answer = try policy.decide("delivered_not_received", yaml: contact)

        switch answer.status {
        case .determined:
            for action in answer.actions { carryOut(action.name, action.arguments) }
            record(answer.outcome.description, answer.because)
        case .undetermined: ask(answer.needs)
        case .faulted: alert(answer.text)
        }
        #expect(done == ["open_missing_mail(order: \"CSD-7129\")", "settle"])

        let options = Policy.Options(params: ["settle_hours": "96"], asOf: "2026-03-05T14:30:00-05:00")
        let later = try policy.decide("delivered_not_received", yaml: contact, options: options)
        #expect(later.outcome.caseName == "ask_to_check")
    }

    /// The page's blocks stand in this file, indented.
    @Test func thePageShowsThis() throws {
        let here = try Repository.text("Tests/ManualTests/EmbeddingTests.swift")
        for block in try Repository.page("docs/embedding.md").blocks where block.has("run") {
            let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            let indented = lines.map { $0.isEmpty ? "" : "        \($0)" }.joined(separator: "\n")
            #expect(here.contains(indented), "\(block.place) is not what Tests/ManualTests/EmbeddingTests.swift runs")
        }
    }
}
