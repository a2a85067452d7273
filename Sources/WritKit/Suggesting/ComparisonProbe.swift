import WritEngine
import WritSemantics
import WritSource

/// A comparison of a policy that is made where one can look on.
struct ComparisonProbe: Sendable {
    enum Kind: Sendable {
        case order(Term.Ordering, left: WritType, right: WritType)
        /// A test of an enumeration for one of its values; `subject` names what is tested, and nil what is calculated.
        case value(VariantID, subject: Subject?)
    }

    /// What a value is read from, the same for all tests of it.
    enum Subject: Hashable, Sendable {
        case fact(FactID, [Int])
        case local(LocalID, [Int])
    }

    let kind: Kind
    let term: Term
    /// Where it stands.
    let site: EvaluationSite
}

extension ComparisonProbe.Subject {
    /// Nil for what is not simply read.
    init?(_ term: Term) {
        switch term.kind {
        case .fact(let id): self = .fact(id, [])
        case .local(let id): self = .local(id, [])
        case .rescale(let inner, _), .bounded(let inner): self.init(inner)
        case .field(let whole, let index):
            switch Self(whole) {
            case .fact(let id, let fields)?: self = .fact(id, fields + [index])
            case .local(let id, let fields)?: self = .local(id, fields + [index])
            case nil: return nil
            }
        default: return nil
        }
    }
}
