import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// `[a, b]`; the elements are kept values of one type.
    func listLiteral(_ view: ListLiteralSyntax, expecting expected: WritType?) -> Term {
        if case .list(let element) = expected, element != .poison {
            let terms = view.elements.map { checkKept($0, as: element) }
            return Term(.makeList(terms), .list(element), view.location)
        }
        var terms: [Term] = []
        for syntax in view.elements { terms.append(check(syntax, expecting: terms.first?.type)) }
        guard !terms.isEmpty else {
            return mistake(
                TypeCodes.emptyList, "a list of what?", at: view.location,
                help: "an empty list stands where its type is known, such as in a declared define or an argument")
        }
        guard let (joined, type) = join(terms, doing: "list") else { return poison(at: view.location) }
        guard !type.isQuotient else {
            reportUnrounded(joined[0])
            return poison(at: view.location)
        }
        return Term(.makeList(joined.map(kept)), .list(type), view.location)
    }

    /// The list that a form goes through, its variable, and a checker that knows the variable; nil when the list is none,
    /// which is reported.
    struct Iteration {
        var list: Term
        var element: WritType
        var variable: LocalID
        var inner: ExpressionChecker
    }

    func iteration(_ variable: SyntaxToken?, _ list: ExprSyntax?, of view: some SyntaxView) -> Iteration? {
        let term = operand(list, of: view)
        guard let variable else { return nil }
        reportTaken(variable)
        if case .list(let element) = term.type { return iteration(variable, term, element) }
        if !term.isPoison { reportNotList(term) }
        return nil
    }

    private func iteration(_ variable: SyntaxToken, _ list: Term, _ element: WritType) -> Iteration {
        let local = elaboration.makeLocal(variable.text, element)
        var inner = self
        inner.scope = scope.binding(variable.text, to: local)
        return Iteration(list: list, element: element, variable: local, inner: inner)
    }

    private func reportNotList(_ term: Term) {
        report(
            TypeCodes.notList, "this goes through a list; found \(typeName(term.type))", at: term.location,
            "this is \(typeName(term.type))")
    }

    /// A variable has a name of its own: one that means something else here would be misread.
    private func reportTaken(_ variable: SyntaxToken) {
        guard scope.symbol(named: variable.text) != nil else { return }
        report(
            ExpressionNameCodes.nameTaken, "`\(variable.text)` already means something here", at: variable.location,
            help: "give the variable another name")
    }

    func quantifier(_ view: QuantifierSyntax) -> Term {
        guard let each = iteration(view.variable, view.list, of: view) else {
            return broken(.boolean, at: view.location)
        }
        let body = each.inner.condition(view.body, of: view)
        if body.isPoison { return broken(.boolean, at: view.location) }
        let quantifier: Term.Quantifier =
            switch view.quantifier {
            case .any: .any
            case .every: .every
            case .no: .no
            }
        return Term(.quantifier(quantifier, each.variable, list: each.list, body: body), .boolean, view.location)
    }

    func count(_ view: CountSyntax) -> Term {
        guard let each = iteration(view.variable, view.list, of: view) else {
            return broken(.integer, at: view.location)
        }
        let filter = each.inner.filter(view.filter)
        if filter?.isPoison == true { return broken(.integer, at: view.location) }
        return Term(.count(each.variable, list: each.list, filter: filter), .integer, view.location)
    }

    func filter(_ view: WhereSyntax?) -> Term? { view.map { condition($0.condition, of: $0) } }

    /// `first x in xs where c by x.start descending`.
    func firstOf(_ view: FirstOfSyntax) -> Term {
        guard let each = iteration(view.variable, view.list, of: view) else { return poison(at: view.location) }
        let filter = each.inner.filter(view.filter)
        let key = view.key.map { each.inner.check($0) }
        if filter?.isPoison == true || key?.isPoison == true { return broken(each.element, at: view.location) }
        if let key, !key.type.isQuantity {
            key.type.isQuotient ? reportUnrounded(key) : reportNoOrder(key)
            return broken(each.element, at: view.location)
        }
        return Term(
            .first(each.variable, list: each.list, filter: filter, key: key, descending: view.isDescending),
            each.element,
            view.location)
    }

    func reportNoOrder(_ term: Term) {
        report(
            TypeCodes.noOrder, "\(typeName(term.type)) has no order", at: term.location, "cannot be first or last",
            help: "numbers, money, amounts of time, dates, times and instants have an order")
    }
}
