import WritSemantics

/// A list form: its variable, its list and which elements count.
struct ListForm {
    var local: LocalID
    var list: Term
    var filter: Term?

    init(_ local: LocalID, _ list: Term, _ filter: Term?) {
        self.local = local
        self.list = list
        self.filter = filter
    }
}

extension CaseEvaluation {
    /// The elements with their places among the facts; or why the list is unknown.
    func elements(_ list: Term, _ locals: Locals) -> Result<[Evaluated], UnknownValue> {
        let value = evaluate(list, locals)
        used(value, list.type)
        switch value.datum {
        case .list(let elements):
            return .success(elements.enumerated().map { Evaluated($1, path: value.path?.appending(.element($0))) })
        case .unknown(let cause): return .failure(UnknownValue(cause))
        default: preconditionFailure("not a list")
        }
    }

    /// True for one element is true, unknown for one is unknown, else false.
    func disjunction(of list: Term, _ locals: Locals, _ test: (Evaluated, WritType) -> Datum) -> Datum {
        guard case .list(let type) = list.type else { preconditionFailure("not a list") }
        switch elements(list, locals) {
        case .failure(let unknown): return .unknown(unknown.cause)
        case .success(let elements): return disjunction(elements.map { test($0, type) })
        }
    }

    func quantifier(
        _ quantifier: Term.Quantifier, _ local: LocalID, _ list: Term, _ body: Term, _ locals: Locals
    ) -> Datum {
        switch elements(list, locals) {
        case .failure(let unknown): return .unknown(unknown.cause)
        case .success(let elements):
            let results = elements.map { element in
                locals.values[local] = element
                return datum(body, locals)
            }
            noteWeighed((evaluate(list, locals), list.type))
            return switch quantifier {
            case .any: disjunction(results)
            case .every: conjunction(results)
            case .no: negation(disjunction(results))
            }
        }
    }

    /// The elements that pass, each with what `value` is of it; unknown when a filter or, of one that passes, a value is.
    func passing<Value>(
        _ form: ListForm, _ locals: Locals, _ value: (Evaluated) -> (value: Value, cause: Cause?)
    ) -> Result<[Value], UnknownValue> {
        elements(form.list, locals).flatMap { elements in
            var values: [Value] = []
            var causes: [Cause?] = []
            for element in elements {
                locals.values[form.local] = element
                let filter = form.filter.map { datum($0, locals) } ?? .boolean(true)
                causes.append(filter.causeIfUnknown)
                guard filter == .boolean(true) else { continue }
                let (value, cause) = value(element)
                causes.append(cause)
                values.append(value)
            }
            return Cause.merging(causes).map { .failure(UnknownValue($0)) } ?? .success(values)
        }
    }

    func count(_ form: ListForm, _ locals: Locals) -> Datum {
        switch passing(form, locals, { ($0, nil) }) {
        case .failure(let unknown): .unknown(unknown.cause)
        case .success(let elements): .count(Int128(elements.count))
        }
    }

    /// The elements' values may be unknown; whether they belong to the list may not.
    func map(_ form: ListForm, _ value: Term, _ locals: Locals) -> Datum {
        switch passing(form, locals, { _ in (Evaluated(self.wholeDatum(value, locals)), nil) }) {
        case .failure(let unknown): .unknown(unknown.cause)
        case .success(let values): .list(values.map(\.datum))
        }
    }

    func aggregate(
        _ aggregate: Term.Aggregate, _ form: ListForm, _ value: Term, _ term: Term, _ locals: Locals
    ) -> Evaluated {
        let passed = passing(form, locals) { _ in
            let value = self.evaluate(value, locals)
            return (value, value.cause)
        }
        switch passed {
        case .failure(let unknown): return .unknown(unknown.cause)
        case .success(let values):
            let counts = values.map(\.datum.asCount)
            if counts.isEmpty, aggregate != .sum { return .unknown(.nothing(Absence(.noElement, at: term.location))) }
            return switch aggregate {
            case .sum: Evaluated(total(counts, value.type, term))
            case .min: Evaluated(.count(counts.min()!))
            case .max: Evaluated(.count(counts.max()!))
            case .average: average(counts, value.type, term)
            }
        }
    }

    /// Added up in order; a step that leaves `Int128` is a fault.
    private func total(_ counts: [Int128], _ type: WritType, _ term: Term) -> Datum {
        var total: Int128 = 0
        for count in counts {
            let (next, overflow) = total.addingReportingOverflow(count)
            if overflow { return .faulted(.overflow, at: term, FaultDetail.operation(total, type, "+", count, type)) }
            total = next
        }
        return .count(total)
    }

    private func average(_ counts: [Int128], _ type: WritType, _ term: Term) -> Evaluated {
        guard case .count(let total) = total(counts, type, term) else {
            return Evaluated(self.total(counts, type, term))
        }
        return Evaluated(Ratio(total, scale: type.scale, over: Int128(counts.count)))
    }
}

/// Why a value is unknown, as the failure of a result.
struct UnknownValue: Error {
    let cause: Cause
    init(_ cause: Cause) { self.cause = cause }
}
