import WritAnalysis
import WritEngine
import WritSemantics
import WritSource

/// Says in words what the analysis found.
struct ChangePresenter {
    let old: Policy
    let new: Policy
    let causes: CauseFinder

    func change(_ difference: DecisionDifference) -> DecisionChange {
        DecisionChange(name: difference.name, kind: kind(difference), old: difference.old, new: difference.new)
    }

    private func kind(_ difference: DecisionDifference) -> DecisionChange.Kind {
        switch difference.kind {
        case .same: return .same
        case .added: return .added
        case .removed: return .removed
        case .retyped(let words): return .retyped(words)
        case .undecided(let hardness): return .undecided(Self.words(hardness))
        case .changed(let classes, let isComplete):
            guard let oldID = difference.old, let newID = difference.new else { return .added }
            // What is told two different cases is no change of one.
            let transfer = CaseTransfer(from: old.model, to: new.model)
            let sound = classes.filter { transfer.agrees($0.oldExample.facts, with: $0.newExample.facts) }
            if sound.isEmpty { return .undecided("the cases found are not the same for both versions") }
            return .changed(
                sound.map { change($0, oldID, newID) }, isComplete: isComplete && sound.count == classes.count)
        }
    }

    private func change(_ found: ChangeClass, _ oldID: DecisionID, _ newID: DecisionID) -> ChangedCases {
        let before = decide(old, oldID, found.oldExample)
        let after = decide(new, newID, found.newExample)
        return ChangedCases(
            old: side(found.old, oldID, before), new: side(found.new, newID, after),
            regions: Self.regions(found.regions),
            isWhole: found.isWhole, facts: facts(found), before: before, after: after,
            cause: causes.cause(of: CauseFinder.Witness(before: before, after: after)))
    }

    /// Each in a line. That something is known goes without saying where its value is said.
    private static func regions(_ regions: [[String]]) -> [String] {
        let suffix = " is known"
        let lines = regions.map { parts -> String in
            let told = parts.filter { part in
                guard part.hasSuffix(suffix) else { return true }
                let fact = part.dropLast(suffix.count)
                return !parts.contains { other in
                    other != part && (other == fact || other == "not \(fact)" || other.hasPrefix("\(fact) "))
                }
            }
            return told.isEmpty ? "every case" : told.joined(separator: ", ")
        }
        return lines.reduce(into: []) { kept, line in if !kept.contains(line) { kept.append(line) } }
    }

    private func decide(_ policy: Policy, _ id: DecisionID, _ example: ExampleCase) -> Decided {
        policy.decide(
            Question(id, facts: example.facts, params: ParamSet(of: policy.model), arguments: example.arguments))
    }

    // MARK: Sides

    private func side(_ side: ChangeClass.Side, _ id: DecisionID, _ decided: Decided) -> AnswerSide {
        switch side {
        case .rule(let rule, let name, _): AnswerSide(rules: [name], outcome: outcome(of: rule, id, decided))
        case .rules(let names): AnswerSide(rules: names, outcome: decided.outcomeWords)
        case .undetermined: AnswerSide(rules: [], outcome: decided.undeterminedWords)
        case .faulted: AnswerSide(rules: [], outcome: "faulted")
        case .uncovered: AnswerSide(rules: [], outcome: "no rule applies")
        }
    }

    /// What the rule answers as it is written, which holds for all its cases: a calculation may answer this here and that there. Of truths
    /// and enumerations each value is a kind of its own, and told.
    private func outcome(of rule: RuleReference, _ id: DecisionID, _ decided: Decided) -> String {
        let decision = decided.policy.model[id]
        let conclusion: Conclusion? =
            switch rule {
            case .rule(let index): index < decision.rules.count ? decision.rules[index].conclusion : nil
            case .otherwise: decision.otherwise
            case .undetermined: decision.undetermined
            }
        guard let value = conclusion?.value, !isToldByKind(value, decided.policy.model) else {
            return decided.outcomeWords
        }
        let written = value.location.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if written.isEmpty { return decided.outcomeWords }
        return written.count > 60 ? written.prefix(59) + "…" : written
    }

    /// Whether one value is all that a kind of cases has.
    private func isToldByKind(_ value: Term, _ model: CheckedModel) -> Bool {
        switch value.type {
        case .boolean: true
        case .variant(let id): model[id].isEnumeration
        default: false
        }
    }

    // MARK: The case

    /// What either version is told, in the order of the new one's facts.
    private func facts(_ found: ChangeClass) -> [String] {
        let news = found.newExample.assignments.map { line($0, new) }
        let olds = found.oldExample.assignments.map { line($0, old) }
        let named = Set(news.map(\.path))
        let arguments = zip(found.newExample.arguments, argumentSlots(found)).map { datum, slot in
            "\(slot.name): \(new.literals.text(datum, slot.type))"
        }
        return arguments + (news + olds.filter { !named.contains($0.path) }).map { "\($0.path) = \($0.value)" }
    }

    private func argumentSlots(_ found: ChangeClass) -> [Slot] {
        found.newExample.decision.map { new.model[$0].parameterSlots } ?? []
    }

    private func line(_ assignment: FactAssignment, _ policy: Policy) -> (path: String, value: String) {
        let model = policy.model
        var (path, type) = (model[assignment.fact].heading.name, model[assignment.fact].slot.type)
        for index in assignment.fields {
            guard case .record(let id) = type else { break }
            path += ".\(model[id].fields[index].name)"
            type = model[id].fields[index].type
        }
        return (path, policy.literals.text(assignment.value, type))
    }

    private static func words(_ hardness: Hardness) -> String {
        switch hardness {
        case .budget: "the search was given up after its budget of steps"
        case .calculation(let text):
            "hard to follow: \(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
        case .solver(let reason): "the solver failed: \(reason)"
        }
    }
}

extension Decided {
    /// The outcome in one line, whatever the answer's status.
    var outcomeWords: String {
        switch status {
        case .determined: VisibleText.oneLine(answer.outcome == nil ? "nothing" : outcome.description)
        case .undetermined: undeterminedWords
        case .faulted: answer.fault?.kind == .noRule ? "no rule applies" : "faulted"
        }
    }

    var undeterminedWords: String {
        answer.outcome == nil ? "undetermined" : "\(VisibleText.oneLine(outcome.description)) (undetermined)"
    }
}
