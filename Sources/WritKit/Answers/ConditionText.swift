import WritEngine
import WritSemantics
import WritSource

/// Says what a condition asks as its author wrote it, and in the same words where only a part of it is written: a table's cell
/// does not name its column, a dated row does not name the day, and a rule that is overridden not the other's condition.
struct ConditionText {
    private let model: CheckedModel
    private let columns: Set<LocalID>
    /// By the place of a rule, and that of the condition of one that overrides it, the latter's name.
    private let overriding: [SourceLocation: [SourceLocation: String]]

    init(model: CheckedModel) {
        self.model = model
        columns = Set(model.decisions.flatMap(\.columns).map(\.local))
        var overriding: [SourceLocation: [SourceLocation: String]] = [:]
        for decision in model.decisions {
            for rule in decision.rules {
                for target in rule.overrides {
                    overriding[decision.rules[target].location, default: [:]][rule.condition.location] = rule.name
                }
            }
        }
        self.overriding = overriding
    }

    /// One operand of a rule's conjunction.
    func text(of condition: Term, in rule: TriedRule) -> String {
        if condition.negatedInPlace != nil, let other = overriding[rule.location]?[condition.location] {
            return "\(other) does not apply"
        }
        return text(of: condition)
    }

    func text(of condition: Term) -> String {
        if let column = column(of: condition) { return words(condition, model[column].name, isNegated: false) }
        guard case .compare(let ordering, let left, let right) = condition.kind, left.location == condition.location,
            !condition.location.text.hasPrefix("in force")
        else { return condition.location.text }
        return "\(name(of: left)) \(ordering.rawValue) \(right.location.text)"
    }

    /// What a value is called that a test weighs.
    func name(of value: Term) -> String {
        switch value.kind {
        case .local(let id) where columns.contains(id): model[id].name
        case .fact(let id): model[id].heading.name
        case .rescale(let operand, _), .bounded(let operand): name(of: operand)
        default: value.location.text
        }
    }

    // MARK: Cells

    /// The column whose cell it is.
    private func column(of condition: Term) -> LocalID? {
        switch condition.kind {
        case .not(let operand): column(of: operand)
        case .and(let operands), .or(let operands): operands.first.flatMap(column)
        case .compare(_, let value, _), .equal(let value, _), .isCase(let value, _), .isKnown(let value): asked(value)
        default: nil
        }
    }

    private func asked(_ value: Term) -> LocalID? {
        switch value.kind {
        case .local(let id): columns.contains(id) ? id : nil
        case .rescale(let operand, _), .bounded(let operand): asked(operand)
        default: nil
        }
    }

    private func words(_ test: Term, _ column: String, isNegated: Bool) -> String {
        let not = isNegated ? " not" : ""
        if let value = value(test) { return "\(column) is\(not) \(value)" }
        switch test.kind {
        case .not(let operand): return words(operand, column, isNegated: !isNegated)
        case .or(let tests): return alternatives(tests, column, isNegated)
        case .isKnown: return "\(column) is \(isNegated ? "unknown" : "known")"
        case .and(let ends): return "\(column)\(not) in \(ends[0].location.text)"
        case .compare(let ordering, _, let bound):
            // Either end of an interval stands where the whole does.
            if let first = test.location.text.first, "[(".contains(first) {
                return "\(column) in \(test.location.text)"
            }
            let text = "\(column) \(ordering.rawValue) \(bound.location.text)"
            return isNegated ? "not (\(text))" : text
        default: return test.location.text
        }
    }

    /// Values that stand beside each other are one set.
    private func alternatives(_ tests: [Term], _ column: String, _ isNegated: Bool) -> String {
        var groups: [(values: [String], text: String)] = []
        for test in tests {
            if let value = value(test), groups.last?.values.isEmpty == false {
                groups[groups.count - 1].values.append(value)
            } else {
                groups.append((value(test).map { [$0] } ?? [], words(test, column, isNegated: false)))
            }
        }
        let not = isNegated && groups.count == 1 ? " not" : ""
        let texts = groups.map { values, text in
            values.count > 1 ? "\(column)\(not) in {\(values.joined(separator: ", "))}" : text
        }
        let text = texts.joined(separator: " or ")
        return isNegated && groups.count > 1 ? "not (\(text))" : text
    }

    /// The value that a test compares with, as it is written.
    private func value(_ test: Term) -> String? {
        switch test.kind {
        case .equal(_, let value): return value.location.text
        case .isCase(let asked, let index):
            guard case .variant(let id) = asked.type else { return nil }
            return model[id].cases[index].name
        default: return nil
        }
    }
}
