import Synchronization
import WritDiagnostics
import WritKit

// What the types of `writ.h` are. All may be used on any thread at once.

/// `writ_policy`
final class PolicyHandle: Handle {
    let policy: Policy
    let name: CText
    let digest: CText
    let decisions: [CText]
    let warnings = LazyText()

    init(_ policy: Policy) {
        self.policy = policy
        name = CText(policy.name)
        digest = CText(policy.digest)
        decisions = policy.decisions.map { CText($0) }
    }
}

/// `writ_store`
final class StoreHandle: Handle {
    let store: PolicyStore

    init(_ store: PolicyStore) { self.store = store }
}

/// `writ_session`
///
/// Behind a lock, so that two threads with one session wait for each other instead of breaking its memory.
final class SessionHandle: Handle {
    let policy: Policy
    private let session: Mutex<DecisionSession>
    private let lastLines = Mutex<LinesAsked?>(nil)

    init(_ policy: Policy) {
        self.policy = policy
        session = Mutex(DecisionSession(policy))
    }

    func decide(_ question: Question) -> Decided { session.withLock { $0.decide(question) } }

    /// What is asked about many lines, prepared once for all calls in a row that ask the same.
    func lines(_ decision: String, options: Policy.Options, from text: [UInt8]) throws(PolicyError) -> PreparedPool {
        if let last = lastLines.withLock({ $0 }), last.decision == decision, last.options == text { return last.pool }
        let pool = PreparedPool(try policy.prepare(decision, options: options))
        lastLines.withLock { $0 = LinesAsked(decision: decision, options: text, pool: pool) }
        return pool
    }

    private struct LinesAsked: Sendable {
        let decision: String
        let options: [UInt8]
        let pool: PreparedPool
    }
}

/// `writ_prepared`
final class PreparedHandle: Handle {
    let pool: PreparedPool
    /// By the numbers of verdicts.
    let ruleNames: [CText]

    init(_ prepared: PreparedDecision) {
        pool = PreparedPool(prepared)
        ruleNames = prepared.ruleNames.map { CText($0) }
    }
}

/// `writ_case`
final class CaseHandle: Handle {
    private let latest: Mutex<PolicyCase>

    init(_ facts: PolicyCase) { latest = Mutex(facts) }

    /// The case as it is now.
    var facts: PolicyCase { latest.withLock { $0 } }

    /// Changes the case, or leaves it as it is when `body` throws.
    func change(_ body: (inout PolicyCase) throws(PolicyError) -> Void) throws(PolicyError) {
        try latest.withLock { facts throws(PolicyError) in try body(&facts) }
    }
}

/// `writ_answer`
final class AnswerHandle: Handle {
    let decided: Decided
    let rule = LazyText()
    let because = LazyText()
    let digest = LazyText()
    let json = LazyText()
    let explanation = LazyText()
    let explanationText = LazyText()

    init(_ decided: Decided) { self.decided = decided }
}

/// `writ_text`
final class TextHandle: Handle {
    let text: CText

    init(_ text: CText) { self.text = text }
}

/// `writ_error`
final class ErrorHandle: Handle {
    let error: PolicyError
    let text = LazyText()
    let json = LazyText()

    init(_ error: PolicyError) { self.error = error }
}
