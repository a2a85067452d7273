import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Thresholds that belong to nobody: numbers in a condition that are no param, stand in no table, and whose rule has no source.
enum UnownedCheck: AnalysisCheck {
    static func findings(in model: CheckedModel) -> [Finding] {
        let defines = model.defines.compactMap { finding("define `\($0.heading.name)`", [$0.body], isRule: false) }
        let rules = model.decisions.indices.flatMap { index in
            model.decisions[index].rules.filter(isJudged).compactMap { rule in
                finding("rule `\(rule.name)`", ownConditions(of: rule), isRule: true, decision: DecisionID(index))
            }
        }
        return defines + rules
    }

    /// A row's numbers are seen and changed in the table; those of a rule with a source are the source's.
    private static func isJudged(_ rule: Rule) -> Bool {
        rule.origin == .written && rule.conclusion.source == nil
    }

    /// The condition without its period and without the conditions of rules that override it: those are judged there.
    private static func ownConditions(of rule: Rule) -> [Term] {
        guard case .and(let operands) = rule.condition.kind else { return [rule.condition] }
        return operands.filter { operand in
            if case .not(let other) = operand.kind, other.location == operand.location { return false }
            return true
        }
    }

    private static func finding(
        _ owner: String, _ terms: [Term], isRule: Bool, decision: DecisionID? = nil
    ) -> Finding? {
        var finder = ThresholdFinder()
        for term in terms where !term.isPeriodBound { finder.visit(term) }
        let places = finder.places.reduce(into: [SourceLocation]()) { if !$0.contains($1) { $0.append($1) } }
        guard let first = places.first else { return nil }
        let remedy =
            isRule
            ? "make it a param with a `source`, put it in a table, or give the rule a `source`"
            : "make it a param with a `source`, or put it in a table"
        return Finding(
            .unowned, "\(owner) compares with \(first.text), and nothing says whose number that is",
            at: Label(first, "whose number?"), also: places.dropFirst().map { Label($0, "and this one") },
            help: remedy, decision: decision)
    }
}

/// Finds the numbers written into comparisons.
private struct ThresholdFinder {
    var places: [SourceLocation] = []

    mutating func visit(_ term: Term) {
        switch term.kind {
        case .compare(_, let left, let right), .equal(let left, let right):
            gather(left)
            gather(right)
        case .memberOf(_, let list):
            if case .makeList(let elements) = list.kind { elements.forEach { gather($0) } }
        default: break
        }
        term.forEachOperand { visit($0) }
    }

    /// The numbers from which a side of a comparison is calculated.
    private mutating func gather(_ term: Term) {
        switch term.kind {
        case .constant(.count(let count)):
            if !isPlain(count, term.type), isWritten(term) { places.append(term.location) }
        case .rescale(let operand, _), .negate(let operand), .round(let operand, _, _), .bounded(let operand):
            gather(operand)
        case .add(let left, let right), .subtract(let left, let right), .multiply(let left, let right),
            .divide(let left, let right):
            gather(left)
            gather(right)
        case .extreme(_, let operands): operands.forEach { gather($0) }
        case .shift(let shift):
            gather(shift.amount)
            gather(shift.anchor)
        default: break
        }
    }

    /// The unit of `grace hours` is a number too, but nobody wrote one.
    private func isWritten(_ term: Term) -> Bool {
        term.location.text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Nothing and one are counted with, not decided by.
    private func isPlain(_ count: Int128, _ type: WritType) -> Bool {
        if count == 0 { return true }
        switch type {
        case .number(let scale): return count == (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
        case .amount: return count == 1
        case .date, .time, .instant, .money: return false
        default: return true
        }
    }
}

extension Term {
    /// Whether the checker wrote it for `in force`.
    fileprivate var isPeriodBound: Bool {
        guard case .compare(_, let anchor, _) = kind else { return false }
        return DatedPeriod.isWritten(asPeriod: self, anchor)
    }
}
