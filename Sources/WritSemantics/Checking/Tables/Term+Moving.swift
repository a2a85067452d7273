import WritSource

extension Term {
    /// The same term, read from the same text at another place. Nil for a form that cells rarely have, or where a part was read
    /// elsewhere.
    func moved(from place: SourceLocation, to other: SourceLocation) -> Term? {
        guard location.file === place.file, location.range.lower >= place.range.lower else { return nil }
        func moved(_ term: Term) -> Term? { term.moved(from: place, to: other) }
        func moved(_ terms: [Term]) -> [Term]? {
            var result: [Term] = []
            result.reserveCapacity(terms.count)
            for term in terms {
                guard let term = moved(term) else { return nil }
                result.append(term)
            }
            return result
        }
        let kind: Kind
        switch self.kind {
        case .constant(.boolean), .constant(.count), .constant(.text), .param, .fact, .local: kind = self.kind
        case .constant(.variant(_, let fields)) where fields.isEmpty: kind = self.kind
        case .not(let operand):
            guard let operand = moved(operand) else { return nil }
            kind = .not(operand)
        case .isKnown(let operand):
            guard let operand = moved(operand) else { return nil }
            kind = .isKnown(operand)
        case .isCase(let operand, let index):
            guard let operand = moved(operand) else { return nil }
            kind = .isCase(operand, index)
        case .compare(let ordering, let left, let right):
            guard let left = moved(left), let right = moved(right) else { return nil }
            kind = .compare(ordering, left, right)
        case .equal(let left, let right):
            guard let left = moved(left), let right = moved(right) else { return nil }
            kind = .equal(left, right)
        case .and(let operands):
            guard let operands = moved(operands) else { return nil }
            kind = .and(operands)
        case .or(let operands):
            guard let operands = moved(operands) else { return nil }
            kind = .or(operands)
        default: return nil
        }
        let lower = location.range.lower - place.range.lower + other.range.lower
        return Term(kind, type, SourceLocation(other.file, SourceRange(lower, lower + location.range.count)))
    }
}
