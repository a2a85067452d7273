import WritKit
import WritSource

/// One version's answer to a case, in one line.
struct DiffAnswer {
    let text: String

    init(_ decided: Decided) {
        let rules = decided.rules.joined(separator: ", ")
        let outcome = decided.answer.outcome == nil ? nil : decided.outcome.description
        switch decided.status {
        case .determined: text = (outcome ?? "nothing") + (rules.isEmpty ? "" : " by \(rules)")
        case .undetermined:
            let needs = decided.needs.isEmpty ? "" : ", needs \(decided.needs.joined(separator: ", "))"
            text = (outcome.map { "\($0) (undetermined)" } ?? "undetermined") + needs
        case .faulted: text = "faulted" + (decided.fault.map { ": \($0.detail)" } ?? "")
        }
    }
}

/// Which edit it is, in lines: each edit with its place, the first with how sure that is.
struct DiffCause {
    let lines: [String]

    init(_ cause: ChangeCause) {
        let edits = cause.edits.map { edit in
            edit.what + (edit.place.map { "  (\($0.file.path):\($0.start.line))" } ?? "")
        }
        switch (cause.certainty, edits.count) {
        case (_, 0): lines = ["no edit of the policy's text was found to do it"]
        case (.alone, 1): lines = edits
        case (.alone, _): lines = ["each of these alone:"] + edits
        case (.together, 1): lines = ["not without this, and not by it alone:"] + edits
        case (.together, _): lines = ["these together:"] + edits
        case (.nearby, 1): lines = ["probably:"] + edits
        case (.nearby, _): lines = ["one or several of these:"] + edits
        }
    }
}

/// The last lines of a comparison: what all of it comes to.
struct DiffSummary {
    let lines: [String]

    init(_ comparison: PolicyComparison, _ counts: CaseCounts?) {
        let found = comparison.newFindings.count
        let findings = found == 0 ? [] : ["\(found) new finding\(found == 1 ? "" : "s") of check"]
        lines =
            [Self.verdict(comparison)] + Self.taken(comparison) + findings + (counts.map { Self.history($0) } ?? [])
    }

    /// What was edited of the facts: a case that only one version takes is decided by that one only, and compared with nothing.
    private static func taken(_ comparison: PolicyComparison) -> [String] {
        let words = ["fact ", "type ", "record "]
        let edits = comparison.edits.map(\.what).filter { what in
            words.contains { what.hasPrefix($0) || what.hasPrefix("added \($0)") || what.hasPrefix("removed \($0)") }
        }
        guard let first = edits.first else { return [] }
        let more = edits.count > 1 ? " and \(edits.count - 1) more" : ""
        return ["only cases that both versions take are compared; what they take may differ (\(first)\(more))"]
    }

    private static func verdict(_ comparison: PolicyComparison) -> String {
        let all = comparison.decisions
        let (same, open) = (all.count { $0.isSame }, all.count { Self.isOpen($0) })
        let edits = comparison.edits.count
        let edited = edits == 0 ? "nothing was edited" : "\(edits) edit\(edits == 1 ? "" : "s")"
        if comparison.isNothing { return "proved: no case is decided differently (\(edited))" }
        var parts: [String] = []
        let changed = all.count - same - open
        if changed > 0 { parts.append("\(changed) of \(decisions(all.count)) changed") }
        if same > 0 { parts.append("\(same) proved the same") }
        if open > 0 { parts.append("\(open) not decided") }
        return parts.joined(separator: ", ") + " (\(edited))"
    }

    private static func isOpen(_ decision: DecisionChange) -> Bool {
        if case .undecided = decision.kind { return true }
        return false
    }

    private static func decisions(_ count: Int) -> String { "\(count) decision\(count == 1 ? "" : "s")" }

    private static func history(_ counts: CaseCounts) -> [String] {
        let changed = counts.byChange.joined().reduce(0, +) + counts.others.reduce(0, +)
        let total = "\(counts.total) case\(counts.total == 1 ? "" : "s")"
        var lines = ["history: \(total), \(changed) answer\(changed == 1 ? " differs" : "s differ")"]
        if counts.onlyOld > 0 { lines.append("history: \(counts.onlyOld) taken by the old version only") }
        if counts.onlyNew > 0 { lines.append("history: \(counts.onlyNew) taken by the new version only") }
        if counts.unread > 0 { lines.append("history: \(counts.unread) taken by neither version") }
        return lines
    }
}
