import WritDiagnostics
import WritFacts
import WritKit
import WritSource

/// What comes of asking about one case.
enum Reply {
    /// - Parameter isMany: whether it is one of many, and has to say which.
    case answer(Decided, isMany: Bool)
    case refusal(Refusal)
}

/// A case that could not be asked about.
struct Refusal {
    let policy: Policy
    /// Nil when more than one decision was asked for.
    let decision: String?
    /// What the case calls itself, as far as it could be read.
    let id: String?
    let errors: [Diagnostic]

    /// One line, which stands where the answer would.
    var json: String { RejectionJSON.text(errors, decision: decision, policy: policy, id: id) }
}
