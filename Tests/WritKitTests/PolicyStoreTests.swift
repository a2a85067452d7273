import Testing

@testable import WritKit

/// Versions that take each other's place while they are asked.
@Suite struct PolicyStoreTests {
    /// A policy whose answer tells which version gave it.
    static func policy(_ number: Int, decision: String = "d") -> String {
        """
        policy versions
        fact n : integer
        decision \(decision) : integer
          first
          rule r
            when n >= 0
            then n + \(number)
          otherwise 0

        """
    }

    private let folder: TemporaryFolder
    private let store: PolicyStore

    init() throws {
        folder = try TemporaryFolder(["p.writ": Self.policy(1)])
        store = try PolicyStore(paths: [folder.path])
    }

    private func answer() throws -> Int? { try store.decide("d", json: #"{"n": 0}"#).outcome.integer }

    @Test func aNewVersionAnswersOnceItIsReloaded() throws {
        try folder.write("p.writ", Self.policy(2))
        #expect(try answer() == 1)
        let version = try store.reload()
        #expect(version.number == 2)
        #expect(try answer() == 2)
    }

    @Test func whatHasNotChangedIsNotSwapped() throws {
        let before = store.current
        #expect(try store.reload() === before)
    }

    @Test func withoutFilesThereIsNothingToReload() throws {
        let store = PolicyStore(try Policy(text: Self.policy(1)))
        let before = store.current
        #expect(try store.reload() === before)
    }

    @Test func anUnsoundVersionIsNotTaken() throws {
        let before = store.current
        try folder.write("p.writ", "policy versions\nfact n : nonsense\n")
        let error = #expect(throws: PolicyError.self) { try store.reload() }
        #expect(error?.kind == .policy)
        #expect(error?.diagnostics.first?.message.contains("nonsense") == true)
        #expect(store.current === before)
        #expect(try answer() == 1)
    }

    @Test func aVersionThatLacksADecisionIsNotTaken() throws {
        try folder.write("p.writ", Self.policy(2, decision: "e"))
        let error = #expect(throws: PolicyError.self) { try store.reload(requiring: ["d"]) }
        #expect(error?.diagnostics.first?.message == "`versions` has no decision `d`")
        #expect(try answer() == 1)
    }

    @Test func everyAnswerNamesItsVersion() throws {
        let first = try store.decide("d", json: #"{"n": 0}"#)
        let version = store.replace(with: try Policy(text: Self.policy(2)))
        let second = try store.decide("d", yaml: "n: 0")
        let third = try store.decide("d", facts: ["n": 0])
        #expect(first.policy.digest != second.policy.digest)
        #expect(second.policy.digest == version.policy.digest)
        #expect(third.json == second.json)
        #expect(first.json.contains(first.policy.digest))
    }

    /// What was taken before a swap answers as it did, whatever happens beside it.
    @Test func whoHoldsAVersionKeepsIt() throws {
        let before = store.current
        store.replace(with: try Policy(text: Self.policy(2)))
        #expect(try before.decide("d", json: #"{"n": 0}"#).outcome.integer == 1)
    }

    @Test func aVersionPreparesADecisionOnce() throws {
        let before = store.current
        let first = try before.prepared("d")
        #expect(try before.prepared("d") === first)
        #expect(try before.prepared("d", options: Policy.Options()) !== first)
        #expect(throws: PolicyError.self) { try before.prepared("e") }
        store.replace(with: try Policy(text: Self.policy(2)))
        let second = try store.current.prepared("d")
        #expect(first !== second)
        #expect(try first.outcome(of: #"{"n": 0}"#) == 1)
        #expect(try second.outcome(of: #"{"n": 0}"#) == 2)
    }

    /// A pool's sessions hold the decision and not the pool, and an old version goes although it has prepared.
    @Test func whatWasPreparedGoesWithItsVersion() throws {
        weak var version: PolicyVersion?
        weak var content: AnyObject?
        weak var pool: PreparedPool?
        version = store.current
        content = store.current.policy.identity
        pool = try store.current.prepared("d")
        #expect(try pool?.decide(json: #"{"n": 0}"#).rule == "r")
        store.replace(with: try Policy(text: Self.policy(2)))
        #expect(version == nil && pool == nil && content == nil)
    }

    @Test func anOldVersionGoesWithItsLastAnswer() throws {
        weak var content: AnyObject?
        weak var version: PolicyVersion?
        var answer: Decided? = try store.decide("d", json: #"{"n": 0}"#)
        content = store.current.policy.identity
        version = store.current
        store.replace(with: try Policy(text: Self.policy(2)))
        #expect(version == nil)
        #expect(content != nil)
        #expect(answer?.outcome.integer == 1)
        answer = nil
        #expect(content == nil)
    }
}

extension PreparedPool {
    fileprivate func outcome(of json: String) throws(PolicyError) -> Int? {
        try withSession { session throws(PolicyError) in
            _ = try session.decide(json: json)
            return session.outcome.integer
        }
    }
}
