import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension NameCollector {
    /// Gives one declaration its ID and a placeholder in the model. One without a name was reported by the parser.
    mutating func declare(_ declaration: DeclarationSyntax, in policy: Policy) {
        switch declaration {
        case .use: break
        case .type(let syntax): declareType(syntax, in: policy)
        case .record(let syntax): declareRecord(syntax, in: policy)
        case .fact(let syntax): declareFact(syntax, in: policy)
        case .param(let syntax): declareParam(syntax, in: policy)
        case .define(let syntax): declareDefine(syntax, in: policy)
        case .calendar(let syntax): declareCalendar(syntax, in: policy)
        case .action(let syntax): declareAction(syntax, in: policy)
        case .decision(let syntax): declareDecision(syntax, in: policy)
        case .promise(let syntax): declarePromise(syntax, in: policy)
        case .case(let syntax): declareCase(syntax, in: policy)
        case .extend(let syntax): sites.extensions.append(Site(syntax: syntax, policy: policy))
        case .test(let syntax): sites.tests.append(Site(syntax: syntax, policy: policy))
        }
    }

    /// Enters a name into the policy's namespace, or says where it already stands.
    private func enter(_ token: SyntaxToken?, _ doc: TextSyntax?, as symbol: Symbol, in policy: Policy) -> Heading? {
        guard let token else { return nil }
        let name = token.text
        if let builtin = Builtins.symbols.first(where: { $0.name == name }), name != "Interval" {
            reportBuiltin(name, builtin.symbol, at: token.location)
        } else if let first = policy.declared[name] {
            elaboration.error(
                .duplicateName, "`\(name)` is declared twice in policy `\(policy.name)`", at: token.location,
                "declared again",
                also: [Label(first.location, "already \(first.symbol.noun) here")],
                help: "give one of them another name")
        } else {
            policy.declared[name] = Policy.Declared(symbol: symbol, location: token.location)
            policy.order.append(name)
        }
        return Heading(
            name: name, doc: elaboration.fixed(doc, "a description"), location: token.location, policy: policy.name)
    }

    private func reportBuiltin(_ name: String, _ symbol: Symbol, at location: SourceLocation) {
        let reason =
            switch symbol {
            case .fact: "every policy has the fact `\(name)`: hosts always tell it, and no policy may change its type"
            default: "every policy has the type `\(name)`: `weekday of` gives it"
            }
        elaboration.error(
            .builtinName, "`\(name)` is built in and cannot be declared again", at: location, "built in", help: reason)
    }

    // MARK: One kind each

    private mutating func declareType(_ syntax: TypeDeclarationSyntax, in policy: Policy) {
        let id = VariantID(elaboration.model.variants.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .variant(id), in: policy) else { return }
        let cases = syntax.cases.compactMap { item in
            item.name.map {
                VariantCase(
                    name: $0.text, wire: elaboration.fixed(item.wire, "a name in documents"),
                    label: item.label.map(label), doc: elaboration.fixed(item.doc, "a description"),
                    location: $0.location)
            }
        }
        elaboration.model.variants.append(VariantType(heading: heading, cases: cases))
        sites.variants.append(Site(syntax: syntax, policy: policy))
    }

    private func label(_ syntax: CaseLabelSyntax) -> CaseLabel {
        let written = [(nil, syntax.text)] + syntax.texts.map { ($0.language?.text, $0.text) }
        return CaseLabel(
            texts: written.compactMap { language, text in
                elaboration.fixed(text, "how a value reads").map { CaseLabel.Text(language: language, text: $0) }
            })
    }

    private mutating func declareRecord(_ syntax: RecordDeclarationSyntax, in policy: Policy) {
        let id = RecordID(elaboration.model.records.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .record(id), in: policy) else { return }
        elaboration.model.records.append(RecordType(heading: heading, fields: []))
        sites.records.append(Site(syntax: syntax.fields, policy: policy))
    }

    private mutating func declareFact(_ syntax: FactDeclarationSyntax, in policy: Policy) {
        let id = FactID(elaboration.model.facts.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .fact(id), in: policy) else { return }
        let slot = Slot(
            name: heading.name, type: .poison, isOptional: false, doc: heading.doc, location: heading.location)
        elaboration.model.facts.append(Fact(heading: heading, slot: slot))
        sites.facts.append(Site(syntax: syntax, policy: policy))
        guard !syntax.fields.isEmpty else { return }
        sites.inlineRecords[id] = RecordID(elaboration.model.records.count)
        elaboration.model.records.append(RecordType(heading: heading, fields: []))
        sites.records.append(Site(syntax: syntax.fields, policy: policy))
    }

    private mutating func declareParam(_ syntax: ParamDeclarationSyntax, in policy: Policy) {
        let id = ParamID(elaboration.model.params.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .param(id), in: policy) else { return }
        let slot = Slot(
            name: heading.name, type: .poison, isOptional: false, doc: heading.doc, location: heading.location)
        elaboration.model.params.append(Param(heading: heading, slot: slot, value: placeholder(heading)))
        sites.params.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declareDefine(_ syntax: DefineDeclarationSyntax, in policy: Policy) {
        let id = DefineID(elaboration.model.defines.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .define(id), in: policy) else { return }
        elaboration.model.defines.append(Define(heading: heading, parameters: [], body: placeholder(heading)))
        sites.defines.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declareCalendar(_ syntax: CalendarDeclarationSyntax, in policy: Policy) {
        let id = CalendarID(elaboration.model.calendars.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .calendar(id), in: policy) else { return }
        let calendar = WorkingCalendar(name: heading.name, zone: .utc, weekly: [:])
        elaboration.model.calendars.append(CalendarDeclaration(heading: heading, calendar: calendar))
        sites.calendars.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declareAction(_ syntax: ActionDeclarationSyntax, in policy: Policy) {
        let id = ActionID(elaboration.model.actions.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .action(id), in: policy) else { return }
        elaboration.model.actions.append(Action(heading: heading, parameters: []))
        sites.actions.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declareDecision(_ syntax: DecisionDeclarationSyntax, in policy: Policy) {
        let id = DecisionID(elaboration.model.decisions.count)
        guard let heading = enter(syntax.name, syntax.doc, as: .decision(id), in: policy) else { return }
        elaboration.model.decisions.append(Decision(heading: heading, type: .poison, mode: .first, rules: []))
        sites.decisions.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declarePromise(_ syntax: PromiseDeclarationSyntax, in policy: Policy) {
        if let relation = syntax.relation { return declareRelation(relation, syntax, in: policy) }
        let id = elaboration.model.promises.count
        guard let heading = enter(syntax.name, syntax.doc, as: .promise(id), in: policy) else { return }
        elaboration.model.promises.append(
            Promise(heading: heading, isNever: syntax.isNever, condition: placeholder(heading)))
        sites.promises.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declareRelation(
        _ relation: WheneverSyntax, _ syntax: PromiseDeclarationSyntax, in policy: Policy
    ) {
        let id = elaboration.model.relations.count
        guard let heading = enter(syntax.name, syntax.doc, as: .relation(id), in: policy) else { return }
        // Which fact it is about is found out once all facts have their types.
        elaboration.model.relations.append(
            RelationalPromise(
                heading: heading, fact: Builtins.today, changeRises: relation.change == .rises,
                value: placeholder(heading), valueNever: relation.refused == .rises ? .rises : .falls))
        sites.relations.append(Site(syntax: syntax, policy: policy))
    }

    private mutating func declareCase(_ syntax: CaseDeclarationSyntax, in policy: Policy) {
        let id = elaboration.model.cases.count
        guard let heading = enter(syntax.name, syntax.doc, as: .namedCase(id), in: policy) else { return }
        elaboration.model.cases.append(NamedCase(heading: heading, assignments: []))
        sites.cases.append(Site(syntax: syntax, policy: policy))
    }

    /// A term until the real one is checked.
    private func placeholder(_ heading: Heading) -> Term {
        Term(.constant(.unknown(.nothing(Absence(.written, at: heading.location)))), .poison, heading.location)
    }
}
