import Foundation
import WritAnalysis
import WritKit

/// What policies mean: what `check` looks for in all cases, the promises proved, and what a change of a threshold does.
struct Meanings {
    static let packs = ["order-desk", "service-desk", "rapid-response", "support-supply-chain", "team-routing"]

    static func pack(_ name: String) throws -> Policy { try Policy(path: Policies.shipped + "/" + name) }

    /// All promises, by our own search.
    static func prove(_ policy: Policy) { use(Analyser(policy.model).proofs()) }

    /// A policy of 17 rules before and after one of its thresholds is raised.
    struct Change {
        private let scratch: ScratchFolder
        private let paths: (old: String, new: String)

        init() throws {
            scratch = try ScratchFolder()
            let path = Policies.path("resolution/resolution.writ")
            let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
            let changed = text.replacing("photo_limit : money(USD) = 75 USD", with: "photo_limit : money(USD) = 80 USD")
            precondition(changed != text, "the policy has its threshold")
            try scratch.write(text, to: "old/resolution.writ")
            try scratch.write(changed, to: "new/resolution.writ")
            paths = (scratch.path("old"), scratch.path("new"))
        }

        /// From the files on.
        func compare() throws {
            let comparison = try PolicyComparison(
                old: Compilation(paths: [paths.old]), new: Compilation(paths: [paths.new]))
            precondition(!comparison.decisions.isEmpty, "it has a decision")
            use(comparison)
        }
    }

    func measure(_ table: inout FigureTable) throws {
        table.section("What a policy means, without another solver")
        let watch = Stopwatch(rounds: 5, leastRound: 1e6)
        func add(_ title: String, most: Double, _ work: () -> Void) {
            table.add(
                Figure(
                    title: title, value: watch.nanoseconds(work) / 1e6, unit: .milliseconds,
                    goal: .value(atMost: most)))
        }
        for name in Self.packs {
            let policy = try Self.pack(name)
            add("check \(name)", most: 300) { use(policy.analyse()) }
        }
        let whole = try Policy(path: Policies.shipped)
        add("prove rules, \(whole.promises.count) promises", most: 2_000) { Self.prove(whole) }
        let change = try Change()
        add("compare a policy of 17 rules, a threshold raised", most: 50) { try! change.compare() }
    }
}
