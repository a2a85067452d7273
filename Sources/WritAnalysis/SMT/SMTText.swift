/// Pieces of SMT-LIB 2.
enum SMTText {
    static func number(_ value: Int128) -> String { value < 0 ? "(- \(value.magnitude))" : "\(value)" }

    static func apply(_ function: String, _ arguments: [String]) -> String {
        arguments.isEmpty ? function : "(\(function) \(arguments.joined(separator: " ")))"
    }

    static func all(_ parts: [String]) -> String {
        parts.count > 1 ? apply("and", parts) : parts.first ?? "true"
    }

    static func any(_ parts: [String]) -> String {
        parts.count > 1 ? apply("or", parts) : parts.first ?? "false"
    }

    static func not(_ part: String) -> String { "(not \(part))" }
    static func negated(_ term: String) -> String { "(- \(term))" }
    static func choose(_ condition: String, _ yes: String, _ no: String) -> String {
        condition == "true" ? yes : "(ite \(condition) \(yes) \(no))"
    }

    static func times(_ factor: String, _ term: String) -> String {
        if factor == "1" { return term }
        return factor == "(- 1)" ? negated(term) : "(* \(factor) \(term))"
    }

    static func sum(_ terms: [String]) -> String {
        terms.count > 1 ? apply("+", terms) : terms.first ?? "0"
    }

    static func isWithin(_ term: String, _ interval: Interval) -> String {
        if let value = interval.single { return "(= \(term) \(number(value)))" }
        return "(<= \(number(interval.low)) \(term) \(number(interval.high)))"
    }

    /// Whether a term has one of these values, said in runs of neighbours.
    static func isMember(_ term: String, of mask: ValueMask) -> String {
        var runs: [Interval] = []
        for number in mask.values {
            let value = Int128(number)
            if let last = runs.last, last.high == value - 1 {
                runs[runs.count - 1].high = value
            } else {
                runs.append(Interval(value))
            }
        }
        return any(runs.map { isWithin(term, $0) })
    }
}
