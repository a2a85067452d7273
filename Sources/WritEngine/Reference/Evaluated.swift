import WritSemantics

/// What a term comes to.
struct Evaluated: Hashable {
    enum Content: Hashable {
        case datum(Datum)
        case quotient(Ratio)
    }
    var content: Content
    /// The fact, or the part of one, that was read to get it; nil for what was calculated, and when nobody observes.
    var path: FactPath?

    init(_ datum: Datum, path: FactPath? = nil) {
        content = .datum(datum)
        self.path = path
    }

    init(_ quotient: Ratio) { content = .quotient(quotient) }

    static func unknown(_ cause: Cause) -> Evaluated { Evaluated(.unknown(cause)) }

    /// The value in the form that crosses borders; a quotient has none.
    var datum: Datum {
        guard case .datum(let datum) = content else { preconditionFailure("a quotient is only compared or rounded") }
        return datum
    }

    /// Why it is unknown, if it is.
    var cause: Cause? {
        if case .datum(.unknown(let cause)) = content { cause } else { nil }
    }

    /// As a fraction, for comparing and rounding: a count is itself over 1. Nil for what is no quantity.
    func ratio(scale: Int) -> Ratio? {
        switch content {
        case .quotient(let ratio): ratio
        case .datum(.count(let count)): Ratio(count, scale: scale)
        case .datum: nil
        }
    }
}

extension Cause {
    /// All of them, left to right; nil when there are none.
    static func merging(_ causes: some Sequence<Cause?>) -> Cause? {
        causes.reduce(nil) { merged, cause in
            guard let cause else { return merged }
            return merged?.merged(with: cause) ?? cause
        }
    }
}

extension Datum {
    /// Why it is unknown, if it is.
    var causeIfUnknown: Cause? {
        if case .unknown(let cause) = self { cause } else { nil }
    }

    static func faulted(_ kind: Fault.Kind, at term: Term, _ detail: String) -> Datum {
        .unknown(.fault(Fault(kind, at: term.location, detail: detail)))
    }
}
