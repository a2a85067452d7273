import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// `order.amount`, `resolution.amount`, `Level.high`.
    func member(_ view: MemberSyntax) -> Term {
        guard let token = view.name else { return poison(at: view.location) }
        if let variant = qualifier(view.base) {
            guard let index = caseIndex(token, of: variant) else { return broken(.variant(variant), at: view.location) }
            return caseValue(variant, index, at: view.location)
        }
        let base = operand(view.base, of: view)
        switch base.type {
        case .poison: return poison(at: view.location)
        case .record(let id): return field(base, id, token, at: view.location)
        case .variant(let id): return caseField(base, id, token, at: view.location)
        case .list: return memberOfList(base, token)
        default:
            return mistake(
                ExpressionNameCodes.unknownMember, "\(typeName(base.type)) has no `\(token.text)`", at: token.location,
                also: [Label(base.location, "this is \(typeName(base.type))")])
        }
    }

    /// The type that a name before a dot stands for.
    func qualifier(_ base: ExprSyntax?) -> VariantID? {
        guard case .nameExpr(let view) = base, let name = view.name?.text,
            case .variant(let id) = scope.symbol(named: name)
        else { return nil }
        return id
    }

    func caseIndex(_ token: SyntaxToken, of variant: VariantID) -> Int? {
        let cases = model[variant].cases.map(\.name)
        if let index = cases.firstIndex(of: token.text) { return index }
        if elaboration.isLostPart(token.text) { return nil }
        let close = Spelling.nearest(to: token.text, among: cases)
        _ = mistake(
            ExpressionNameCodes.unknownMember, "`\(token.text)` is not a value of `\(model[variant].heading.name)`",
            at: token.location, help: close.map { "did you mean `\($0)`?" }, fixIts: fixes(close, at: token.location))
        return nil
    }

    private func field(_ base: Term, _ id: RecordID, _ token: SyntaxToken, at location: SourceLocation) -> Term {
        let fields = model[id].fields
        if let index = fields.firstIndex(where: { $0.name == token.text }) {
            return Term(.field(base, index), fields[index].type, location)
        }
        return unknownField(token, of: base, among: fields.map(\.name))
    }

    /// A field that one or several cases of a variant have.
    private func caseField(_ base: Term, _ id: VariantID, _ token: SyntaxToken, at location: SourceLocation) -> Term {
        let places = model[id].cases.enumerated().compactMap { number, found in
            found.fields.firstIndex { $0.name == token.text }.map { Term.CaseField(caseIndex: number, fieldIndex: $0) }
        }
        guard let first = places.first else {
            return unknownField(token, of: base, among: model[id].cases.flatMap { $0.fields.map(\.name) })
        }
        let type = slot(first, of: id).type
        if let other = places.first(where: { slot($0, of: id).type != type }) {
            return mistake(
                ExpressionNameCodes.unknownMember, "`\(token.text)` has another type in each case", at: token.location,
                also: [first, other].map { Label(slot($0, of: id).location, typeName(slot($0, of: id).type)) },
                help: "give the fields different names in the type")
        }
        return Term(.caseField(base, places), type, location)
    }

    private func slot(_ place: Term.CaseField, of id: VariantID) -> Slot {
        model[id].cases[place.caseIndex].fields[place.fieldIndex]
    }

    private func unknownField(_ token: SyntaxToken, of base: Term, among names: [String]) -> Term {
        if elaboration.isLostPart(token.text) { return poison(at: token.location) }
        let close = Spelling.nearest(to: token.text, among: names)
        let all =
            names.isEmpty ? "it has no fields" : "it has " + names.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
        return mistake(
            ExpressionNameCodes.unknownMember, "\(typeName(base.type)) has no field `\(token.text)`",
            at: token.location,
            help: close.map { "did you mean `\($0)`?" } ?? all, fixIts: fixes(close, at: token.location))
    }

    private func memberOfList(_ base: Term, _ token: SyntaxToken) -> Term {
        let list = base.location.text
        return mistake(
            ExpressionNameCodes.unknownMember, "a list has no `\(token.text)`, its elements may", at: token.location,
            also: [Label(base.location, "this is \(typeName(base.type))")],
            help: "ask about its elements: `any x in \(list) has x.\(token.text) …`, `every …`, `first … where …`")
    }
}
