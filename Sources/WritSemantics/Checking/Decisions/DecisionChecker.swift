import WritDiagnostics
import WritSource
import WritSyntax

/// Checks what decisions say: their mode, rules, tables, and what other policies add to them.
struct DecisionChecker {
    let elaboration: Elaboration
    let sites: Sites
    let tables: TableFiles
    let policyNamed: (String) -> Policy?

    func check() {
        let extensions = resolveExtensions()
        for index in sites.decisions.indices { check(DecisionID(index), extensions[DecisionID(index)] ?? []) }
    }

    private func check(_ id: DecisionID, _ extensions: [Site<ExtendDeclarationSyntax>]) {
        let site = sites.decisions[id.index]
        let decision = elaboration.model[id]
        let modes = ModeChecker(elaboration: elaboration)
        let mode = modes.mode(of: site.syntax, decision.heading)
        let valueType = modes.valueType(mode, decision.type, site.syntax)
        var items = DecisionItemChecker(
            elaboration: elaboration, tables: tables, decision: decision, mode: mode, valueType: valueType)
        items.check(site.syntax.items, of: site.syntax.node, in: site.globals, isExtension: false)
        for extra in extensions {
            items.check(extra.syntax.items, of: extra.syntax.node, in: extra.globals, isExtension: true)
        }
        if items.draft.isIncomplete || site.syntax.node.isBroken || extensions.contains(where: \.syntax.node.isBroken) {
            elaboration.incompleteDecisions.insert(id)
            items.draft.isIncomplete = true
        } else if site.syntax.items.allSatisfy(\.answersNothing) && extensions.isEmpty {
            reportEmpty(decision.heading)
        }
        store(items.draft, mode, id)
        AcceptanceChecker(elaboration: elaboration).check(items.draft, of: id)
    }

    private func store(_ draft: DecisionDraft, _ mode: Decision.Mode, _ id: DecisionID) {
        let rules = OverridePlacement(elaboration: elaboration, mode: mode, draft: draft).placed()
        elaboration.model.decisions[id.index].mode = mode
        elaboration.model.decisions[id.index].columns = draft.columns
        elaboration.model.decisions[id.index].rules = rules
        elaboration.model.decisions[id.index].otherwise = draft.otherwise
        elaboration.model.decisions[id.index].undetermined = draft.undetermined
    }

    private func reportEmpty(_ heading: Heading) {
        elaboration.warn(
            .noRules, "decision `\(heading.name)` has no rules", at: heading.location, "never answers",
            help: "add a `rule`, a `table` or an `otherwise`")
    }

    // MARK: Extensions

    /// The extensions of each decision, in the order of the files.
    private func resolveExtensions() -> [DecisionID: [Site<ExtendDeclarationSyntax>]] {
        var found: [DecisionID: [Site<ExtendDeclarationSyntax>]] = [:]
        for site in sites.extensions {
            guard let name = site.syntax.name, let id = decision(name, site) else { continue }
            found[id, default: []].append(site)
        }
        return found
    }

    /// `resolution` among the visible names, or `service_desk.resolution` in the policy it names.
    private func decision(_ name: QualifiedNameSyntax, _ site: Site<ExtendDeclarationSyntax>) -> DecisionID? {
        guard let last = name.parts.last else { return nil }
        guard name.parts.count > 1 else { return decision(last, site.globals) }
        let policyName = name.parts.dropLast().map(\.text).joined(separator: ".")
        guard let policy = policyNamed(policyName) else {
            if elaboration.reportedUses.contains(policyName) { return nil }
            elaboration.error(
                .unknownPolicy, "there is no policy `\(policyName)`", at: name.location, "not among the files read",
                help: "write the policy's name, a dot and the decision's")
            return nil
        }
        return decision(last, policy.globals)
    }

    private func decision(_ token: SyntaxToken, _ globals: GlobalScope) -> DecisionID? {
        if case .decision(let id) = globals.symbols[token.text] { return id }
        elaboration.reportUnknown("decision", token, in: globals) { if case .decision = $0 { true } else { false } }
        return nil
    }
}

extension DecisionItemSyntax {
    fileprivate var answersNothing: Bool {
        switch self {
        case .mode, .accept: true
        default: false
        }
    }
}
