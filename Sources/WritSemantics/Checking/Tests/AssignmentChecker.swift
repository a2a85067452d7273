import WritDiagnostics
import WritSource
import WritSyntax

/// Checks what cases and tests set: facts, parts of facts through records, and params, each to a fixed value.
struct AssignmentChecker {
    let elaboration: Elaboration
    let globals: GlobalScope

    func check(_ syntax: AssignmentSyntax) -> Assignment? {
        guard let path = syntax.path, let name = path.name else { return nil }
        guard let (target, slot) = target(name, path) else { return nil }
        guard let value = syntax.value, let datum = self.value(value, slot, target) else { return nil }
        ValueBounds(elaboration: elaboration).check(datum, in: slot, at: value.location)
        return Assignment(target: target, value: datum, location: syntax.location)
    }

    // MARK: Targets

    private func target(_ name: SyntaxToken, _ path: PathSyntax) -> (Assignment.Target, Slot)? {
        switch globals.symbols[name.text] {
        case .fact(let id):
            guard let (steps, slot) = steps(path.steps, below: elaboration.model[id].slot) else { return nil }
            return (.fact(id, steps), slot)
        case .param(let id):
            if path.steps.isEmpty { return (.param(id), elaboration.model[id].slot) }
            elaboration.error(
                .invalidAssignment, "a param is set as a whole", at: path.location, "a part of it",
                help: "write `\(name.text) = …` with the whole value")
            return nil
        default:
            FactNames.reportUnknown(name, elaboration, globals)
            return nil
        }
    }

    private func steps(_ tokens: [SyntaxToken], below slot: Slot) -> ([Int], Slot)? {
        var slot = slot
        var indices: [Int] = []
        for token in tokens {
            guard let (index, next) = FactNames.field(token, of: slot, elaboration) else { return nil }
            indices.append(index)
            slot = next
        }
        return slot.type == .poison ? nil : (indices, slot)
    }

    // MARK: Values

    private func value(_ syntax: ExprSyntax, _ slot: Slot, _ target: Assignment.Target) -> Datum? {
        let errors = elaboration.errorCount
        let expressions = ExpressionChecker(elaboration: elaboration, scope: Scope(globals: globals), isGiven: true)
        let term = expressions.checkKept(syntax, as: slot.type, isOptional: true)
        guard elaboration.errorCount == errors else { return nil }
        guard let datum = expressions.constant(term) else {
            elaboration.error(
                .notConstant, "`\(slot.name)` is given a fixed value", at: syntax.location, "depends on something else",
                help: "write the value itself, as a host would tell it")
            return nil
        }
        return rooted(datum, slot, target, syntax)
    }

    /// Unknown parts get the path at which a host would not have told them.
    private func rooted(_ datum: Datum, _ slot: Slot, _ target: Assignment.Target, _ syntax: ExprSyntax) -> Datum? {
        switch target {
        case .fact(let id, let steps):
            let path = FactNames.path(id, steps, elaboration.model)
            return UnknownPaths(model: elaboration.model).rooted(datum, slot.type, at: path)
        case .param:
            guard case .unknown = datum else { return datum }
            elaboration.error(
                .invalidAssignment, "param `\(slot.name)` always has a value", at: syntax.location, "cannot be unknown",
                help: "leave it out to use its own value")
            return nil
        }
    }
}

/// Gives the unknown parts of a value the paths of the facts that are missing.
struct UnknownPaths {
    let model: CheckedModel

    func rooted(_ datum: Datum, _ type: WritType, at path: FactPath) -> Datum {
        switch (datum, type) {
        case (.unknown, _): .unknown(.missing(path))
        case (.record(let parts), .record(let id)): .record(fields(parts, model[id].fields, at: path))
        case (.variant(let index, let parts), .variant(let id)):
            .variant(index, fields(parts, model[id].cases[index].fields, at: path))
        case (.list(let elements), .list(let element)):
            .list(elements.enumerated().map { rooted($1, element, at: path.appending(.element($0))) })
        default: datum
        }
    }

    private func fields(_ parts: [Datum], _ slots: [Slot], at path: FactPath) -> [Datum] {
        zip(parts, slots).map { rooted($0, $1.type, at: path.appending(.field($1.name))) }
    }
}
