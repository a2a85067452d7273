import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    func comparison(_ view: ComparisonSyntax) -> Term {
        if case .comparison? = view.left { return chained(view) }
        let (left, right) = pair(view.left, view.right, of: view)
        return compared(Term.Ordering(view.operator), left, right, at: view.location)
    }

    /// `a < b < c`, which the parser reported: the types of its parts say nothing more.
    private func chained(_ view: ComparisonSyntax) -> Term {
        _ = operand(view.left, of: view)
        if let right = view.right, !needsExpectation(right) { _ = check(right) }
        return broken(.boolean, at: view.location)
    }

    /// Both sides, each knowing the other's type: the left one first, unless it is a name that means something only
    /// beside the right one.
    func pair(_ left: ExprSyntax?, _ right: ExprSyntax?, of view: some SyntaxView) -> (Term, Term) {
        if let left, needsExpectation(left), let right, !needsExpectation(right) {
            let second = check(right)
            return (check(left, expecting: second.type), second)
        }
        let first = operand(left, of: view)
        return (first, operand(right, of: view, expecting: first.type))
    }

    /// Whether a syntax is a bare name that no declaration has, such as an enumeration's value.
    func needsExpectation(_ syntax: ExprSyntax) -> Bool {
        guard case .nameExpr(let view) = syntax, let name = view.name?.text else { return false }
        return scope.symbol(named: name) == nil
    }

    /// `left < right` and so on: of two quantities of one kind.
    func compared(_ ordering: Term.Ordering, _ left: Term, _ right: Term, at location: SourceLocation) -> Term {
        if left.isPoison || right.isPoison { return broken(.boolean, at: location) }
        guard left.type.comparand.isAlike(right.type.comparand) else {
            _ = mismatch(left, right, at: location)
            return broken(.boolean, at: location)
        }
        guard left.type.isOrdered else { return noOrder(left, at: location) }
        return Term(.compare(ordering, left, right), .boolean, location)
    }

    private func noOrder(_ operand: Term, at location: SourceLocation) -> Term {
        let help: String? =
            switch operand.type {
            case .variant, .text, .boolean, .zone, .calendar: "ask `is`, `is not` or `in {…}`"
            case .list: "ask how many: `count x in \(operand.location.text)`"
            case .record: "compare one of its fields"
            default: nil
            }
        _ = mistake(
            TypeCodes.noOrder, "\(typeName(operand.type)) has no order", at: operand.location,
            "cannot be less or greater",
            help: help)
        return broken(.boolean, at: location)
    }

    /// Whether no value is between two fixed ends, which is reported.
    private func isEmpty(_ view: IntervalSyntax, _ low: Term, _ high: Term) -> Bool {
        let scale = max(low.type.scale, high.type.scale)
        guard case .count(let lower)? = fixedEnd(low, scale), case .count(let upper)? = fixedEnd(high, scale) else {
            return false
        }
        if lower < upper || lower == upper && view.includesLow && view.includesHigh { return false }
        let text =
            "\(view.includesLow ? "[" : "(")\(high.location.text)..\(low.location.text)\(view.includesHigh ? "]" : ")")"
        report(
            .invalidBounds, "no value is between `\(low.location.text)` and `\(high.location.text)`", at: view.location,
            "always empty",
            help: lower > upper ? "write the lower end first: `\(text)`" : "`[` and `]` stand beside an end that counts"
        )
        return true
    }

    private func fixedEnd(_ end: Term, _ scale: Int) -> Datum? {
        constant(end.type.scale == scale ? end : widened(end, to: end.type.withScale(scale)))
    }

    /// `left in [low..high)`.
    func within(_ left: Term, _ view: IntervalSyntax, at location: SourceLocation) -> Term {
        let low = operand(view.low, of: view, expecting: left.type)
        let high = operand(view.high, of: view, expecting: left.type)
        let above = compared(view.includesLow ? .greaterOrEqual : .greater, left, low, at: location)
        if above.isBroken, !low.isPoison { return above }
        let below = compared(view.includesHigh ? .lessOrEqual : .less, left, high, at: location)
        if above.isBroken || below.isBroken { return broken(.boolean, at: location) }
        if isEmpty(view, low, high) { return broken(.boolean, at: location) }
        return Term(.and([above, below]), .boolean, location)
    }
}

extension Term {
    /// Stands for an expression that was wrong.
    var isBroken: Bool {
        if case .constant(.unknown) = kind { true } else { false }
    }
}

extension Term.Ordering {
    init(_ syntax: ComparisonOperator) {
        self =
            switch syntax {
            case .less: .less
            case .lessEqual: .lessOrEqual
            case .greater: .greater
            case .greaterEqual: .greaterOrEqual
            }
    }
}
