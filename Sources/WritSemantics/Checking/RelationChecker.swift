import WritDiagnostics
import WritSource
import WritSyntax

/// Checks promises about two cases: the fact in which they differ, and the value that answers to it.
struct RelationChecker {
    let elaboration: Elaboration
    let sites: Sites

    func check() {
        for (index, site) in sites.relations.enumerated() {
            guard let syntax = site.syntax.relation else { continue }
            let expressions = ExpressionChecker(elaboration: elaboration, scope: Scope(globals: site.globals))
            if let (fact, fields) = syntax.path.flatMap({ changing($0, site.globals) }) {
                elaboration.model.relations[index].fact = fact
                elaboration.model.relations[index].fields = fields
            }
            elaboration.model.relations[index].condition = syntax.condition.map(expressions.checkCondition)
            if let value = syntax.value { elaboration.model.relations[index].value = check(value, expressions) }
        }
    }

    // MARK: The fact

    private func changing(_ path: PathSyntax, _ globals: GlobalScope) -> (FactID, [Int])? {
        guard let name = path.name else { return nil }
        guard case .fact(let id) = globals.symbols[name.text] else {
            elaboration.reportUnknown("fact", name, in: globals) { if case .fact = $0 { true } else { false } }
            return nil
        }
        var slot = elaboration.model[id].slot
        var fields: [Int] = []
        for token in path.steps {
            guard let (index, next) = FactNames.field(token, of: slot, elaboration) else { return nil }
            fields.append(index)
            slot = next
        }
        if hasOrder(slot.type) { return (id, fields) }
        reportNoOrder(path.location, path.node.text, slot.type)
        return nil
    }

    // MARK: The value

    private func check(_ syntax: ExprSyntax, _ expressions: ExpressionChecker) -> Term {
        let term = expressions.check(syntax)
        if hasOrder(term.type) { return term }
        if term.type.isQuotient {
            expressions.reportUnrounded(term)
        } else {
            reportNoOrder(syntax.location, syntax.node.text, term.type)
        }
        return term
    }

    // MARK: Order

    /// Whether one value of the type can be greater than another: quantities as they are compared, `false` before `true`, and
    /// the values of an enumeration as they are declared.
    private func hasOrder(_ type: WritType) -> Bool {
        switch type {
        case .boolean, .poison: true
        case .variant(let id): elaboration.model[id].isEnumeration
        default: type.isQuantity
        }
    }

    private func reportNoOrder(_ location: SourceLocation, _ words: String, _ type: WritType) {
        elaboration.error(
            TypeCodes.noOrder, "\(TypeNames.quoted(type, in: elaboration.model)) has no order", at: location,
            "neither rises nor falls",
            help: field(of: type).map { "name a part of it that has one, such as `\(words).\($0)`" }
                ?? "a quantity has an order, and so have a boolean and an enumeration, whose values rise as they are declared"
        )
    }

    /// A part of a value without order that has one.
    private func field(of type: WritType) -> String? {
        let slots: [Slot] =
            switch type {
            case .record(let id): elaboration.model[id].fields
            case .variant(let id): elaboration.model[id].cases.flatMap(\.fields)
            default: []
            }
        return slots.first { hasOrder($0.type) }?.name
    }
}
