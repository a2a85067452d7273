import WritSemantics

/// What an answer comes down to: how it was reached and which of the possible outcomes it is. The amounts, texts and dates in
/// the outcome do not count, for where a fact is part of the outcome every value of it would be another answer.
struct AnswerKind: Hashable {
    private indirect enum Shape: Hashable {
        case any
        case unknown
        case boolean(Bool)
        case variant(Int, [Shape])
        case parts([Shape])

        init(_ datum: Datum) {
            switch datum {
            case .unknown: self = .unknown
            case .boolean(let truth): self = .boolean(truth)
            case .variant(let index, let fields): self = .variant(index, fields.map { Shape($0) })
            case .record(let parts), .list(let parts): self = .parts(parts.map { Shape($0) })
            case .count, .text, .message: self = .any
            }
        }
    }

    let status: AnswerStatus
    private let rules: [RuleReference]
    private let outcome: Shape?

    init(_ answer: Answer) {
        status = answer.status
        rules = answer.rules
        outcome = answer.outcome.map { Shape($0) }
    }
}
