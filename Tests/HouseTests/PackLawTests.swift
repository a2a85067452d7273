import PageSupport
import Testing
import WritKit
import WritSemantics
import WritSource

/// What the packs promise their readers: no example is lost, every number has an owner, every rule says on whose word.
@Suite struct PackLawTests {
    private static let compilation = Compilation(paths: [Repository.path("rules")])

    private var policy: Policy { get throws { try #require(Self.compilation.policy) } }

    /// How many worked examples the business gives for each of its decisions; the case of one is called `A2-1 …`.
    static let examples: [(decision: String, count: Int)] = [
        ("A1", 6), ("A2", 7), ("A3", 6), ("A4", 6), ("A5", 4), ("A6", 4),
        ("B1", 6), ("B2", 7), ("B3", 7), ("B4", 7), ("B5", 6), ("B6", 7), ("B7", 5), ("B8", 5), ("B9", 5), ("B10", 3),
        ("B11", 5), ("B12", 4), ("B13", 6), ("B14", 6), ("B15", 4),
        ("C1", 5), ("C2", 6), ("C3", 4), ("C4", 7), ("C5", 6), ("C6", 5), ("C7", 4), ("C8", 6), ("C9", 3), ("C10", 3),
        ("C11", 5), ("C12", 4), ("C13", 5), ("C14", 4), ("C15", 3),
        ("D1", 6), ("D2", 5), ("D3", 5), ("D4", 5), ("D5", 6), ("D6", 5), ("D7", 3),
        ("E1", 7), ("E2", 5), ("E3", 4), ("E4", 5), ("E5", 4), ("E6", 6), ("E7", 4),
    ]

    @Test func everyExampleOfTheBusinessIsACase() throws {
        #expect(Self.examples.map(\.count).reduce(0, +) == 256)
        var collector = TestCollector(policy: try policy)
        let names = collector.collect(beside: Self.compilation.sources.folders).map(\.name)
        for (decision, count) in Self.examples {
            for number in 1...count {
                let label = "\(decision)-\(number)"
                #expect(names.contains { $0 == label || $0.hasPrefix(label + " ") }, "\(label) is no case")
            }
        }
    }

    @Test func everyParamHasAnOwnerAMeaningAndBounds() throws {
        for param in try policy.model.params {
            let name = "\(param.heading.policy).\(param.heading.name)"
            #expect(param.source != nil, "\(name) has no source")
            #expect(param.heading.doc != nil, "\(name) does not say what it is")
            let needsBounds = param.slot.type.isQuantity && param.slot.type != .time
            #expect(param.slot.bounds != nil || !needsBounds, "\(name) has no bounds")
        }
    }

    @Test func everyRuleSaysOnWhoseWord() throws {
        for decision in try policy.model.decisions {
            for rule in decision.rules where rule.conclusion.source == nil {
                Issue.record("\(decision.heading.name): rule \(rule.name) has no source  \(rule.location)")
            }
            if let otherwise = decision.otherwise, otherwise.source == nil {
                Issue.record("\(decision.heading.name): otherwise has no source  \(otherwise.location)")
            }
        }
    }

    @Test func everyDecisionSaysWhatItIsFor() throws {
        for decision in try policy.model.decisions where decision.heading.doc == nil {
            Issue.record("\(decision.heading.name) does not say what it is for  \(decision.heading.location)")
        }
    }

    /// Every pack has a day of at least five hundred contacts; its README shows what becomes of them.
    @Test(arguments: ["order-desk", "service-desk", "rapid-response", "support-supply-chain", "team-routing"])
    func everyPackHasAMixedDay(_ pack: String) throws {
        let contacts = try Repository.text("rules/\(pack)/mixed-day/contacts.ndjson")
        #expect(contacts.split(separator: "\n").count >= 500)
        let readme = try Repository.text("rules/\(pack)/README.md")
        #expect(readme.contains("$ writ replay rules/\(pack) --contacts rules/\(pack)/mixed-day/contacts.ndjson\n"))
    }
}
