import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// `refund(amount: …)`, `Line(sku: "A", qty: 2)`, `net(order)`, `line_outcome(line)`.
    func call(_ view: CallSyntax, expecting expected: WritType?) -> Term {
        switch view.callee {
        case .nameExpr(let callee)?:
            guard let token = callee.name else { return poison(at: view.location) }
            return call(named: token, view, expecting: expected)
        case .member(let callee)?:
            guard let variant = qualifier(callee.base), let token = callee.name else { break }
            guard let index = caseIndex(token, of: variant) else { return broken(.variant(variant), at: view.location) }
            return makeCase(variant, index, view)
        default: break
        }
        return notCallable(view.callee?.location ?? view.location, "this takes no arguments")
    }

    private func call(named token: SyntaxToken, _ view: CallSyntax, expecting expected: WritType?) -> Term {
        let name = token.text
        if scope.locals[name] == nil {
            if let found = expectedCase(name, expected) { return makeCase(found.variant, found.index, view) }
        }
        switch scope.symbol(named: name) {
        case .define(let id)?: return callDefine(id, name, view)
        case .decision(let id)?: return callDecision(id, name, view)
        case .record(let id)?: return makeRecord(id, view)
        case .action?:
            return mistake(
                ExpressionNameCodes.notValue, "`\(name)` is an action, not a value", at: token.location,
                help: "actions stand after `do`")
        case nil:
            if let places = scope.globals.ambiguous[name] { return ambiguous(name, places, at: token.location) }
            switch onlyCaseID(name, at: token.location) {
            case .success(let id)?: return makeCase(id.variant, id.index, view)
            case .failure?: return poison(at: view.location)
            case nil: return unknownName(token, expecting: expected)
            }
        default: return notCallable(token.location, "`\(name)` takes no arguments")
        }
    }

    private func notCallable(_ location: SourceLocation, _ message: String) -> Term {
        mistake(
            ExpressionNameCodes.notCallable, message, at: location,
            help: "defines, decisions, records and cases with fields take arguments; for a product write `*`")
    }

    private func callDefine(_ id: DefineID, _ name: String, _ view: CallSyntax) -> Term {
        let define = elaboration.defineOnDemand(id)
        let plan = ArgumentPlan(name, locals: define.parameters.map { (model[$0].name, model[$0].type, false) })
        let terms = arguments(view.arguments, for: plan, at: view.location)
        return Term(.define(id, terms.compactMap { $0 }), define.body.type, view.location)
    }

    private func callDecision(_ id: DecisionID, _ name: String, _ view: CallSyntax) -> Term {
        let decision = model[id]
        let locals = decision.parameters.enumerated().map { place, local in
            let isOptional = place < decision.parameterSlots.count && decision.parameterSlots[place].isOptional
            return (model[local].name, model[local].type, isOptional)
        }
        let terms = arguments(view.arguments, for: ArgumentPlan(name, locals: locals), at: view.location)
        let whole = zip(terms, locals).map { $0 ?? broken($1.1, at: view.location) }
        return Term(.decision(id, whole), decision.type, view.location)
    }

    private func makeRecord(_ id: RecordID, _ view: CallSyntax) -> Term {
        let record = model[id]
        let plan = ArgumentPlan(record.heading.name, fields: record.fields)
        return Term(
            .makeRecord(id, arguments(view.arguments, for: plan, at: view.location)), .record(id), view.location)
    }

    private func makeCase(_ variant: VariantID, _ index: Int, _ view: CallSyntax) -> Term {
        let found = model[variant].cases[index]
        let terms = arguments(view.arguments, for: ArgumentPlan(found.name, fields: found.fields), at: view.location)
        if found.fields.isEmpty { return Term(.constant(.variant(index, [])), .variant(variant), view.location) }
        return Term(.makeCase(variant, index, terms), .variant(variant), view.location)
    }

    /// An action with its arguments; nil when it is wrong, which is then reported.
    func checkActionCall(_ syntax: ActionCallSyntax) -> ActionCall? {
        syntax.name.flatMap { checkActionCall(named: $0, syntax.arguments, at: syntax.location) }
    }

    /// The same where the call was written as an expression, in a table's cell.
    func checkActionCall(named token: SyntaxToken, _ list: ArgumentsSyntax?, at location: SourceLocation) -> ActionCall?
    {
        guard let id = action(token) else { return nil }
        let plan = ArgumentPlan(token.text, fields: model[id].parameters)
        return ActionCall(action: id, arguments: arguments(list, for: plan, at: location), location: location)
    }

    private func action(_ token: SyntaxToken) -> ActionID? {
        if case .action(let id)? = scope.globals.symbols[token.text] {
            return id
        }
        if let places = scope.globals.ambiguous[token.text] {
            _ = ambiguous(token.text, places, at: token.location)
            return nil
        }
        if scope.symbol(named: token.text) == nil, elaboration.isLost(token, in: scope.globals) { return nil }
        let actions = scope.globals.symbols.compactMap { name, symbol in
            if case .action = symbol { name } else { nil }
        }
        let close = Spelling.nearest(to: token.text, among: actions.sorted())
        let isDeclared = scope.symbol(named: token.text) != nil
        report(
            ExpressionNameCodes.unknownName,
            isDeclared ? "`\(token.text)` is not an action" : "there is no action `\(token.text)`", at: token.location,
            help: close.map { "did you mean `\($0)`?" } ?? "declare it: `action \(token.text)`",
            fixIts: fixes(close, at: token.location))
        return nil
    }
}
