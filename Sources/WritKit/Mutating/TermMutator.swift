import WritSemantics
import WritSource

/// Makes the small changes of a term that its author could have written by mistake.
struct TermMutator {
    let words: MutationWords

    /// All of them, those of a term before those of its operands.
    func mutations(of term: Term) -> [TermMutation] { mutations(of: term, in: nil, at: 0) }

    private func mutations(of term: Term, in parent: Term?, at index: Int) -> [TermMutation] {
        var found = own(term, in: parent, at: index)
        if case .message = term.kind { return found }
        for (index, operand) in term.operands.enumerated() {
            for inner in mutations(of: operand, in: term, at: index) {
                found.append(
                    TermMutation(
                        term: term.replacingOperand(at: index, with: inner.term), location: inner.location,
                        description: inner.description))
            }
        }
        return found
    }

    /// The changes of the term itself.
    private func own(_ term: Term, in parent: Term?, at index: Int) -> [TermMutation] {
        switch term.kind {
        case .constant(let datum): return constants(datum, term, in: parent, at: index)
        case .compare(let ordering, let left, let right):
            return [make(.compare(ordering.neighbour, left, right), term, neighbour(ordering, right, term))]
        case .equal, .isCase, .memberOf, .text, .like, .isKnown, .isWorkingDay:
            // A `not` around it is dropped, and a set loses its values one by one, which is the same change.
            if parent?.isNegation == true || parent?.isSetOfValues == true { return [] }
            return [make(.not(term), term, "\(words.quoted(term)) turned round")]
        case .not(let operand):
            let change = operand.location == term.location || operand.isTest ? "turned round" : "without its `not`"
            return [
                TermMutation(term: operand, location: term.location, description: "\(words.quoted(term)) \(change)")
            ]
        case .and, .or: return junctions(term)
        case .quantifier(let quantifier, let local, let list, let body):
            let other: Term.Quantifier = quantifier == .any ? .every : .any
            let change = "\(words.quoted(term)) with `\(quantifier.rawValue)` as `\(other.rawValue)`"
            return [make(.quantifier(other, local, list: list, body: body), term, change)]
        case .add(let left, let right): return [make(.subtract(left, right), term, "\(words.quoted(term)) as `-`")]
        case .subtract(let left, let right): return [make(.add(left, right), term, "\(words.quoted(term)) as `+`")]
        default: return []
        }
    }

    private func make(_ kind: Term.Kind, _ term: Term, _ description: String) -> TermMutation {
        TermMutation(term: Term(kind, term.type, term.location), location: term.location, description: description)
    }

    /// The two ends of an interval stand where the whole does, so they are told apart by their bounds.
    private func neighbour(_ ordering: Term.Ordering, _ bound: Term, _ term: Term) -> String {
        guard let first = term.location.text.first,
            "[(".contains(first) || !term.location.text.contains(ordering.rawValue)
        else { return "\(words.quoted(term)) as `\(ordering.neighbour.rawValue)`" }
        let change = ordering.isInclusive ? "left out" : "included"
        return "\(words.quoted(term)) with \(words.quoted(bound.location.text)) \(change)"
    }

    private func junctions(_ term: Term) -> [TermMutation] {
        switch term.kind {
        case .and(let operands):
            if operands.count < 2 || operands.allSatisfy({ $0.location == operands[0].location }) { return [] }
            return [make(.or(operands), term, "\(words.quoted(term)) with `and` as `or`")]
        case .or(let operands) where term.isSetOfValues:
            return operands.indices.map { index in
                var rest = operands
                let left = rest.remove(at: index)
                let kind = rest.count == 1 ? rest[0].kind : Term.Kind.or(rest)
                return TermMutation(
                    term: Term(kind, term.type, term.location), location: left.location,
                    description: "\(words.quoted(term)) without \(words.quoted(left.location.text))")
            }
        case .or(let operands):
            if operands.count < 2 { return [] }
            return [make(.and(operands), term, "\(words.quoted(term)) with `or` as `and`")]
        default: return []
        }
    }

    // MARK: Constants

    private func constants(_ datum: Datum, _ term: Term, in parent: Term?, at index: Int) -> [TermMutation] {
        switch datum {
        case .boolean(let truth): return [constant(.boolean(!truth), term, in: parent)]
        // What is not written as a number is a unit, such as the day of `3 days`.
        case .count(let count) where term.type.isQuantity && term.location.text.contains(where: \.isNumber):
            return steps(term, in: parent, at: index).map { constant(.count(count + $0), term, in: parent) }
        default: return []
        }
    }

    private func constant(_ datum: Datum, _ term: Term, in parent: Term?) -> TermMutation {
        let new = words.literal(datum, term.type)
        var change = "\(words.quoted(term.location.text)) as `\(new)`"
        if let parent, parent.location != term.location { change = "\(words.quoted(parent)) with \(change)" }
        return make(.constant(datum), term, change)
    }

    /// One unit either way; but not the way that the neighbour of the comparison it stands in goes already.
    private func steps(_ term: Term, in parent: Term?, at index: Int) -> [Int128] {
        let step = term.type.smallestStep
        guard step == 1, index == 1, case .compare(let ordering, let left, _)? = parent?.kind, left.type == term.type
        else { return [-step, step] }
        switch ordering {
        case .less, .greaterOrEqual: return [-step]
        case .lessOrEqual, .greater: return [step]
        }
    }
}

extension Term.Ordering {
    /// The same but for the bound itself.
    var neighbour: Term.Ordering {
        switch self {
        case .less: .lessOrEqual
        case .lessOrEqual: .less
        case .greater: .greaterOrEqual
        case .greaterOrEqual: .greater
        }
    }

    var isInclusive: Bool { self == .lessOrEqual || self == .greaterOrEqual }
}

extension Term {
    fileprivate var isNegation: Bool {
        if case .not = kind { true } else { false }
    }

    /// A test that its author may write the other way round, with `is not`.
    fileprivate var isTest: Bool {
        switch kind {
        case .equal, .isCase, .memberOf, .text, .like, .isKnown, .isWorkingDay: true
        default: isSetOfValues
        }
    }

    /// `x in {a, b}`: tests of one value, which is written once.
    var isSetOfValues: Bool {
        guard case .or(let operands) = kind, operands.count > 1, let first = operands[0].testedValue else {
            return false
        }
        return operands.allSatisfy { $0.testedValue?.location == first.location }
    }

    /// The value whose equality with another is tested.
    private var testedValue: Term? {
        switch kind {
        case .equal(let value, _), .isCase(let value, _): value
        default: nil
        }
    }
}

extension WritType {
    /// The least change that a person would write: one of the type's counts, a minute of what is counted in microseconds.
    var smallestStep: Int128 {
        switch self {
        case .time, .instant, .amount(.elapsed), .amount(.workingTime): 60_000_000
        default: 1
        }
    }
}
