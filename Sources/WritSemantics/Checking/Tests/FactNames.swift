import WritDiagnostics
import WritSource
import WritSyntax

/// Follows the names of facts and their fields.
enum FactNames {
    /// The field that a step names in a record; reported when there is none.
    static func field(_ token: SyntaxToken, of slot: Slot, _ elaboration: Elaboration) -> (index: Int, slot: Slot)? {
        guard case .record(let id) = slot.type else {
            if slot.type != .poison { reportNoRecord(token, slot, elaboration) }
            return nil
        }
        let fields = elaboration.model[id].fields
        if let index = fields.firstIndex(where: { $0.name == token.text }) { return (index, fields[index]) }
        if elaboration.isLostPart(token.text) { return nil }
        elaboration.error(
            .unknownFact, "`\(slot.name)` has no field `\(token.text)`", at: token.location, "not a field of it",
            also: [Label(slot.location, "declared here")],
            help: Spelling.question(token.text, among: fields.map(\.name))
                ?? "its fields are \(fields.map { "`\($0.name)`" }.joined(separator: ", "))")
        return nil
    }

    private static func reportNoRecord(_ token: SyntaxToken, _ slot: Slot, _ elaboration: Elaboration) {
        elaboration.error(
            .unknownFact,
            "`\(slot.name)` is \(TypeNames.quoted(slot.type, in: elaboration.model)), which has no fields",
            at: token.location, "no such field", also: [Label(slot.location, "declared here")],
            help: "give `\(slot.name)` a value as a whole")
    }

    static func reportUnknown(_ token: SyntaxToken, _ elaboration: Elaboration, _ globals: GlobalScope) {
        let name = token.text
        if let places = globals.ambiguous[name] {
            elaboration.error(
                .ambiguousReference, "two of the policies that `\(globals.policy)` uses declare `\(name)`",
                at: token.location,
                "which one is meant?", also: places.map { Label($0, "declared here") },
                help: "give one of them another name")
        } else if let symbol = globals.symbols[name] {
            elaboration.error(
                .unknownFact, "`\(name)` is \(symbol.noun); only facts and params are given values", at: token.location,
                "cannot be set", help: "set the facts that it is made of")
        } else if !elaboration.isLost(token, in: globals) {
            let names = globals.symbols.filter { $0.value.isSettable }.keys.sorted()
            elaboration.error(
                .unknownFact, "there is no fact or param `\(name)`", at: token.location, "not declared",
                help: Spelling.question(name, among: names) ?? "declare the fact, or `use` the policy that does")
        }
    }

    static func path(_ id: FactID, _ steps: [Int], _ model: CheckedModel) -> FactPath {
        var path = FactPath(fact: id, name: model[id].heading.name)
        var type = model[id].slot.type
        for step in steps {
            guard case .record(let record) = type else { break }
            let slot = model[record].fields[step]
            path = path.appending(.field(slot.name))
            type = slot.type
        }
        return path
    }
}

extension Symbol {
    fileprivate var isSettable: Bool {
        switch self {
        case .fact, .param: true
        default: false
        }
    }
}
