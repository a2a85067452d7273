/// Holds the current version of a policy, for a service that takes up changes without a stop.
///
/// ```swift
/// let store = try PolicyStore(paths: ["rules/service-desk"])
/// let answer = try store.decide("remedy", json: body)      // any thread, at any time
/// try store.reload()                                       // when the files have changed
/// ```
/// - A new version is compiled beside the current one and takes its place in one step, if it is sound; otherwise
///   ``reload(requiring:)`` throws what is wrong with it, and the current one goes on answering.
/// - Who asks never waits for a compilation: taking the current version is a lock that is held for a few nanoseconds.
/// - Every answer names the version that gave it: `answer.policy.digest`. A version lives as long as somebody holds it or an
///   answer of it.
///
/// Safe on any thread.
public final class PolicyStore: Sendable {
    private let paths: [String]
    private let latest: Guarded<PolicyVersion>
    /// Held through a compilation, so that of two reloads the one that read the files last wins.
    private let reloading = Guarded(())

    /// Compiles the policy at the paths, which ``reload(requiring:)`` reads again.
    public init(paths: [String]) throws(PolicyError) {
        self.paths = paths
        latest = Guarded(PolicyVersion(try Policy(paths: paths), number: 1))
    }

    /// Begins with a policy from elsewhere. Without paths there is nothing to reload: new versions come by ``replace(with:)``.
    public init(_ policy: Policy) {
        paths = []
        latest = Guarded(PolicyVersion(policy, number: 1))
    }

    /// The version that answers now. Who asks several questions that must agree takes it once and asks it.
    public var current: PolicyVersion { latest.withLock { $0 } }

    /// Reads the files again, and lets the new version answer from now on if it is sound.
    ///
    /// The files are compiled on the calling thread: a service calls this on one of its own. Reloads go one after the other.
    ///
    /// - Parameter decisions: those that the host asks for. A version without one of them is not taken.
    /// - Returns: the version that answers now. It is the one from before when nothing in the files has changed.
    /// - Throws: what is wrong with the new version; the one from before goes on.
    @discardableResult
    public func reload(requiring decisions: [String] = []) throws(PolicyError) -> PolicyVersion {
        if paths.isEmpty { return current }
        return try reloading.withLock { _ throws(PolicyError) in
            let policy = try Policy(paths: paths)
            for decision in decisions { _ = try policy.decision(named: decision) }
            let before = current
            return policy.digest == before.policy.digest ? before : replace(with: policy)
        }
    }

    /// Lets another policy answer from now on, in one step.
    @discardableResult
    public func replace(with policy: Policy) -> PolicyVersion {
        // The old version comes out with the new: if this was its end, nobody waits at the lock for it to be taken apart.
        let (new, _) = latest.withLock { latest in
            let old = latest
            latest = PolicyVersion(policy, number: old.number + 1)
            return (latest, old)
        }
        return new
    }

    /// Makes a decision about the case that a JSON text tells, by the current version.
    public func decide(
        _ decision: String, json text: String, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        try current.decide(decision, json: text, options: options)
    }

    /// Makes a decision about the case that a YAML document tells, by the current version.
    public func decide(
        _ decision: String, yaml text: String, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        try current.decide(decision, yaml: text, options: options)
    }

    /// Makes a decision about the case that a value of the host's tells, by the current version.
    public func decide<Facts: Encodable>(
        _ decision: String, facts: Facts, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        try current.decide(decision, facts: facts, options: options)
    }
}
