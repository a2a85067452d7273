import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    /// A name: a local, then a value of the expected enumeration, then what the policy declares, then a value that only one
    /// visible enumeration has.
    func name(_ view: NameExprSyntax, expecting expected: WritType?) -> Term {
        guard let token = view.name else { return poison(at: view.location) }
        let name = token.text
        if let local = scope.locals[name] { return Term(.local(local), model[local].type, view.location) }
        if let found = expectedCase(name, expected) { return caseValue(found.variant, found.index, at: view.location) }
        if let places = scope.globals.ambiguous[name] { return ambiguous(name, places, at: view.location) }
        if let symbol = scope.globals.symbols[name] { return value(of: symbol, name, at: view.location) }
        if let found = onlyCase(name, at: view.location) { return found }
        return unknownName(token, expecting: expected)
    }

    /// The declared type's case of this name.
    func expectedCase(_ name: String, _ expected: WritType?) -> (variant: VariantID, index: Int)? {
        guard case .variant(let id) = expected else { return nil }
        return model[id].cases.firstIndex { $0.name == name }.map { (id, $0) }
    }

    /// The value that a symbol stands for; a mistake when it stands for none.
    private func value(of symbol: Symbol, _ name: String, at location: SourceLocation) -> Term {
        switch symbol {
        case .local(let id): Term(.local(id), model[id].type, location)
        case .fact(let id): Term(.fact(id), model[id].slot.type, location)
        case .param(let id): Term(.param(id), model[id].slot.type, location)
        case .calendar(let id): Term(.constant(.variant(id.index, [])), .calendar, location)
        case .define(let id): defineValue(id, name, at: location)
        case .decision(let id): decisionValue(id, name, at: location)
        case .variant, .record, .action, .namedCase, .promise, .relation: notValue(symbol, name, at: location)
        }
    }

    private func defineValue(_ id: DefineID, _ name: String, at location: SourceLocation) -> Term {
        let define = elaboration.defineOnDemand(id)
        guard define.parameters.isEmpty else {
            return needsArguments(name, define.parameters.map { model[$0].name }, at: location)
        }
        return Term(.define(id, []), define.body.type, location)
    }

    private func decisionValue(_ id: DecisionID, _ name: String, at location: SourceLocation) -> Term {
        let decision = model[id]
        guard decision.parameters.isEmpty else {
            return needsArguments(name, decision.parameters.map { model[$0].name }, at: location)
        }
        return Term(.decision(id, []), decision.type, location)
    }

    private func needsArguments(_ name: String, _ parameters: [String], at location: SourceLocation) -> Term {
        let call = "\(name)(\(parameters.map { "\($0): …" }.joined(separator: ", ")))"
        return mistake(
            ExpressionNameCodes.missingArgument, "`\(name)` needs its arguments", at: location, help: "write `\(call)`")
    }

    private func notValue(_ symbol: Symbol, _ name: String, at location: SourceLocation) -> Term {
        let (what, help): (String, String)
        switch symbol {
        case .variant(let id):
            let cases = model[id].cases.prefix(5).map { "`\($0.name)`" }.joined(separator: ", ")
            (what, help) = ("is a type, not a value", "its values are \(cases)")
        case .record(let id):
            let fields = model[id].fields.map { "\($0.name): …" }.joined(separator: ", ")
            (what, help) = ("is a record type, not a value", "make one with `\(name)(\(fields))`")
        case .action: (what, help) = ("is an action, not a value", "actions stand after `do`")
        case .namedCase: (what, help) = ("is a case for tests, not a value", "tests use it: `given like \(name)`")
        case .relation: (what, help) = ("is a promise, not a value", "ask of one case what it promises of two")
        default: (what, help) = ("is a promise, not a value", "make its condition a `define` and use that")
        }
        return mistake(ExpressionNameCodes.notValue, "`\(name)` \(what)", at: location, help: help)
    }

    /// A case named alone: a value when it has no fields.
    func caseValue(_ variant: VariantID, _ index: Int, at location: SourceLocation) -> Term {
        let found = model[variant].cases[index]
        guard found.fields.isEmpty else {
            let fields = found.fields.map { "\($0.name): …" }.joined(separator: ", ")
            _ = mistake(
                ExpressionNameCodes.missingArgument, "`\(found.name)` needs its fields", at: location,
                help: "write `\(found.name)(\(fields))`")
            return broken(.variant(variant), at: location)
        }
        return Term(.constant(.variant(index, [])), .variant(variant), location)
    }

    /// A value that one visible enumeration has; a mistake when several have it; nil when none has.
    private func onlyCase(_ name: String, at location: SourceLocation) -> Term? {
        guard let found = onlyCaseID(name, at: location) else { return nil }
        switch found {
        case .success(let id): return caseValue(id.variant, id.index, at: location)
        case .failure: return poison(at: location)
        }
    }

    struct CaseID { var variant: VariantID; var index: Int }
    struct Reported: Error {}

    func onlyCaseID(_ name: String, at location: SourceLocation) -> Result<CaseID, Reported>? {
        let found = scope.globals.variantCases[name] ?? []
        if found.count == 1 { return .success(CaseID(variant: found[0].variant, index: found[0].index)) }
        guard let first = found.first else { return nil }
        let types = found.map { "`\(model[$0.variant].heading.name)`" }.joined(separator: " and ")
        _ = mistake(
            ExpressionNameCodes.ambiguousName, "`\(name)` is a value of \(types)", at: location, "which one?",
            help: "say which: `\(model[first.variant].heading.name).\(name)`")
        return .failure(Reported())
    }

    func ambiguous(_ name: String, _ places: [SourceLocation], at location: SourceLocation) -> Term {
        mistake(
            ExpressionNameCodes.ambiguousName, "`\(name)` is declared by two policies that this one uses", at: location,
            "which one?", also: places.map { Label($0, "declared here") },
            help: "rename one of them, or use only one policy")
    }
}
