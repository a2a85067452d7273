import WritSemantics
import WritSource

/// Names tests after the case that they were made from and what is different there.
struct MissingTestName {
    private let policy: Policy
    private var used: Set<String>

    /// - Parameter tests: those there are, whose names are taken.
    init(policy: Policy, tests: [TestCase]) {
        self.policy = policy
        used = Set(tests.map(\.name))
    }

    private static let shown = 48

    /// A name that no other test has.
    mutating func make(for missing: MissingTest) -> String {
        let changes = missing.changes.map { change in
            let value = VisibleText.oneLine(policy.literals.text(change.value, change.type))
            let short = value.count <= Self.shown ? value : value.prefix(Self.shown - 1) + "…"
            return "\(change.path.description) \(short)"
        }
        let base = missing.start?.name ?? "\(missing.decided.decision), an ordinary case"
        let plain = changes.isEmpty ? "\(base), in full" : "\(base); \(changes.joined(separator: ", "))"
        var name = plain
        var number = 2
        while !used.insert(name).inserted {
            name = "\(plain) (\(number))"
            number += 1
        }
        return name
    }
}
