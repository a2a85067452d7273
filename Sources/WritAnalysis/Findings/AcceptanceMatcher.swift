import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Puts acceptances and findings together: what is accepted, what is accepted no longer, and what accepts nothing.
struct AcceptanceMatcher {
    let model: CheckedModel
    let acceptances: [AcceptedFinding]
    /// The day on which is asked, counted from 1970-01-01; nil when nothing shall end.
    let today: Int?

    /// The findings that stand, and those that are accepted, each with its acceptance.
    struct Result {
        var standing: [Finding] = []
        var accepted: [(finding: Finding, by: AcceptedFinding)] = []
    }

    func match(_ findings: [Finding]) -> Result {
        var result = Result()
        var used: Set<Int> = []
        for finding in findings {
            let fitting = acceptances.indices.filter { covers(acceptances[$0], finding) }
            used.formUnion(fitting)
            if let index = fitting.first(where: { !acceptances[$0].isOver(on: today) }) {
                result.accepted.append((finding, acceptances[index]))
            } else {
                result.standing.append(finding)
            }
        }
        for (index, acceptance) in acceptances.enumerated() {
            // Whether something is decided hangs on the solvers of a machine.
            if !used.contains(index), acceptance.kind != .undecided {
                result.standing.append(idle(acceptance))
            } else if used.contains(index), acceptance.isOver(on: today) {
                result.standing.append(expired(acceptance))
            }
        }
        return result
    }

    // MARK: What an acceptance is about

    private func covers(_ acceptance: AcceptedFinding, _ finding: Finding) -> Bool {
        guard acceptance.kind == finding.kind else { return false }
        if acceptance.scope.holds(finding.place.location) { return true }
        // An extension of the decision in another file, or a table of rows in one, is no part of the declaration's text.
        guard let name = acceptance.rule else {
            return acceptance.decision != nil && finding.decision == acceptance.decision
        }
        return model.decisions.indices.contains { index in
            if let decision = finding.decision, decision != DecisionID(index) { return false }
            return isAbout(name, model.decisions[index], acceptance.scope, finding.place.location)
        }
    }

    /// Whether a place lies in a rule of this name: from its name up to the next rule. The rows of a CSV file stand elsewhere
    /// than the decision that the acceptance is written in.
    private func isAbout(_ name: String, _ decision: Decision, _ scope: SourceLocation, _ place: SourceLocation) -> Bool
    {
        let isInside = scope.holds(decision.heading.location)
        let rules = decision.rules.filter { $0.location.file === place.file }
        let last = rules.filter { $0.location.range.lower <= place.range.lower }.max {
            $0.location.range.lower < $1.location.range.lower
        }
        guard let last, last.name == name else { return false }
        return isInside || scope.holds(last.location)
    }

    // MARK: Findings about acceptances

    private func idle(_ acceptance: AcceptedFinding) -> Finding {
        Finding(
            .idle_acceptance, "nothing is found here that `accept \(acceptance.kind.rawValue)` would accept",
            at: Label(acceptance.location, "accepts nothing"),
            help: "remove it; if the finding has moved, move it there")
    }

    private func expired(_ acceptance: AcceptedFinding) -> Finding {
        let day = acceptance.until.flatMap { CivilDate(dayNumber: $0) }?.description ?? "its day"
        return Finding(
            .expired_acceptance, "this accepted \(acceptance.kind.rawValue) until \(day), and that day is over",
            at: Label(acceptance.location, "over since \(day)"),
            help: "mend what is found, or accept it again with a later day and the reason why it may stay")
    }
}

extension SourceLocation {
    /// Whether the other place lies in this one.
    func holds(_ other: SourceLocation) -> Bool {
        file === other.file && range.lower <= other.range.lower && other.range.upper <= range.upper
    }
}
