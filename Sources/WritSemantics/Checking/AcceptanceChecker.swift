import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Checks what policies accept: that there is such a finding where it is accepted, a reason, and a day that exists.
struct AcceptanceChecker {
    let elaboration: Elaboration

    /// Those of all declarations but decisions.
    func check(_ policies: [Policy]) {
        for declaration in policies.flatMap(\.units).flatMap({ $0.syntax?.declarations ?? [] }) {
            for clause in declaration.accepts {
                if let rule = clause.rule { reportNoRules(rule) }
                add(clause, scope: declaration.location)
            }
        }
    }

    /// Those of a decision, its rules and its extensions.
    func check(_ draft: DecisionDraft, of id: DecisionID) {
        for acceptance in draft.acceptances { check(acceptance, draft, id) }
    }

    private func check(_ acceptance: AcceptanceDraft, _ draft: DecisionDraft, _ id: DecisionID) {
        let clause = acceptance.syntax
        if let rule = acceptance.rule {
            if let other = clause.rule { return reportRuleOfRule(other, rule) }
            if isOfWholes(clause, besides: rule) { return }
            return add(clause, scope: acceptance.scope, rule: rule.text, decision: id)
        }
        guard let rule = clause.rule else { return add(clause, scope: acceptance.scope, decision: id) }
        guard let place = place(of: rule, draft) else {
            if !draft.isIncomplete { reportUnknownRule(rule, draft, elaboration.model[id].heading) }
            return
        }
        if isOfWholes(clause, besides: rule) { return }
        add(clause, scope: place, rule: rule.text, decision: id)
    }

    private func place(of rule: SyntaxToken, _ draft: DecisionDraft) -> SourceLocation? {
        if rule.kind == .otherwise { return draft.otherwise?.location }
        return draft.indexByName[rule.text].map { draft.rules[$0].whole }
    }

    // MARK: One acceptance

    private func add(
        _ clause: AcceptClauseSyntax, scope: SourceLocation, rule: String? = nil, decision: DecisionID? = nil
    ) {
        let (kind, reason, until) = (kind(clause), reason(clause), clause.until.flatMap(day))
        guard let kind, let reason, until != nil || clause.until == nil else { return }
        elaboration.model.acceptances.append(
            Acceptance(
                kind: kind, rule: rule, reason: reason, until: until, location: clause.location, scope: scope,
                decision: decision))
    }

    private func kind(_ clause: AcceptClauseSyntax) -> FindingKind? {
        guard let token = clause.kind else { return nil }
        if let kind = FindingKind(rawValue: token.text) { return kind }
        let names = FindingKind.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: token.text, among: names)
        elaboration.error(
            .unknownFinding, "there is no finding `\(token.text)`", at: token.location,
            "nothing is found under this name",
            help: near.map { "did you mean `\($0)`?" }
                ?? "what can be found is \(names.map { "`\($0)`" }.joined(separator: ", "))",
            fixIts: near.map { [FixIt("write `\($0)`", replacing: token.location, with: $0)] } ?? [])
        return nil
    }

    private func reason(_ clause: AcceptClauseSyntax) -> String? {
        guard let text = clause.reason, let reason = elaboration.fixed(text, "a reason") else { return nil }
        if reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { return reason }
        elaboration.error(
            .acceptanceWithoutReason, "the acceptance gives no reason", at: text.location, "says nothing",
            help: "say why this may stand, for whoever reads it next year")
        return nil
    }

    private func day(_ token: SyntaxToken) -> Int? {
        if let date = CivilDate(iso: token.text) { return Int(date.dayNumber) }
        elaboration.error(
            TypeCodes.noSuchTime, "there is no day \(token.text)", at: token.location, "not in the calendar",
            help: ExpressionChecker.monthLength(of: token.text))
        return nil
    }

    // MARK: Places

    /// Whether a finding is never one of a single rule, which is reported where it is accepted for one.
    private func isOfWholes(_ clause: AcceptClauseSyntax, besides rule: SyntaxToken) -> Bool {
        guard let token = clause.kind, let kind = FindingKind(rawValue: token.text), let place = kind.placeBesidesRules
        else { return false }
        elaboration.error(
            .misplacedAcceptance, "`\(kind.rawValue)` is found in \(place), not in one rule", at: token.location,
            "accepted for a rule", also: [Label(rule.location, "this rule")],
            help: kind.isOfDecisions
                ? "write it before the first rule of the decision, or behind `otherwise`, and without `of`"
                : "write it under what it is found in")
        return true
    }

    private func reportRuleOfRule(_ token: SyntaxToken, _ rule: SyntaxToken) {
        elaboration.error(
            .misplacedAcceptance, "what stands in a rule is accepted for that rule", at: token.location,
            "names a rule again", also: [Label(rule.location, "it stands in this rule")],
            help: "leave out `of \(token.text)`, or write it outside of the rules")
    }

    private func reportNoRules(_ token: SyntaxToken) {
        elaboration.error(
            .misplacedAcceptance, "only a decision has rules, and this does not stand in one", at: token.location,
            "of which decision?", help: "leave out `of \(token.text)`, or write it in the decision")
    }

    private func reportUnknownRule(_ token: SyntaxToken, _ draft: DecisionDraft, _ heading: Heading) {
        let names = draft.names + (draft.otherwise == nil ? [] : ["otherwise"])
        elaboration.error(
            .unknownRule, "decision `\(heading.name)` has no rule `\(token.text)`", at: token.location,
            "not a rule of it", also: [Label(heading.location, "the decision")],
            help: Spelling.question(token.text, among: names))
    }
}

extension FindingKind {
    /// Where it is found, if that is never a rule.
    fileprivate var placeBesidesRules: String? {
        switch self {
        case .gap: "a decision as a whole"
        case .unproduced: "a decision or a type"
        case .unused: "a declaration"
        case .idle_test: "a test"
        case .broken_promise: "a promise"
        default: nil
        }
    }

    fileprivate var isOfDecisions: Bool { self == .gap || self == .unproduced }
}

extension DeclarationSyntax {
    /// What is accepted at its end; nothing for decisions, where it is an item.
    fileprivate var accepts: [AcceptClauseSyntax] {
        switch self {
        case .type(let syntax): syntax.accepts
        case .record(let syntax): syntax.accepts
        case .fact(let syntax): syntax.accepts
        case .param(let syntax): syntax.accepts
        case .define(let syntax): syntax.accepts
        case .action(let syntax): syntax.accepts
        case .promise(let syntax): syntax.accepts
        case .test(let syntax): syntax.accepts
        case .use, .calendar, .decision, .extend, .case: []
        }
    }
}
