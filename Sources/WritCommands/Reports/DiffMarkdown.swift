import WritDiagnostics
import WritKit
import WritSource

/// What a change of a policy means, as a comment on a pull request: a short table, and the cases below it.
struct DiffMarkdown {
    private let comparison: PolicyComparison
    private let counts: CaseCounts?

    init(_ comparison: PolicyComparison, _ counts: CaseCounts? = nil) {
        self.comparison = comparison
        self.counts = counts
    }

    var text: String {
        let head = "### What this change decides differently\n\n"
        let parts = [table, notes, details, findings].filter { !$0.isEmpty }
        return head + (parts + [verdict]).joined(separator: "\n")
    }

    private var verdict: String { DiffSummary(comparison, counts).lines.map { Self.plain($0) + "  \n" }.joined() }

    private var changes: [(decision: String, change: ChangedCases)] {
        comparison.decisions.flatMap { decision in decision.changes.map { (decision.name, $0) } }
    }

    private var table: String {
        if changes.isEmpty { return "" }
        let isCounted = counts != nil
        var text = "| Decision | Which cases | Before | Now | Edit |" + (isCounted ? " Cases |" : "") + "\n"
        text += "|---|---|---|---|---|" + (isCounted ? "--:|" : "") + "\n"
        for (decision, change) in changes {
            let regions =
                change.regions.isEmpty
                ? "such as the one below" : change.regions.map(Self.plain).joined(separator: "<br>or ")
            let rest = change.isWhole || change.regions.isEmpty ? "" : "<br>and others"
            let edits = change.cause.edits.prefix(3).map { Self.plain($0.what) }.joined(separator: "<br>")
            let cells = [
                Self.code(decision), regions + rest, Self.code(change.old.text), Self.code(change.new.text), edits,
            ]
            let count = isCounted ? " \(change.caseCount ?? 0) |" : ""
            text += "| " + cells.joined(separator: " | ") + " |" + count + "\n"
        }
        return text
    }

    /// What is no kind of cases.
    private var notes: String {
        comparison.decisions.enumerated().flatMap { place, decision -> [String] in
            let name = Self.code(decision.name)
            var lines: [String] = []
            switch decision.kind {
            case .same: break
            case .added: lines.append("\(name) is new.")
            case .removed: lines.append("\(name) is gone.")
            case .retyped(let words): lines.append("\(name): \(Self.plain(words)); answers are not compared.")
            case .undecided(let why):
                lines.append("\(name): **not decided** whether cases are decided differently: \(Self.plain(why)).")
            case .changed(_, let isComplete):
                if !isComplete { lines.append("\(name): there may be more kinds of cases than these.") }
            }
            let others = counts?.others[place] ?? 0
            if others > 0 { lines.append("\(name): \(others) of the cases are decided differently in other ways.") }
            return lines
        }.map { "- \($0)\n" }.joined()
    }

    private var details: String {
        if changes.isEmpty { return "" }
        var text = "<details><summary>A case of each, and the edits</summary>\n\n"
        for (number, (decision, change)) in changes.enumerated() {
            let facts =
                change.facts.isEmpty ? "a case that tells nothing" : change.facts.map(Self.code).joined(separator: ", ")
            text += "\(number + 1). \(Self.code(decision)) of \(facts)\n"
            text += "   - before: \(Self.code(DiffAnswer(change.before).text))\n"
            text += "   - now: \(Self.code(DiffAnswer(change.after).text))\n"
            for line in DiffCause(change.cause).lines { text += "   - \(Self.plain(line))\n" }
        }
        return text + "\n</details>\n"
    }

    private var findings: String {
        if comparison.newFindings.isEmpty { return "" }
        let lines = comparison.newFindings.map { finding in
            let place = finding.primary.location
            return "- \(finding.severity.rawValue) \(finding.code.id): \(Self.plain(finding.message))"
                + " (\(Self.code("\(place.file.path):\(place.start.line)")))\n"
        }
        return "**New findings**\n\n" + lines.joined()
    }

    // MARK: Texts

    /// A text that means nothing to Markdown.
    private static func plain(_ text: String) -> String {
        VisibleText.oneLine(text).reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "|", "*", "_", "`", "[", "]", "\\", "@", "#": result += "\\\(character)"
            default: result.append(character)
            }
        }
    }

    /// A text as code, in a cell of a table too.
    private static func code(_ text: String) -> String {
        let text = VisibleText.oneLine(text).replacing("|", with: "\\|")
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        return longest == 0 ? fence + text + fence : "\(fence) \(text) \(fence)"
    }
}
