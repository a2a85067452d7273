import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// `x is y`, `x is not y`, `x is refund`, `x is known`, `d is working day`.
    func isRelation(_ view: IsRelationSyntax) -> Term {
        if let test = view.test {
            let state = stateTest(test, of: operand(view.left, of: view), at: view.location)
            return negated(state, view.isNegated, at: view.location)
        }
        guard let right = view.right else { return broken(.boolean, at: view.location) }
        let relation: Term
        if let left = view.left, !needsExpectation(left) {
            relation = equality(check(left), right, at: view.location)
        } else {
            let (first, second) = pair(view.left, right, of: view)
            relation = equality(first, second, at: view.location)
        }
        return relation.isBroken ? relation : negated(relation, view.isNegated, at: view.location)
    }

    private func stateTest(_ test: StateTestSyntax, of left: Term, at location: SourceLocation) -> Term {
        if left.isPoison { return broken(.boolean, at: location) }
        switch test.state {
        case .known: return Term(.isKnown(left), .boolean, location)
        case .unknown: return Term(.not(Term(.isKnown(left), .boolean, location)), .boolean, location)
        case .workingDay: return workingDayTest(left, test, at: location)
        }
    }

    /// The name of what may be a case without arguments.
    private func caseName(_ syntax: ExprSyntax) -> String? {
        switch syntax {
        case .nameExpr(let view): view.name?.text
        case .member(let view): view.name?.text
        default: nil
        }
    }

    /// The case with fields that a name alone stands for.
    func testedCase(_ syntax: ExprSyntax, of id: VariantID) -> Int? {
        guard let name = caseName(syntax) else { return nil }
        switch syntax {
        case .nameExpr where scope.locals[name] != nil: return nil
        case .member(let view) where qualifier(view.base) != id: return nil
        default: break
        }
        guard !model[id].isEnumeration, let index = model[id].cases.firstIndex(where: { $0.name == name }) else {
            return nil
        }
        return index
    }

    /// `left` is the value that `syntax` writes, or the case it names.
    func equality(_ left: Term, _ syntax: ExprSyntax, at location: SourceLocation) -> Term {
        if case .variant(let id) = left.type, let index = testedCase(syntax, of: id) {
            return Term(.isCase(left, index), .boolean, location)
        }
        return equality(left, check(syntax, expecting: left.type), at: location)
    }

    func equality(_ left: Term, _ right: Term, at location: SourceLocation) -> Term {
        if left.isPoison || right.isPoison { return broken(.boolean, at: location) }
        if holdsMessage(left) || holdsMessage(right) {
            reportMessage(holdsMessage(left) ? left : right)
            return broken(.boolean, at: location)
        }
        let isComparable =
            left.type.comparand.isAlike(right.type.comparand) || left.type.joined(with: right.type) != nil
        guard isComparable else {
            _ = mismatch(left, right, at: location)
            return broken(.boolean, at: location)
        }
        return Term(.equal(left, right), .boolean, location)
    }

    private func holdsMessage(_ term: Term) -> Bool { elaboration.model.message(in: term.type) != nil }

    private func reportMessage(_ term: Term) {
        guard case .slot(let slot)? = model.message(in: term.type) else {
            return report(
                TypeCodes.messageCompared, "a text with holes or in several languages cannot be compared",
                at: term.location, "for people to read", help: "compare the values it is made of")
        }
        let isVariant = if case .variant = term.type { true } else { false }
        report(
            TypeCodes.messageCompared, "\(typeName(term.type)) holds a `message`, which cannot be compared",
            at: term.location, "for people to read", also: [Label(slot.location, "the message")],
            help: isVariant
                ? "ask which case it is by the case's name alone, and compare its other fields"
                : "compare its other fields")
    }

    /// `x in {a, b}`, `x in [a..b)`, `x in list`.
    func inRelation(_ view: InRelationSyntax) -> Term {
        let found: Term
        if let set = view.set {
            found = member(view.left, of: set, view)
        } else if let interval = view.interval {
            found = within(operand(view.left, of: view), interval, at: view.location)
        } else {
            found = member(view.left, ofList: view.right, view)
        }
        return found.isBroken ? found : negated(found, view.isNegated, at: view.location)
    }

    private func member(_ left: ExprSyntax?, of set: SetSyntax, _ view: InRelationSyntax) -> Term {
        let subject = operand(left, of: view)
        if subject.isPoison { return broken(.boolean, at: view.location) }
        let tests = set.elements.map { equality(subject, $0, at: $0.location) }
        if tests.contains(where: \.isBroken) { return broken(.boolean, at: view.location) }
        return disjunction(of: tests, at: view.location)
    }

    func disjunction(of tests: [Term], at location: SourceLocation) -> Term {
        tests.count == 1 ? Term(tests[0].kind, .boolean, location) : Term(.or(tests), .boolean, location)
    }

    private func member(_ left: ExprSyntax?, ofList right: ExprSyntax?, _ view: InRelationSyntax) -> Term {
        if case .listLiteral? = right {
            let subject = operand(left, of: view)
            let isNamed = if case .variant = subject.type { true } else { false }
            return membership(subject, operand(right, of: view, expecting: isNamed ? .list(subject.type) : nil), view)
        }
        let list = operand(right, of: view)
        if list.isPoison { return broken(.boolean, at: view.location) }
        guard case .list(let element) = list.type else { return notList(list, view) }
        return membership(operand(left, of: view, expecting: element), list, view)
    }

    private func notList(_ list: Term, _ view: InRelationSyntax) -> Term {
        let isText = list.type == .text
        _ = mistake(
            TypeCodes.notList, "`in` asks about a list; this is \(typeName(list.type))", at: list.location,
            help: isText ? "for a part of a text ask `… contains …`" : "values are listed in braces: `in {a, b}`")
        return broken(.boolean, at: view.location)
    }

    private func membership(_ subject: Term, _ list: Term, _ view: InRelationSyntax) -> Term {
        guard case .list(let element) = list.type, !subject.isPoison else { return broken(.boolean, at: view.location) }
        if holdsMessage(subject) || holdsMessage(list) {
            reportMessage(holdsMessage(subject) ? subject : list)
            return broken(.boolean, at: view.location)
        }
        guard element == .poison || subject.type.isAlike(element) else {
            _ = mismatch(Term(list.kind, element, list.location), subject, at: view.location)
            return broken(.boolean, at: view.location)
        }
        return Term(.memberOf(subject, list: list), .boolean, view.location)
    }
}
