import WritSemantics
import WritValues

extension CaseEvaluation {
    func compare(_ ordering: Term.Ordering, _ left: Term, _ right: Term, _ locals: Locals) -> Datum {
        let values = (evaluate(left, locals), evaluate(right, locals))
        noteComparison(values.0, left.type, values.1, right.type)
        noteWeighed((values.0, left.type), (values.1, right.type))
        if let cause = Cause.merging([values.0.cause, values.1.cause]) { return .unknown(cause) }
        return .boolean(ordering.holds(order(values.0, left.type, values.1, right.type)))
    }

    /// Negative, zero or positive: two known quantities or quotients, exactly.
    func order(_ left: Evaluated, _ leftType: WritType, _ right: Evaluated, _ rightType: WritType) -> Int {
        if case .datum(.count(let mine)) = left.content, case .datum(.count(let theirs)) = right.content {
            return Exact.compare(mine, scale: leftType.scale, with: theirs, scale: rightType.scale)
        }
        guard let left = left.ratio(scale: leftType.scale), let right = right.ratio(scale: rightType.scale) else {
            preconditionFailure("only quantities have an order")
        }
        return left.compared(with: right)
    }

    func equal(_ left: Term, _ right: Term, _ locals: Locals) -> Datum {
        let values = (evaluate(left, locals), evaluate(right, locals))
        used(values.0, left.type)
        used(values.1, right.type)
        noteWeighed((values.0, left.type), (values.1, right.type))
        return equal(values.0, left.type, values.1, right.type)
    }

    func isMember(_ value: Term, of list: Term, _ locals: Locals) -> Datum {
        let sought = evaluate(value, locals)
        used(sought, value.type)
        let result = disjunction(of: list, locals) { element, type in self.equal(sought, value.type, element, type) }
        if Observer.isObserving { noteWeighed((sought, value.type), (evaluate(list, locals), list.type)) }
        return result
    }

    private func equal(_ left: Evaluated, _ leftType: WritType, _ right: Evaluated, _ rightType: WritType) -> Datum {
        noteComparison(left, leftType, right, rightType)
        if let cause = Cause.merging([left.cause, right.cause]) { return .unknown(cause) }
        guard case .datum(let mine) = left.content, case .datum(let theirs) = right.content else {
            return .boolean(order(left, leftType, right, rightType) == 0)
        }
        return equal(mine, leftType, theirs, rightType)
    }

    /// Part by part: false if one differs for certain, else unknown if one is, else true.
    private func equal(_ left: Datum, _ leftType: WritType, _ right: Datum, _ rightType: WritType) -> Datum {
        switch (left, right) {
        case (.unknown, _), (_, .unknown):
            return .unknown(Cause.merging([left.causeIfUnknown, right.causeIfUnknown])!)
        case (.count(let a), .count(let b)):
            return .boolean(Exact.compare(a, scale: leftType.scale, with: b, scale: rightType.scale) == 0)
        case (.text(let a), .text(let b)): return .boolean(a.utf8.elementsEqual(b.utf8))
        case (.record(let a), .record(let b)): return equalParts(a, slotTypes(leftType), b, slotTypes(rightType))
        case (.variant(let i, let a), .variant(let j, let b)):
            if i != j { return .boolean(false) }
            return equalParts(a, slotTypes(leftType, i), b, slotTypes(rightType, j))
        case (.list(let a), .list(let b)):
            guard a.count == b.count, case .list(let mine) = leftType, case .list(let theirs) = rightType else {
                return .boolean(false)
            }
            return equalParts(a, a.map { _ in mine }, b, b.map { _ in theirs })
        default: return .boolean(left == right)
        }
    }

    private func equalParts(_ a: [Datum], _ aTypes: [WritType], _ b: [Datum], _ bTypes: [WritType]) -> Datum {
        conjunction(a.indices.map { equal(a[$0], aTypes[$0], b[$0], bTypes[$0]) })
    }

    /// The types of the fields of a record, or of a variant's case; a calendar has none.
    private func slotTypes(_ type: WritType, _ index: Int = 0) -> [WritType] {
        switch type {
        case .record(let id): model[id].fields.map(\.type)
        case .variant(let id): model[id].cases[index].fields.map(\.type)
        default: []
        }
    }

    func noteComparison(_ left: Evaluated, _ leftType: WritType, _ right: Evaluated, _ rightType: WritType) {
        guard Observer.isObserving else { return }
        observer.compared(ObservedComparison(left: side(left, leftType), right: side(right, rightType)))
    }

    /// What a test was made of, for who asks what a condition came down to.
    func noteWeighed(_ values: (Evaluated, WritType)...) {
        guard Observer.isObserving else { return }
        observer.weighed(values.map(side))
    }

    /// A quotient is shown with a few decimals more than anybody counts in.
    private func side(_ value: Evaluated, _ type: WritType) -> ObservedComparison.Side {
        switch value.content {
        case .datum(let datum):
            return ObservedComparison.Side(value: datum, type: type, isRounded: false, path: value.path)
        case .quotient(let ratio):
            let shown = WritType(shown: type)
            let count = ratio.rounded(to: 1, scale: shown.scale, .halfUp)
            return ObservedComparison.Side(value: count.map { .count($0) }, type: shown, isRounded: true, path: nil)
        }
    }
}

extension Term.Ordering {
    /// Whether it holds of two values that stand in this order: negative, zero or positive.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }
}

extension WritType {
    /// The type in which a quotient is shown.
    fileprivate init(shown type: WritType) {
        self =
            switch type {
            case .quotient(.number): .number(scale: 4)
            case .quotient(.money(let currency)): .money(currency, scale: max(4, currency.minorDigits))
            default: type
            }
    }
}
