import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Checks what values look like: records, variants, facts, and the slots of params, actions and decisions.
///
/// After it every declaration has its type, so that expressions may refer to any of them; bodies and bounds follow.
struct TypeDeclarationChecker {
    let elaboration: Elaboration
    let sites: Sites

    func check() {
        for (index, site) in sites.variants.enumerated() { if let site { checkVariant(VariantID(index), site) } }
        for (index, site) in sites.records.enumerated() { if let site { checkRecord(RecordID(index), site) } }
        TypeRecursion(elaboration: elaboration).check()
        var widths = TypeWidths(elaboration: elaboration)
        widths.check()
        for (index, site) in sites.facts.enumerated() { if let site { checkFact(FactID(index), site) } }
        for (index, site) in sites.params.enumerated() { checkParam(ParamID(index), site) }
        for (index, site) in sites.actions.enumerated() { checkAction(ActionID(index), site) }
        for (index, site) in sites.decisions.enumerated() { checkDecision(DecisionID(index), site) }
        reportFactWires()
    }

    private func slots(_ globals: GlobalScope) -> SlotChecker {
        SlotChecker(elaboration: elaboration, globals: globals)
    }

    private func types(_ globals: GlobalScope) -> TypeResolver {
        TypeResolver(elaboration: elaboration, globals: globals)
    }

    private func checkVariant(_ id: VariantID, _ site: Site<TypeDeclarationSyntax>) {
        let name = elaboration.model[id].heading.name
        let cases = site.syntax.cases.filter { $0.name != nil }
        let labels = CaseLabelChecker(elaboration: elaboration, languages: site.globals.languages)
        for (index, syntax) in cases.enumerated() {
            syntax.label.map(labels.check)
            // Most types are enumerations, and a large policy has hundreds of cases.
            let fields = syntax.fields
            if fields.isEmpty { continue }
            let owner = "case `\(elaboration.model.variants[id.index].cases[index].name)`"
            elaboration.model.variants[id.index].cases[index].fields = slots(site.globals).parameters(
                fields, of: owner)
        }
        let members = elaboration.model[id].cases.map {
            MemberNames.Member(name: $0.name, wire: $0.wire, location: $0.location)
        }
        MemberNames.check(members, of: "type `\(name)`", elaboration)
    }

    private func checkRecord(_ id: RecordID, _ site: Site<[FieldSyntax]>) {
        let name = elaboration.model[id].heading.name
        elaboration.model.records[id.index].fields = slots(site.globals).fields(site.syntax, of: "`\(name)`")
    }

    private func checkFact(_ id: FactID, _ site: Site<FactDeclarationSyntax>) {
        let syntax = site.syntax
        let heading = elaboration.model[id].heading
        var written = syntax.type.map { types(site.globals).slot($0) } ?? .poison
        if let record = sites.inlineRecords[id] {
            written = TypeResolver.Written(type: .record(record))
        } else if syntax.type == nil, !syntax.node.isCutShort {
            reportShape(heading)
        }
        let type = checkPlain(written.type, id, site)
        elaboration.model.facts[id.index].slot = Slot(
            name: heading.name, type: type, isOptional: written.isOptional,
            wire: elaboration.fixed(syntax.wire, "a name in documents"),
            unit: written.unit, doc: heading.doc, location: heading.location)
    }

    /// Of fields written below the fact each is looked at by itself.
    private func checkPlain(_ type: WritType, _ id: FactID, _ site: Site<FactDeclarationSyntax>) -> WritType {
        let placement = MessagePlacement(elaboration: elaboration)
        guard let record = sites.inlineRecords[id] else {
            return placement.plain(type, site.syntax.type, for: "a fact")
        }
        for (index, syntax) in site.syntax.fields.filter({ $0.name != nil }).enumerated() {
            let field = elaboration.model[record].fields[index].type
            elaboration.model.records[record.index].fields[index].type = placement.plain(
                field, syntax.type, for: "a field of a fact")
        }
        return type
    }

    private func reportShape(_ heading: Heading) {
        elaboration.error(
            .factShape, "fact `\(heading.name)` has neither a type nor fields", at: heading.location, "of which type?",
            help: "write `fact \(heading.name) : Type`, or its fields below it, one a line")
    }

    private func checkParam(_ id: ParamID, _ site: Site<ParamDeclarationSyntax>) {
        let written = types(site.globals).required(site.syntax.type, for: "a param")
        elaboration.model.params[id.index].slot.type = MessagePlacement(elaboration: elaboration).plain(
            written.type, site.syntax.type, for: "a param")
        elaboration.model.params[id.index].slot.unit = written.unit
    }

    private func checkAction(_ id: ActionID, _ site: Site<ActionDeclarationSyntax>) {
        let owner = "action `\(elaboration.model[id].heading.name)`"
        elaboration.model.actions[id.index].parameters = slots(site.globals).parameters(
            site.syntax.parameterList, of: owner)
    }

    private func checkDecision(_ id: DecisionID, _ site: Site<DecisionDeclarationSyntax>) {
        let owner = "decision `\(elaboration.model[id].heading.name)`"
        let slots = slots(site.globals).plainParameters(
            site.syntax.parameterList, of: owner, for: "an argument of a decision")
        elaboration.model.decisions[id.index].parameterSlots = slots
        elaboration.model.decisions[id.index].parameters = slots.map { elaboration.makeLocal($0.name, $0.type) }
        let written = types(site.globals).required(site.syntax.type, for: "a decision")
        elaboration.model.decisions[id.index].type = written.type
        elaboration.model.decisions[id.index].unit = written.unit
    }

    /// In one policy two facts cannot have one name in documents. Facts with one name were reported when they were collected.
    private func reportFactWires() {
        let policies = Dictionary(grouping: elaboration.model.facts) { $0.heading.policy }
        for (policy, facts) in policies.sorted(by: { $0.key < $1.key }) where policy != "" {
            var names: Set<String> = []
            let members = facts.filter { names.insert($0.heading.name).inserted }.map {
                MemberNames.Member(name: $0.heading.name, wire: $0.slot.wire, location: $0.heading.location)
            }
            MemberNames.check(members, of: "policy `\(policy)`", elaboration)
        }
    }
}

extension SyntaxNode {
    /// Whether something below or right behind it could not be read, which was reported: what is missing may be that.
    fileprivate var isCutShort: Bool {
        if isBroken { return true }
        guard let siblings = parent?.childNodes, let index = siblings.firstIndex(of: self) else { return false }
        return siblings.indices.contains(index + 1) && siblings[index + 1].kind == .unexpected
    }
}
