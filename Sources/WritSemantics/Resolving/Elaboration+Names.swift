import WritDiagnostics
import WritSource
import WritSyntax

extension Elaboration {
    /// Says that a name stands for no `noun` here: for something else, for several things, or for nothing.
    func reportUnknown(_ noun: String, _ token: SyntaxToken, in globals: GlobalScope, isFitting: (Symbol) -> Bool) {
        let name = token.text
        if let places = globals.ambiguous[name] {
            error(
                .ambiguousReference, "`\(name)` is declared by two of the policies that `\(globals.policy)` uses",
                at: token.location, "which one is meant?", also: places.map { Label($0, "declared here") },
                help: "give one of them another name")
            return
        }
        if globals.symbols[name] == nil, isLost(token, in: globals) { return }
        let fitting = globals.symbols.filter { isFitting($0.value) }.keys
        let names = fitting.count > Spelling.mostCandidates ? [] : fitting.sorted()
        if let other = globals.symbols[name] {
            error(
                .unknownDeclaration, "`\(name)` is \(other.noun), not a \(noun)", at: token.location,
                "a \(noun) expected", help: listing(noun, names, in: globals))
        } else {
            error(
                .unknownDeclaration, "there is no \(noun) `\(name)`", at: token.location, "not declared",
                help: Spelling.question(name, among: names) ?? listing(noun, names, in: globals))
        }
    }

    private func listing(_ noun: String, _ names: [String], in globals: GlobalScope) -> String {
        if names.isEmpty, globals.symbols.count > Spelling.mostCandidates { return "there are too many to list" }
        if names.isEmpty { return "no \(noun) is declared or used here" }
        return "the \(noun)s known here are \(Spelling.list(names))"
    }
}
