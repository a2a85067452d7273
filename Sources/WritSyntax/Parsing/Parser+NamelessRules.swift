import WritSource

/// Rules whose first line is lost, has no name, or stands twice.
extension Parser {
    /// What a rule holds up to here.
    struct RuleSoFar {
        var isAsked = false
        var isAnswered = false
    }

    /// A `when` that no rule is open for: behind a whole rule, or where a rule must begin.
    var atNamelessRule: Bool {
        guard at(.when), startsLine, kind(1) != .colon else { return false }
        return rule.map { $0.isAsked && $0.isAnswered } ?? true
    }

    mutating func parseNamelessRule() {
        rule = nil
        let mark = open()
        report(
            SyntaxCodes.expected, "a `rule NAME` line seems to be missing before this `when`", at: currentRange,
            label: "a rule begins here", help: "write `rule` and a name on the line above")
        pushMissing()
        parseClauses()
        close(.rule, mark)
    }

    /// `rule when …`: the word begins a clause, because what it is for follows it.
    var atClauseOfNameless: Bool {
        guard at(.when) || at(.then) || at(.because), !startsLine, !startsLine(1) else { return false }
        return kind(1).startsExpr && (at(.because) || !kind(1).startsText)
    }

    /// The same `rule` and name on the next line.
    var isRepeatedLine: Bool {
        guard kind(1).isName, kind(2) == .rule, startsLine(2), kind(3).isName, !startsLine(3) else { return false }
        return buffer.file.text(of: buffer.range(of: position + 1))
            == buffer.file.text(of: buffer.range(of: position + 3))
    }

    mutating func skipRepeatedLine() {
        let range = SourceRange(buffer[position].start, buffer[position + 1].end)
        report(
            SyntaxCodes.unexpected, "this line stands twice", at: range, label: "delete it",
            fixIt: ("delete the line", ""))
        skip { $0.startsLine }
    }
}
