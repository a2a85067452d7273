import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `a * b`: the decimals add up. `a / b`: a quotient.
    func product(_ view: ProductSyntax) -> Term {
        let left = operand(view.left, of: view)
        let right = operand(view.right, of: view)
        if left.isPoison || right.isPoison { return poison(at: view.location) }
        return view.operator == .times
            ? product(left, right, at: view.location) : quotient(left, right, at: view.location)
    }

    func product(_ left: Term, _ right: Term, at location: SourceLocation) -> Term {
        if left.isPoison || right.isPoison { return poison(at: location) }
        if let quotient = [left, right].first(where: { $0.type.isQuotient }) {
            reportUnrounded(quotient)
            return poison(at: location)
        }
        guard let type = productType(left.type, right.type) else { return wrongProduct(left, right, at: location) }
        if type.scale > WritType.largestScale { return tooManyDecimals(type.scale, at: location) }
        if case .amount(let kind) = type, let term = fraction(of: kind, left, right) { return term }
        return Term(.multiply(left, right), type, location)
    }

    private func productType(_ left: WritType, _ right: WritType) -> WritType? {
        switch (left, right) {
        case (.number(let a), .number(let b)): .number(scale: a + b)
        case (.money(let currency, let a), .number(let b)), (.number(let a), .money(let currency, let b)):
            .money(currency, scale: a + b)
        case (.amount(let kind), .number), (.number, .amount(let kind)): .amount(kind)
        default: nil
        }
    }

    /// Days and months do not come in parts.
    private func fraction(of kind: AmountKind, _ left: Term, _ right: Term) -> Term? {
        let number = left.type.isNumber ? left : right
        guard number.type.scale > 0, kind != .elapsed, kind != .workingTime else { return nil }
        return mistake(
            TypeCodes.badOperand, "\(typeName(.amount(kind))) do not come in parts", at: number.location,
            "has \(Self.counted(number.type.scale, "decimal"))",
            help: "round it to a whole number: `(\(number.location.text) rounded to 1)`")
    }

    private func wrongProduct(_ left: Term, _ right: Term, at location: SourceLocation) -> Term {
        mistake(
            TypeCodes.badOperand, "cannot multiply \(typeName(left.type)) by \(typeName(right.type))", at: location,
            help: "one of them must be a plain number")
    }

    private func quotient(_ left: Term, _ right: Term, at location: SourceLocation) -> Term {
        if let quotient = [left, right].first(where: { $0.type.isQuotient }) {
            reportUnrounded(quotient)
            return poison(at: location)
        }
        guard let kind = quotientKind(left.type, right.type) else { return wrongQuotient(left, right, at: location) }
        if case .count(0)? = constant(right) {
            return mistake(TypeCodes.zeroDivisor, "this divides by zero", at: right.location, "always zero")
        }
        return Term(.divide(left, right), .quotient(kind), location)
    }

    private func quotientKind(_ left: WritType, _ right: WritType) -> QuotientKind? {
        switch (left, right) {
        case (.number, .number): .number
        case (.money(let currency, _), .number): .money(currency)
        case (.money(let a, _), .money(let b, _)) where a == b: .number
        case (.amount(let a), .amount(let b)) where a == b: .number
        default: nil
        }
    }

    private func wrongQuotient(_ left: Term, _ right: Term, at location: SourceLocation) -> Term {
        switch (left.type, right.type) {
        case (.money, .money), (.amount, .amount): return mismatch(left, right, doing: "divide", at: location)
        default:
            return mistake(
                TypeCodes.badOperand, "cannot divide \(typeName(left.type)) by \(typeName(right.type))", at: location,
                help: "numbers, money by numbers, and two of one kind divide")
        }
    }

    /// `p %` is p ÷ 100; `p % of x` and `rate of x` are products.
    func percentage(_ view: PercentageSyntax) -> Term {
        var rate = operand(view.rate, of: view)
        if rate.isPoison { return poison(at: view.location) }
        guard rate.type.isNumber else {
            if rate.type.isQuotient {
                reportUnrounded(rate)
                return poison(at: view.location)
            }
            return mistake(
                TypeCodes.badOperand, "a rate is a plain number; this is \(typeName(rate.type))", at: rate.location)
        }
        if view.hasPercentSign {
            let location = view.base == nil ? view.location : rate.location
            rate = hundredth(rate, at: location)
        }
        guard let base = view.base else { return rate }
        return product(rate, check(base), at: view.location)
    }

    private func hundredth(_ rate: Term, at location: SourceLocation) -> Term {
        let type = WritType.number(scale: rate.type.scale + 2)
        if type.scale > WritType.largestScale { return tooManyDecimals(type.scale, at: location) }
        if case .constant = rate.kind { return Term(rate.kind, type, location) }
        return Term(.multiply(rate, Term(.constant(.count(1)), .number(scale: 2), location)), type, location)
    }
}
