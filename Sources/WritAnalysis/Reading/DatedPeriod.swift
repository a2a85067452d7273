import WritEngine
import WritSemantics
import WritSource

/// The days, or the moments, on which a rule, a row or a param's value is in force; both ends belong to it.
struct DatedPeriod {
    /// What decides: `today`, or what `by` names.
    var anchor: Term
    /// The ends of all time where nothing is written.
    var range: ClosedRange<Int128>
    var location: SourceLocation

    /// The period among the operands of a condition, and what else the condition asks.
    static func split(_ condition: Term, _ model: CheckedModel) -> (period: DatedPeriod?, rest: [Term]) {
        var operands = [condition]
        if case .and(let terms) = condition.kind { operands = terms }
        var period: DatedPeriod?
        var rest: [Term] = []
        for operand in operands {
            if let bound = bound(operand, model) {
                period = period.map { $0.narrowed(to: bound) } ?? bound
            } else if !operand.isTrue {
                rest.append(operand)
            }
        }
        return (period, rest)
    }

    /// What one end of a period asks, as the checker writes it; nil for a comparison that the author wrote.
    private static func bound(_ term: Term, _ model: CheckedModel) -> DatedPeriod? {
        guard case .compare(let ordering, let anchor, let end) = term.kind,
            anchor.type == .date || anchor.type == .instant,
            isWritten(asPeriod: term, anchor), let count = count(end, model)
        else { return nil }
        switch ordering {
        case .greaterOrEqual: return DatedPeriod(anchor: anchor, range: count...(.max), location: term.location)
        case .lessOrEqual: return DatedPeriod(anchor: anchor, range: (.min)...count, location: term.location)
        case .less, .greater: return nil
        }
    }

    /// The comparison of a period stands where the whole period does. So does its anchor, unless `by` names one; then the period
    /// begins with `in`, and no expression does.
    static func isWritten(asPeriod term: Term, _ anchor: Term) -> Bool {
        if anchor.location == term.location { return true }
        let words = term.location.text
        return words.hasPrefix("in") && words.dropFirst(2).first?.isWhitespace == true
    }

    private static func count(_ term: Term, _ model: CheckedModel) -> Int128? {
        if case .constant(.count(let count)) = term.kind { return count }
        let value = ReferenceEvaluator(model, facts: .empty(of: model)).evaluate(term)
        if case .count(let count) = value { return count }
        return nil
    }

    private func narrowed(to other: DatedPeriod) -> DatedPeriod {
        let lower = max(range.lowerBound, other.range.lowerBound)
        let upper = max(lower, min(range.upperBound, other.range.upperBound))
        return DatedPeriod(anchor: anchor, range: lower...upper, location: location)
    }
}

extension Term {
    fileprivate var isTrue: Bool {
        if case .constant(.boolean(true)) = kind { return true }
        return false
    }
}
