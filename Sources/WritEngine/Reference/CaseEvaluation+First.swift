import WritSemantics

extension CaseEvaluation {
    /// `first x in xs where c`, or with a key the one whose key is least or greatest.
    func first(_ form: ListForm, _ key: Term?, _ descending: Bool, _ term: Term, _ locals: Locals) -> Evaluated {
        guard let key else { return firstMatch(form, term, locals) }
        let keyed = passing(form, locals) { element in
            let key = self.evaluate(key, locals)
            return (Keyed(element: element, key: key), key.cause)
        }
        switch keyed {
        case .failure(let unknown): return .unknown(unknown.cause)
        case .success(let candidates): return best(candidates, key.type, descending) ?? nothing(term)
        }
    }

    /// The earliest of those with the best key.
    private func best(_ candidates: [Keyed], _ type: WritType, _ descending: Bool) -> Evaluated? {
        guard var best = candidates.first else { return nil }
        for candidate in candidates.dropFirst() {
            let order = order(candidate.key, type, best.key, type)
            if descending ? order > 0 : order < 0 { best = candidate }
        }
        return best.element
    }

    /// Elements that might match before the first that does leave it open which is first.
    private func firstMatch(_ form: ListForm, _ term: Term, _ locals: Locals) -> Evaluated {
        switch elements(form.list, locals) {
        case .failure(let unknown): return .unknown(unknown.cause)
        case .success(let elements):
            var open: Cause?
            for element in elements {
                locals.values[form.local] = element
                let filter = form.filter.map { datum($0, locals) } ?? .boolean(true)
                if filter == .boolean(true) { return open.map { .unknown($0) } ?? element }
                open = Cause.merging([open, filter.causeIfUnknown])
            }
            return open.map { .unknown($0) } ?? nothing(term)
        }
    }

    private func nothing(_ term: Term) -> Evaluated { .unknown(.nothing(Absence(.noElement, at: term.location))) }
}

/// An element that passes, with what it is ordered by.
private struct Keyed {
    var element: Evaluated
    var key: Evaluated
}
