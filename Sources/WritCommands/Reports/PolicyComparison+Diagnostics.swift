import WritDiagnostics
import WritKit
import WritSource

extension PolicyComparison {
    /// What changed as what can be shown at the lines of the new version, and the new findings.
    var diagnostics: [Diagnostic] { decisions.flatMap(told) + newFindings }

    private func told(_ decision: DecisionChange) -> [Diagnostic] {
        let place = Label(self.place(of: decision))
        let name = "`\(decision.name)`"
        switch decision.kind {
        case .same: return []
        case .added: return [Diagnostic(DifferenceCodes.changed, .note, "the decision \(name) is new", at: place)]
        case .removed: return [Diagnostic(DifferenceCodes.changed, .warning, "the decision \(name) is gone", at: place)]
        case .retyped(let words):
            return [
                Diagnostic(
                    DifferenceCodes.changed, .warning, "\(name): \(words), so answers are not compared", at: place)
            ]
        case .undecided(let why):
            let message = "not decided whether \(name) decides cases differently: \(why)"
            return [Diagnostic(DifferenceCodes.open, .note, message, at: place)]
        case .changed(let changes, let isComplete):
            let rest = Diagnostic(
                DifferenceCodes.open, .note, "\(name) may decide more cases differently than those that were found",
                at: place)
            return changes.map { told($0, decision) } + (isComplete ? [] : [rest])
        }
    }

    private func told(_ change: ChangedCases, _ decision: DecisionChange) -> Diagnostic {
        let cases = change.regions.isEmpty ? "some cases" : change.regions.joined(separator: "; or ")
        let count = change.caseCount.map { " (\($0) of the cases given)" } ?? ""
        let message =
            "`\(decision.name)` answers \(change.new.text) where it answered \(change.old.text): \(cases)\(count)"
        let edits = change.cause.edits.filter { $0.new != nil }
        let rule = change.after.answer.rules.first.flatMap { rule in
            new.location(of: rule, in: change.after.answer.decision)
        }
        let location = edits.first?.new ?? rule ?? place(of: decision)
        let label = edits.first.map(\.what) ?? "answers now"
        let facts = change.facts.isEmpty ? "a case that tells nothing" : change.facts.joined(separator: ", ")
        return Diagnostic(
            DifferenceCodes.changed, .warning, message, at: Label(location, label),
            also: edits.dropFirst().compactMap { edit in edit.new.map { Label($0, edit.what) } },
            help: "for example \(facts): before \(DiffAnswer(change.before).text), now \(DiffAnswer(change.after).text)"
        )
    }

    private func place(of decision: DecisionChange) -> SourceLocation {
        if let id = try? new.decision(named: decision.name) { return new.model[id].heading.location }
        return SourceLocation(new.model.files.first ?? SourceFile(path: "policy.writ", text: ""), .at(0))
    }
}
