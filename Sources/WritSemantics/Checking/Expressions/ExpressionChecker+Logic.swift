import WritSource
import WritSyntax

extension ExpressionChecker {
    /// A condition: a boolean, or reported.
    func checkCondition(_ syntax: ExprSyntax) -> Term {
        condition(check(syntax, expecting: .boolean))
    }

    func condition(_ syntax: ExprSyntax?, of view: some SyntaxView) -> Term {
        syntax.map(checkCondition) ?? poison(at: view.location)
    }

    private func condition(_ term: Term) -> Term {
        if term.type == .boolean || term.isPoison { return term }
        let help: String? =
            switch term.type {
            case .variant: "compare it: `\(term.location.text) is …`"
            case .list: "ask about its elements: `any x in \(term.location.text) has …`"
            default: "compare it, or ask `is known`"
            }
        return mistake(
            TypeCodes.notCondition, "a condition is true or false; this is \(typeName(term.type))", at: term.location,
            help: help)
    }

    /// `a implies b` is `not a or b`.
    func implication(_ view: ImplicationSyntax) -> Term {
        let left = condition(view.left, of: view)
        let right = condition(view.right, of: view)
        if left.isPoison || right.isPoison { return broken(.boolean, at: view.location) }
        return Term(.or([Term(.not(left), .boolean, left.location), right]), .boolean, view.location)
    }

    func disjunction(_ view: DisjunctionSyntax) -> Term {
        reportedAlternatives(view) ?? junction(view.operands, view) { .or($0) }
    }

    func conjunction(_ view: ConjunctionSyntax) -> Term { junction(view.operands, view) { .and($0) } }

    private func junction(_ operands: [ExprSyntax], _ view: some SyntaxView, _ kind: ([Term]) -> Term.Kind) -> Term {
        let terms = operands.map(checkCondition)
        if terms.contains(where: \.isPoison) { return broken(.boolean, at: view.location) }
        return Term(kind(terms), .boolean, view.location)
    }

    func negation(_ view: NegationSyntax) -> Term {
        let operand = condition(view.operand, of: view)
        return operand.isPoison ? broken(.boolean, at: view.location) : negated(operand, at: view.location)
    }

    func negated(_ term: Term, _ isNegated: Bool = true, at location: SourceLocation) -> Term {
        isNegated && !term.isPoison ? Term(.not(term), .boolean, location) : term
    }

    func conditional(_ view: ConditionalSyntax, expecting expected: WritType?) -> Term {
        let test = condition(view.condition, of: view)
        let first = operand(view.first, of: view, expecting: expected)
        let second = operand(view.second, of: view, expecting: expected ?? first.type)
        guard let (terms, type) = join([first, second], doing: "choose between") else {
            return poison(at: view.location)
        }
        if test.isPoison { return broken(type, at: view.location) }
        return Term(.conditional(test, then: terms[0], else: terms[1]), type, view.location)
    }

    /// `x or else y or else z`.
    func defaulting(_ view: DefaultSyntax, expecting expected: WritType?) -> Term {
        var terms: [Term] = []
        for syntax in view.operands { terms.append(check(syntax, expecting: expected ?? terms.first?.type)) }
        if let mistaken = reportedLooseQuestion(view, terms) { return mistaken }
        guard let (joined, type) = join(terms, doing: "choose between"), var result = joined.first else {
            return poison(at: view.location)
        }
        // The places are those of the operands as written, brackets included.
        for (next, syntax) in zip(joined, view.operands).dropFirst() {
            result = Term(.orElse(result, next), type, view.operands[0].location.union(syntax.location))
        }
        return result
    }

    /// Brings several terms to one type that all go into; nil when there is none, which is reported, or one is poison.
    func join(_ terms: [Term], doing verb: String) -> ([Term], WritType)? {
        guard let first = terms.first, !terms.contains(where: \.isPoison) else { return nil }
        var type = first.type
        for term in terms.dropFirst() {
            guard let joined = type.joined(with: term.type) else {
                reportApart(first, term, type, verb)
                return nil
            }
            type = joined
        }
        return (terms.map { widened($0, to: type) }, type)
    }

    private func reportApart(_ first: Term, _ term: Term, _ type: WritType, _ verb: String) {
        if term.type.isQuotient || type.isQuotient {
            reportUnrounded(term.type.isQuotient ? term : first)
        } else {
            _ = mismatch(Term(first.kind, type, first.location), term, doing: verb, at: term.location)
        }
    }
}
