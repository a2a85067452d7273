import WritDiagnostics
import WritSource
import WritSyntax

/// Checks `expect D is V by rule …`: an outcome, a status, or any other condition.
struct ExpectationChecker {
    let elaboration: Elaboration
    let globals: GlobalScope

    private var expressions: ExpressionChecker {
        ExpressionChecker(elaboration: elaboration, scope: Scope(globals: globals), isGiven: true)
    }

    func check(_ syntax: ExpectationSyntax) -> Expectation? {
        guard let condition = syntax.condition else { return nil }
        let (kind, decision) = kind(condition)
        var expectation = Expectation(
            kind: kind, decision: decision, arguments: kind.arguments, location: syntax.location)
        if let clause = syntax.clauses.first, decision == nil { reportNoDecision(clause, condition, kind) }
        for clause in syntax.clauses {
            switch clause {
            case .by(let clause): expectation.rule = rule(clause, decision)
            case .does(let clause): expectation.actions += clause.calls.compactMap(expressions.checkActionCall)
            case .needs(let clause): expectation.needs += clause.paths.compactMap(path)
            case .because(let clause): expectation.because = because(clause)
            }
        }
        return expectation
    }

    // MARK: Conditions

    private func kind(_ syntax: ExprSyntax) -> (Expectation.Kind, DecisionID?) {
        if let status = status(syntax) { return status }
        let term = expressions.checkCondition(syntax)
        switch term.kind {
        case .equal(let left, let right):
            if case .decision(let id, let arguments) = left.kind {
                return (.outcome(id, arguments, widened(right, id)), id)
            }
        case .isCase(let left, let index):
            if case .decision(let id, let arguments) = left.kind, let value = value(index, left.type, syntax.location) {
                return (.outcome(id, arguments, value), id)
            }
        default: break
        }
        return (.holds(term), TermReferences.onlyQuestion(in: term)?.decision)
    }

    /// The value at the decision's own scale.
    private func widened(_ term: Term, _ id: DecisionID) -> Term {
        let type = elaboration.model[id].type
        return term.type.scale < type.scale ? expressions.widened(term, to: type) : term
    }

    /// The value of a case without fields; one with fields is only tested for.
    private func value(_ index: Int, _ type: WritType, _ location: SourceLocation) -> Term? {
        guard case .variant(let id) = type, elaboration.model[id].cases[index].fields.isEmpty else { return nil }
        return Term(.constant(.variant(index, [])), type, location)
    }

    /// `D is undetermined`, unless the decision's own type has such a value.
    private func status(_ syntax: ExprSyntax) -> (Expectation.Kind, DecisionID?)? {
        guard case .isRelation(let relation) = syntax, case .nameExpr(let word)? = relation.right,
            let status = word.name.flatMap({ AnswerStatus(rawValue: $0.text) }), let left = relation.left,
            let (id, arguments) = decision(left), !hasCase(word.name?.text ?? "", id)
        else { return nil }
        if relation.isNegated {
            elaboration.error(
                .invalidExpectation, "a test says what the status is, not what it is not", at: relation.location,
                "too weak",
                help: "write `is determined`, `is undetermined` or `is faulted`")
        }
        return (.status(id, arguments, status), id)
    }

    /// The decision an expression asks; looked at without a word, so that others may look again.
    private func decision(_ syntax: ExprSyntax) -> (DecisionID, [Term])? {
        let sink = elaboration.sink
        let term = expressions.check(syntax)
        guard case .decision(let id, let arguments) = term.kind else {
            elaboration.sink = sink
            return nil
        }
        return (id, arguments)
    }

    private func hasCase(_ name: String, _ id: DecisionID) -> Bool {
        guard case .variant(let variant) = elaboration.model[id].type else { return false }
        return elaboration.model[variant].cases.contains { $0.name == name }
    }

    // MARK: Clauses

    /// The clauses speak of one decision's answer. Where the condition has a mistake, that was said.
    private func reportNoDecision(_ clause: ExpectationClauseSyntax, _ condition: ExprSyntax, _ kind: Expectation.Kind)
    {
        if case .holds(let term) = kind, term.isBroken { return }
        elaboration.error(
            .invalidExpectation, "this is about the answer of one decision, and the condition asks none or several",
            at: clause.location, "of which decision?", also: [Label(condition.location, "the condition")],
            help: "expect of one decision what it is, as in `expect resolution is refund by reship`")
    }

    private func rule(_ clause: ByClauseSyntax, _ decision: DecisionID?) -> String? {
        guard let token = clause.name, let decision else { return nil }
        let names = elaboration.model[decision].rules.map(\.name)
        if clause.isOtherwise || names.contains(token.text) { return token.text }
        if elaboration.incompleteDecisions.contains(decision) { return nil }
        let heading = elaboration.model[decision].heading
        elaboration.error(
            .unknownRule, "decision `\(heading.name)` has no rule `\(token.text)`", at: token.location,
            "not a rule of it",
            also: [Label(heading.location, "the decision")],
            help: Spelling.question(token.text, among: names + ["otherwise"]))
        return nil
    }

    private func path(_ syntax: PathSyntax) -> String? {
        guard let name = syntax.name else { return nil }
        guard case .fact(let id) = globals.symbols[name.text] else {
            FactNames.reportUnknown(name, elaboration, globals)
            return nil
        }
        var slot = elaboration.model[id].slot
        for token in syntax.steps {
            guard let (_, next) = FactNames.field(token, of: slot, elaboration) else { return nil }
            slot = next
        }
        return ([name] + syntax.steps).map(\.text).joined(separator: ".")
    }

    private func because(_ clause: BecauseClauseSyntax) -> String? {
        guard let text = clause.message?.texts.first?.text else { return nil }
        if let plain = text.plainText { return plain }
        elaboration.error(
            .fixedText, "an expected text is written as it will be read", at: text.location, "cannot have holes",
            help: "write the values that the test gives in place of `{…}`")
        return nil
    }
}

extension Expectation.Kind {
    /// What the one decision that it asks is asked with.
    fileprivate var arguments: [Term] {
        switch self {
        case .outcome(_, let arguments, _), .status(_, let arguments, _): arguments
        case .holds(let term): TermReferences.onlyQuestion(in: term)?.arguments ?? []
        }
    }
}
