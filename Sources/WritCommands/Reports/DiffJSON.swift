import WritDiagnostics
import WritKit
import WritSource

/// What a change of a policy means, for machines.
struct DiffJSON {
    private let comparison: PolicyComparison
    private let counts: CaseCounts?

    init(_ comparison: PolicyComparison, _ counts: CaseCounts? = nil) {
        self.comparison = comparison
        self.counts = counts
    }

    var text: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.field("proved_same", comparison.isNothing)
            json.field("changed", comparison.hasChanges)
            json.key("decisions")
            json.array(comparison.decisions.indices) { json, place in decision(place, to: &json) }
            json.key("edits")
            json.array(comparison.edits) { json, edit in Self.write(edit, to: &json) }
            json.key("new_findings")
            json.array(comparison.newFindings) { json, finding in Self.write(finding, to: &json) }
            if let counts { history(counts, to: &json) }
        }
        return json.text + "\n"
    }

    private func decision(_ place: Int, to json: inout JSONWriter) {
        let decision = comparison.decisions[place]
        json.object { json in
            json.field("decision", decision.name)
            switch decision.kind {
            case .same: json.field("status", "same")
            case .added: json.field("status", "added")
            case .removed: json.field("status", "removed")
            case .retyped(let words):
                json.field("status", "retyped")
                json.field("why", words)
            case .undecided(let why):
                json.field("status", "undecided")
                json.field("why", why)
            case .changed(let changes, let isComplete):
                json.field("status", "changed")
                json.field("complete", isComplete)
                json.key("changes")
                json.array(changes) { json, change in Self.write(change, to: &json) }
            }
            if let count = counts?.others[place] { json.field("other_cases", count) }
        }
    }

    private static func write(_ change: ChangedCases, to json: inout JSONWriter) {
        json.object { json in
            write(change.old, as: "before", to: &json)
            write(change.new, as: "now", to: &json)
            json.key("regions")
            json.array(change.regions) { json, region in json.string(region) }
            json.field("regions_are_all", change.isWhole)
            json.key("example")
            json.object { json in
                json.key("facts")
                json.array(change.facts) { json, fact in json.string(fact) }
                write(change.before, as: "before", to: &json)
                write(change.after, as: "now", to: &json)
            }
            json.key("cause")
            json.object { json in
                json.field("certainty", change.cause.certainty.rawValue)
                json.key("edits")
                json.array(change.cause.edits) { json, edit in write(edit, to: &json) }
            }
            if let count = change.caseCount { json.field("cases", count) }
        }
    }

    private static func write(_ side: AnswerSide, as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.object { json in
            json.field("outcome", side.outcome)
            json.key("rules")
            json.array(side.rules) { json, rule in json.string(rule) }
        }
    }

    private static func write(_ decided: Decided, as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.object { json in
            json.field("status", decided.status.rawValue)
            json.field("outcome", decided.answer.outcome == nil ? nil : decided.outcome.description)
            json.key("rules")
            json.array(decided.rules) { json, rule in json.string(rule) }
            json.field("because", decided.because)
            json.key("needs")
            json.array(decided.needs) { json, fact in json.string(fact) }
        }
    }

    private static func write(_ edit: PolicyEdit, to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", edit.kind.rawValue)
            json.field("what", edit.what)
            for (key, place) in [("old", edit.old), ("new", edit.new)] {
                guard let place else { continue }
                json.key(key)
                json.object { json in
                    json.field("path", place.file.path)
                    json.field("line", place.start.line)
                }
            }
        }
    }

    private static func write(_ finding: Diagnostic, to json: inout JSONWriter) {
        json.object { json in
            json.field("code", finding.code.id)
            json.field("severity", finding.severity.rawValue)
            json.field("message", finding.message)
            json.field("path", finding.primary.location.file.path)
            json.field("line", finding.primary.location.start.line)
        }
    }

    private func history(_ counts: CaseCounts, to json: inout JSONWriter) {
        json.key("history")
        json.object { json in
            json.field("cases", counts.total)
            json.field("only_old", counts.onlyOld)
            json.field("only_new", counts.onlyNew)
            json.field("unread", counts.unread)
        }
    }
}
