import WritDiagnostics
import WritSource
import WritSyntax

/// Checks the rules, tables and answers written in a decision or in an extension of one.
struct DecisionItemChecker {
    let elaboration: Elaboration
    let tables: TableFiles
    let decision: Decision
    let mode: Decision.Mode
    /// What a rule's value must be; nil under `count`.
    let valueType: WritType?
    var draft = DecisionDraft()

    init(
        elaboration: Elaboration, tables: TableFiles, decision: Decision, mode: Decision.Mode, valueType: WritType?
    ) {
        self.elaboration = elaboration
        self.tables = tables
        self.decision = decision
        self.mode = mode
        self.valueType = valueType
    }

    /// - Parameter whole: the declaration or the extension that the items stand in.
    mutating func check(
        _ items: [DecisionItemSyntax], of whole: SyntaxNode, in globals: GlobalScope, isExtension: Bool
    ) {
        let scope = scope(globals)
        for item in items {
            switch item {
            case .rule(let rule): check(rule, scope, isExtension)
            case .table(let table): check(table, scope, isExtension)
            case .mode(let mode): if isExtension { reportMisplaced(mode.location, "the mode") }
            case .otherwise(let otherwise): check(otherwise, scope, isExtension)
            case .undetermined(let undetermined): check(undetermined, scope, isExtension)
            case .accept(let clause):
                draft.acceptances.append(AcceptanceDraft(syntax: clause, scope: whole.location))
            }
        }
    }

    private func scope(_ globals: GlobalScope) -> Scope {
        zip(decision.parameterSlots, decision.parameters).reduce(Scope(globals: globals)) { scope, parameter in
            scope.binding(parameter.0.name, to: parameter.1)
        }
    }

    func conclusions(_ scope: Scope, _ type: WritType?) -> ConclusionChecker {
        ConclusionChecker(elaboration: elaboration, scope: scope, valueType: type)
    }

    // MARK: Rules

    private mutating func check(_ syntax: RuleSyntax, _ scope: Scope, _ isExtension: Bool) {
        let clauses = RuleClauses(syntax.clauses, elaboration)
        let name = syntax.name?.text ?? ""
        let location = syntax.name?.location ?? syntax.location
        let condition = condition(clauses, scope, at: location)
        let conclusion = conclusions(scope, valueType).conclusion(
            clauses.then?.value, clauses, of: "rule `\(name)`", at: location, whole: syntax.node)
        guard syntax.name != nil else {
            draft.isIncomplete = true
            return
        }
        let rule = Rule(
            name: name, doc: elaboration.fixed(syntax.doc, "a description"), location: location, condition: condition,
            conclusion: conclusion)
        draft.append(
            RuleDraft(
                rule: rule, whole: syntax.location, overrides: clauses.overrides?.names ?? [], isExtension: isExtension),
            elaboration)
        for clause in clauses.accepts {
            draft.acceptances.append(AcceptanceDraft(syntax: clause, scope: syntax.location, rule: syntax.name))
        }
    }

    private func condition(_ clauses: RuleClauses, _ scope: Scope, at location: SourceLocation) -> Term {
        let when = clauses.when?.condition.map(
            ExpressionChecker(elaboration: elaboration, scope: scope).checkCondition)
        let periods = PeriodChecker(elaboration: elaboration, scope: scope)
        let period = clauses.force?.period.flatMap(periods.check)?.conditions ?? []
        return Terms.conjunction([when].compactMap(\.self) + period, at: when?.location ?? location)
    }

    private mutating func check(_ syntax: TableSyntax, _ scope: Scope, _ isExtension: Bool) {
        if isExtension, let mode = syntax.mode { reportMisplaced(mode.location, "the mode") }
        if isExtension, self.mode == .first { return reportIdleTable(syntax) }
        guard let grid = tables.grid(of: syntax) else {
            draft.isIncomplete = true
            return
        }
        var checker = TableChecker(
            elaboration: elaboration, scope: scope, decision: decision, valueType: valueType, isExtension: isExtension,
            draft: draft)
        checker.check(grid)
        draft = checker.draft
    }

    private func reportIdleTable(_ syntax: TableSyntax) {
        elaboration.error(
            .overridesNothing, "the table has no place among the rules of the decision it extends", at: syntax.location,
            "before which rule?", help: "under `first` the order decides: write rules, each with `overrides`")
    }

    // MARK: What stands when no rule does

    private mutating func check(_ syntax: OtherwiseSyntax, _ scope: Scope, _ isExtension: Bool) {
        if isExtension { return reportMisplaced(syntax.location, "`otherwise`") }
        if let first = draft.otherwise { return reportAgain(syntax.location, first.location, "otherwise") }
        if valueType == nil {
            elaboration.error(
                .unusedValue, "under `count` nothing stands for `otherwise`: no rule is 0", at: syntax.location,
                "never used",
                help: "remove it")
            return
        }
        let type = otherwiseType(syntax.value, scope)
        draft.otherwise = conclusions(scope, type).conclusion(
            syntax.value, RuleClauses(syntax.clauses, elaboration), of: "`otherwise`", at: syntax.location,
            whole: syntax.node)
    }

    private func otherwiseType(_ syntax: ExprSyntax?, _ scope: Scope) -> WritType? {
        guard mode == .collect, let valueType else { return valueType }
        return conclusions(scope, valueType).otherwiseType(syntax, element: valueType, list: decision.type)
    }

    private mutating func check(_ syntax: UndeterminedSyntax, _ scope: Scope, _ isExtension: Bool) {
        if isExtension { return reportMisplaced(syntax.location, "`when undetermined`") }
        if let first = draft.undetermined { return reportAgain(syntax.location, first.location, "when undetermined") }
        draft.undetermined = conclusions(scope, decision.type).conclusion(
            syntax.value, RuleClauses(syntax.clauses, elaboration), of: "`when undetermined`", at: syntax.location,
            whole: syntax.node)
    }

    private func reportAgain(_ location: SourceLocation, _ first: SourceLocation, _ word: String) {
        elaboration.error(
            .repeatedClause, "the decision has two `\(word)`", at: location, "a second one",
            also: [Label(first, "the first one")],
            help: "keep one of them")
    }

    private func reportMisplaced(_ location: SourceLocation, _ what: String) {
        elaboration.error(
            .misplacedItem, "\(what) of `\(decision.heading.name)` is said where the decision is declared",
            at: location,
            "not in an extension", also: [Label(decision.heading.location, "declared here")],
            help: "an extension adds rules and tables; write a rule that overrides the ones to replace")
    }
}
