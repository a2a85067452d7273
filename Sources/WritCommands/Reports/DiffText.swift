import WritDiagnostics
import WritKit
import WritSource

/// What a change of a policy means, for people.
struct DiffText {
    private let comparison: PolicyComparison
    private let counts: CaseCounts?
    private let ink: Ink
    private let color: Bool

    init(_ comparison: PolicyComparison, _ counts: CaseCounts? = nil, color: Bool = false) {
        self.comparison = comparison
        self.counts = counts
        self.color = color
        ink = Ink(isOn: color)
    }

    var text: String {
        let shown = comparison.decisions.indices.filter { !comparison.decisions[$0].isSame || others($0) > 0 }
        return shown.map { decision($0) + "\n" }.joined() + findings + summary
    }

    // MARK: Decisions

    private func decision(_ place: Int) -> String {
        let decision = comparison.decisions[place]
        let name = ink.bold(VisibleText.oneLine(decision.name))
        switch decision.kind {
        case .same: return "\(name): proved: no case is decided differently\n"
        case .added: return "\(name): \(ink.yellow("is new"))\n"
        case .removed: return "\(name): \(ink.yellow("is gone"))\n"
        case .retyped(let words): return "\(name): \(ink.yellow(words)), so answers are not compared\n"
        case .undecided(let why):
            return "\(name): \(ink.yellow("not decided")) whether cases are decided differently: \(oneLine(why))\n"
                + othersLine(place)
        case .changed(let changes, let isComplete):
            let head = "\(name): \(changes.count) kind\(changes.count == 1 ? "" : "s") of cases decided differently\n"
            let rest = isComplete ? "" : "\n  " + ink.yellow("there may be more kinds than these") + "\n"
            return head + changes.enumerated().map { change($1, number: $0 + 1) }.joined() + othersLine(place) + rest
        }
    }

    private func change(_ change: ChangedCases, number: Int) -> String {
        var lines = DiffLines(ink: ink)
        lines.text += "\n  \(number). \(side(change.old)) → \(side(change.new))\n"
        let regions = change.regions + (change.isWhole || change.regions.isEmpty ? [] : ["and others"])
        lines.add("cases", regions.map(oneLine))
        let facts = change.facts.isEmpty ? "a case that tells nothing" : change.facts.joined(separator: ", ")
        lines.add("example", [oneLine(facts)])
        lines.add("before", [answer(change.before)])
        lines.add("now", [answer(change.after)])
        lines.add("edit", DiffCause(change.cause).lines.map(oneLine))
        if let count = change.caseCount, let counts { lines.add("history", ["\(count) of \(cases(counts.total))"]) }
        return lines.text
    }

    private func side(_ side: AnswerSide) -> String { oneLine(side.text) }

    private func answer(_ decided: Decided) -> String {
        oneLine(DiffAnswer(decided).text)
    }

    // MARK: The rest

    private func others(_ place: Int) -> Int { counts?.others[place] ?? 0 }

    private func othersLine(_ place: Int) -> String {
        let count = others(place)
        if count == 0 { return "" }
        return "\n  \(cases(count)) of the history \(count == 1 ? "is" : "are") decided differently in other ways\n"
    }

    private var findings: String {
        if comparison.newFindings.isEmpty { return "" }
        return RichRenderer(color: color).render(comparison.newFindings)
    }

    private var summary: String { DiffSummary(comparison, counts).lines.map { $0 + "\n" }.joined() }

    private func cases(_ count: Int) -> String { "\(count) case\(count == 1 ? "" : "s")" }

    private func oneLine(_ text: String) -> String { VisibleText.oneLine(text) }
}

/// Labels in one column and texts in the next, each on a line of its own.
private struct DiffLines {
    let ink: Ink
    var text = ""

    mutating func add(_ label: String, _ values: [String]) {
        for (index, value) in values.enumerated() {
            let space = String(repeating: " ", count: 10 - (index == 0 ? label.count : 0))
            text += "     " + (index == 0 ? ink.dim(label) : "") + space + value + "\n"
        }
    }
}
