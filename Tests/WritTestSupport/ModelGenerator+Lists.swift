import WritSemantics

extension ModelGenerator {
    func list(_ element: WritType, _ depth: Int) -> Term {
        switch random.below(3) {
        case 0: return builder.term(.makeList((0..<random.below(4)).map { _ in kept(element, depth) }), .list(element))
        case 1:
            let (source, local) = anySource(depth)
            let (filter, value) = inScope([local]) { (anyFilter(depth), kept(element, depth)) }
            return builder.term(.map(local, list: source, filter: filter, value: value), .list(element))
        default: return leaf(.list(element))
        }
    }

    func quantifier(_ depth: Int) -> Term {
        let (source, local) = anySource(depth)
        let body = inScope([local]) { term(.boolean, depth) }
        return builder.term(.quantifier(random.pick([.any, .every, .no]), local, list: source, body: body), .boolean)
    }

    func count(_ depth: Int) -> Term {
        let (source, local) = anySource(depth)
        let filter = inScope([local]) { anyFilter(depth) }
        return builder.term(.count(local, list: source, filter: filter), .integer)
    }

    /// Sum, least or greatest; dates and times have no sum.
    func aggregate(_ type: WritType, _ depth: Int) -> Term? {
        let hasSum = type != .date && type != .time && type != .instant
        let aggregate = random.pick(hasSum ? [Term.Aggregate.sum, .sum, .min, .max] : [.min, .max])
        let (source, local) = anySource(depth)
        let (filter, value) = inScope([local]) { (anyFilter(depth), term(type, depth)) }
        return builder.term(.aggregate(aggregate, local, list: source, filter: filter, value: value), type)
    }

    func average(_ depth: Int) -> Term? {
        let (source, local) = anySource(depth)
        let (filter, value) = inScope([local]) {
            (anyFilter(depth), term(random.pick([.integer, .number(scale: 2)]), depth))
        }
        return builder.term(.aggregate(.average, local, list: source, filter: filter, value: value), .quotient(.number))
    }

    /// An element of a list of this type.
    func first(_ type: WritType, _ depth: Int) -> Term? {
        guard listTypes.contains(.list(type)) else { return nil }
        let list = term(.list(type), depth)
        let local = builder.local("x", type)
        let (filter, key) = inScope([local]) {
            (anyFilter(depth), random.chance(50) ? term(random.pick(quantityTypes), depth) : nil)
        }
        let kind = Term.Kind.first(local, list: list, filter: filter, key: key, descending: random.chance(50))
        return builder.term(kind, type)
    }

    private func anyFilter(_ depth: Int) -> Term? { random.chance(70) ? term(.boolean, depth) : nil }

    /// A list and a variable for its elements.
    private func anySource(_ depth: Int) -> (Term, LocalID) {
        guard case .list(let element) = random.pick(listTypes + [.list(.record(line)), .list(.record(line))]) else {
            preconditionFailure("not a list")
        }
        return (term(.list(element), min(depth, 1)), builder.local("x", element))
    }
}
