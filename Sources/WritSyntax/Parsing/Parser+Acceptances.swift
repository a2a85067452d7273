import WritDiagnostics
import WritSource

/// Findings that are accepted in the place where they are found.
extension Parser {
    /// `accept`, a finding and a reason: not something of that name. On a line of its own the reason, or the finding, may be
    /// forgotten.
    var atAcceptance: Bool {
        guard at(.accept) else { return false }
        if isShapedAsAcceptance { return true }
        guard startsLine, !startsLine(1) else { return false }
        return kind(1).startsText || (kind(1).isName && namesFinding(text(1)))
    }

    /// A word, a finding, and its reason or the rule it is of.
    var isShapedAsAcceptance: Bool { kind(1).isName && (kind(2).startsText || kind(2) == .of) }

    private func namesFinding(_ word: String) -> Bool {
        let names = FindingKind.allCases.map(\.rawValue)
        // Where a finding is reported its words are joined with dashes: `constant-condition`.
        return names.contains { $0 == word || $0.hasPrefix(word + "_") } || closestMatch(to: word, in: names) != nil
    }

    /// Parses what stands before the acceptances of a declaration, and ends where they begin.
    mutating func beforeAcceptances(_ parse: (inout Parser) -> Void) {
        contexts.append(.acceptances)
        parse(&self)
        contexts.removeLast()
    }

    /// The acceptances at the end of a declaration. Whatever else stands there belongs to nobody, or to the next one.
    mutating func parseAcceptances() {
        contexts.append(.acceptances)
        while atAcceptance
            || (isShapedAsAcceptance && !ListContext.declarations.begins(self) && respell() && at(.accept))
        {
            isPanicking = false
            label(.accepts) { $0.parseAcceptClause() }
        }
        contexts.removeLast()
    }

    mutating func parseAcceptClause() {
        let mark = open()
        eat(.accept)
        if kind().isName { scope("accept") { $0.parseAccepted() } } else { parseAccepted() }
        close(.acceptClause, mark)
    }

    private mutating func parseAccepted() {
        expectName(.kind, "what is accepted, such as `gap` or `unreachable`")
        if consume(if: .of) { expectRuleName(.rule) }
        expectText(.reason, "a text that gives the reason")
        guard consume(if: .until) else { return }
        if at(.date) { return advance(.until) }
        expected("the last day, such as `2026-12-31`")
        pushMissing()
    }
}
