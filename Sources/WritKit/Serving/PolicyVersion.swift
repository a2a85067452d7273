/// One version of a policy in a ``PolicyStore``, with memory for deciding that its threads share.
///
/// Safe on any thread. It goes when nobody holds it any more; its answers hold the policy, and not it.
public final class PolicyVersion: Sendable {
    /// The policy, as it was compiled.
    public let policy: Policy
    /// Which version of its store it is, counted from 1.
    public let number: Int
    /// Sessions that nobody uses now. There are never more than threads have asked at one time.
    private let idle = Guarded<[PooledSession]>([])

    /// The decisions that were prepared, by the names they were asked for.
    private let pools = Guarded<[String: PreparedPool]>([:])

    init(_ policy: Policy, number: Int) {
        self.policy = policy
        self.number = number
    }

    /// A decision of this version made ready to be asked very often, for all threads that ask.
    ///
    /// ```swift
    /// let verdict = try store.current.prepared("refund").decide(json: body)
    /// ```
    /// Prepared when it is first asked for, and kept as long as the version; who asks meanwhile prepares it too, and does not
    /// wait. With options it is made for the caller alone, who keeps it.
    ///
    /// - Throws: when there is no such decision, language, param or argument.
    public func prepared(
        _ decision: String, options: Policy.Options? = nil
    ) throws(PolicyError) -> PreparedPool {
        if let options { return PreparedPool(try policy.prepare(decision, options: options)) }
        if let known = pools.withLock({ $0[decision] }) { return known }
        let made = PreparedPool(try policy.prepare(decision))
        return pools.withLock { pools in
            let first = pools[decision] ?? made
            pools[decision] = first
            return first
        }
    }

    /// Makes a decision about a case, with memory that is used again.
    ///
    /// - Precondition: the question was put together with this version's policy.
    public func decide(_ question: Question) -> Decided {
        let session = idle.withLock { $0.popLast() } ?? PooledSession(policy)
        defer { idle.withLock { $0.append(session) } }
        return session.decide(question)
    }

    /// Makes a decision about the case that a JSON text tells.
    public func decide(
        _ decision: String, json text: String, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        decide(try policy.question(decision, json: Array(text.utf8), options: options))
    }

    /// Makes a decision about the case that a YAML document tells.
    public func decide(
        _ decision: String, yaml text: String, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        decide(try policy.bind(yaml: text).question(decision, options: options))
    }

    /// Makes a decision about the case that a value of the host's tells, as ``Policy/decide(_:facts:options:)`` does.
    public func decide<Facts: Encodable>(
        _ decision: String, facts: Facts, options: Policy.Options = Policy.Options()
    ) throws(PolicyError) -> Decided {
        decide(try policy.bind(facts).question(decision, options: options))
    }
}

/// A session that threads hand to each other.
///
/// Unchecked, because the compiler cannot see what the pool does: whoever took it out is the only one to use it.
private final class PooledSession: @unchecked Sendable {
    private var session: DecisionSession

    init(_ policy: Policy) { session = DecisionSession(policy) }

    func decide(_ question: Question) -> Decided { session.decide(question) }
}
