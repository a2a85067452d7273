import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// `sum line.price for line in order.lines where …`, and `list … for …`.
    func aggregate(_ view: AggregateSyntax, expecting expected: WritType?) -> Term {
        guard let each = iteration(view.variable, view.list, of: view) else { return poison(at: view.location) }
        let filter = each.inner.filter(view.filter)
        if view.function == .list { return map(view, each, filter, expecting: expected) }
        let value = each.inner.operand(view.value, of: view)
        if value.isPoison { return poison(at: view.location) }
        if value.type.isQuotient {
            reportUnrounded(value)
            return poison(at: view.location)
        }
        guard let type = result(of: view.function, value.type) else { return wrongValue(value, view) }
        if filter?.isPoison == true { return broken(type, at: view.location) }
        let function = Term.Aggregate(view.function)
        let term = Term(
            .aggregate(function, each.variable, list: each.list, filter: filter, value: value), type, view.location)
        return kept(term)
    }

    /// Sums keep the decimals; an average is a quotient.
    private func result(of function: AggregateSyntax.Function, _ value: WritType) -> WritType? {
        switch (function, value) {
        case (.sum, .number), (.sum, .money), (.sum, .amount): value
        case (.min, _) where value.isQuantity, (.max, _) where value.isQuantity: value
        case (.average, .number): .quotient(.number)
        case (.average, .money(let currency, _)): .quotient(.money(currency))
        default: nil
        }
    }

    private func wrongValue(_ value: Term, _ view: AggregateSyntax) -> Term {
        let name = typeName(value.type)
        switch view.function {
        case .min, .max:
            reportNoOrder(value)
            return poison(at: view.location)
        case .average:
            return mistake(
                TypeCodes.badOperand, "there is no average of \(name)", at: value.location,
                help: "numbers and money have one; for times, divide their sum by a unit first")
        default:
            let help = value.type == .boolean ? "count them: `count x in xs where …`" : nil
            return mistake(TypeCodes.badOperand, "\(name) cannot be added up", at: value.location, help: help)
        }
    }

    private func map(_ view: AggregateSyntax, _ each: Iteration, _ filter: Term?, expecting expected: WritType?) -> Term
    {
        let value: Term
        if case .list(let element) = expected, let syntax = view.value, element != .poison {
            value = each.inner.checkKept(syntax, as: element)
        } else {
            value = kept(each.inner.operand(view.value, of: view))
        }
        if value.isPoison { return poison(at: view.location) }
        if value.type.isQuotient {
            reportUnrounded(value)
            return poison(at: view.location)
        }
        if filter?.isPoison == true { return broken(.list(value.type), at: view.location) }
        return Term(
            .map(each.variable, list: each.list, filter: filter, value: value), .list(value.type), view.location)
    }

    /// `least of (a, b)`, `earliest of (a, b)`: the word fits the type.
    func extreme(_ view: ExtremeSyntax, expecting expected: WritType?) -> Term {
        var terms: [Term] = []
        for syntax in view.operands { terms.append(check(syntax, expecting: terms.first?.type ?? expected)) }
        guard let (joined, type) = join(terms, doing: "compare") else { return poison(at: view.location) }
        if type.isQuotient {
            reportUnrounded(joined[0])
            return poison(at: view.location)
        }
        guard type.isQuantity else {
            reportNoOrder(joined[0])
            return poison(at: view.location)
        }
        let isTime = type == .date || type == .time || type == .instant
        let isLeast = view.function == .least || view.function == .earliest
        if isTime != (view.function == .earliest || view.function == .latest) {
            reportWord(view, isTime: isTime, isLeast: isLeast, type)
        }
        return Term(.extreme(isLeast ? .least : .greatest, joined), type, view.location)
    }

    private func reportWord(_ view: ExtremeSyntax, isTime: Bool, isLeast: Bool, _ type: WritType) {
        guard let token = view.node.tokens.first else { return }
        let word = isTime ? (isLeast ? "earliest" : "latest") : (isLeast ? "least" : "greatest")
        report(
            TypeCodes.wrongWord, "`\(token.text)` does not go with \(typeName(type))", at: token.location,
            help: "write `\(word) of (…)`", fixIts: [FixIt("write `\(word)`", replacing: token.location, with: word)])
    }
}

extension Term.Aggregate {
    init(_ syntax: AggregateSyntax.Function) {
        self =
            switch syntax {
            case .min: .min
            case .max: .max
            case .average: .average
            case .sum, .list: .sum
            }
    }
}
