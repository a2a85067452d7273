import WritSemantics

extension AnswerComparison {
    /// In what another evaluator's answer differs from this one; nil when it does not. Everything counts but its address.
    func disagreement(with other: Answer, _ broken: [Promise]) -> String? {
        if decided.broken.map(\.heading.location) != broken.map(\.heading.location) {
            return "the broken promises differ"
        }
        if answer.status != other.status { return "status: \(answer.status.rawValue), but \(other.status.rawValue)" }
        if answer.outcome != other.outcome { return "the outcomes differ" }
        if answer.actions != other.actions { return "the actions differ" }
        if answer.rules != other.rules { return "the rules differ" }
        if answer.held != other.held { return "the held rules differ" }
        if answer.because != other.because { return "the reasons differ" }
        if answer.sources != other.sources { return "the sources differ" }
        if answer.needs != other.needs { return "the needed facts differ" }
        if answer.fault != other.fault { return "the faults differ" }
        if answer.certain != other.certain { return "what is certain differs" }
        return nil
    }
}

extension Datum {
    var isUnknown: Bool {
        if case .unknown = self { return true }
        return false
    }

    /// Equality in which an unknown is any other unknown, whatever its cause.
    func matches(_ other: Datum) -> Bool {
        switch (self, other) {
        case (.unknown, .unknown): return true
        case (.record(let left), .record(let right)), (.list(let left), .list(let right)):
            return Self.match(left, right)
        case (.variant(let index, let left), .variant(let other, let right)):
            return index == other && Self.match(left, right)
        default: return self == other
        }
    }

    private static func match(_ left: [Datum], _ right: [Datum]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0.matches($1) }
    }
}
