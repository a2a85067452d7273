import WritEngine
import WritSemantics

/// Compares an answer with what a test expects, and with another evaluator's answer.
struct AnswerComparison {
    let decided: Decided

    private var policy: Policy { decided.policy }
    var answer: Answer { decided.answer }
    private var model: CheckedModel { policy.model }
    private var type: WritType { model[answer.decision].type }

    // MARK: Cases of files

    func differences(from expected: CaseExpectation) -> [TestDifference] {
        var found = Differences()
        if let status = expected.status { found.compare("status", status.rawValue, answer.status.rawValue) }
        if let outcome = expected.outcome, !outcome.matches(answer.outcome, model) {
            found.add("outcome", outcome.literal(type, writer, model), shownOutcome)
        }
        if let rules = expected.rules {
            found.compare("rule", rules.joined(separator: ", "), decided.rules.joined(separator: ", "))
        }
        if let actions = expected.actions { compare(actions, in: &found) }
        if let because = expected.because { compare(because: because, in: &found) }
        if let needs = expected.needs { compareNeeds(needs, in: &found) }
        if let fault = expected.fault {
            found.compare("fault", fault.isEmpty ? "no fault" : fault, answer.fault?.kind.rawValue ?? "no fault")
        }
        comparePromises(expected.promises ?? [], in: &found)
        return found.list
    }

    // MARK: Promises

    /// Every promise that the case breaks, but for those that a test expects to be broken.
    func brokenPromises() -> [TestDifference] {
        var found = Differences()
        comparePromises([], in: &found)
        return found.list
    }

    private func comparePromises(_ expected: [String], in found: inout Differences) {
        for promise in decided.broken where !expected.contains(promise.heading.name) {
            let doc = promise.heading.doc.map { ": \($0)" } ?? ""
            let place = promise.heading.location.description
            found.add("the promise", "\(promise.heading.name)\(doc)  (\(place))", "broken by \(decided.decision)")
        }
        let names = decided.broken.map(\.heading.name)
        for name in expected where !names.contains(name) { found.add("a broken promise", name, "kept") }
    }

    private func compare(_ expected: [CaseExpectation.ExpectedAction], in found: inout Differences) {
        let fits = zip(expected, answer.actions).allSatisfy { expected, actual in
            expected.action == actual.action
                && expected.arguments.allSatisfy { index, value in value.matches(actual.arguments[index], model) }
        }
        if fits, expected.count == answer.actions.count { return }
        found.add("actions", lines(expected.map(shown)), lines(decided.actions.map(\.description)))
    }

    private func shown(_ expected: CaseExpectation.ExpectedAction) -> String {
        let declared = model[expected.action]
        let arguments = expected.arguments.sorted { $0.key < $1.key }.map { index, value in
            let slot = declared.parameters[index]
            return "\(slot.wireName): \(value.literal(slot.type, writer, model))"
        }
        return arguments.isEmpty
            ? declared.heading.name : "\(declared.heading.name)(\(arguments.joined(separator: ", ")))"
    }

    private func lines(_ texts: [String]) -> String { texts.isEmpty ? "none" : texts.joined(separator: "\n") }

    // MARK: Tests of policies

    func differences(from expected: Expectation, _ evaluator: ReferenceEvaluator) -> [TestDifference] {
        var found = Differences()
        switch expected.kind {
        case .status(_, _, let status): found.compare("status", status.rawValue, answer.status.rawValue)
        case .outcome(_, _, let term): compareOutcome(evaluator.evaluate(term), in: &found)
        case .holds: break
        }
        if let rule = expected.rule, !decided.rules.contains(rule == "undetermined" ? "when undetermined" : rule) {
            found.add("rule", rule, lines(decided.rules))
        }
        for call in expected.actions { compare(call, evaluator, in: &found) }
        compareNeeds(expected.needs, in: &found)
        if let because = expected.because { compare(because: because, in: &found) }
        return found.list
    }

    /// The outcome, whatever the status: `when undetermined` gives one too. Where there is none, no value is the expected one.
    private func compareOutcome(_ outcome: Datum, in found: inout Differences) {
        guard let actual = answer.outcome, outcome.matches(actual) else {
            return found.add("outcome", literal(outcome), shownOutcome)
        }
    }

    private func compare(_ call: ActionCall, _ evaluator: ReferenceEvaluator, in found: inout Differences) {
        let wanted = call.arguments.map { $0.map { evaluator.evaluate($0) } }
        let isThere = answer.actions.contains { action in
            action.action == call.action
                && zip(wanted, action.arguments).allSatisfy { wanted, actual in
                    wanted.map { wanted in actual.map { isFitting(wanted, $0) } ?? wanted.isUnknown } ?? true
                }
        }
        if !isThere { found.add("does", call.location.text, lines(decided.actions.map(\.description))) }
    }

    /// The reason in any of the policy's languages.
    private func compare(because expected: String, in found: inout Differences) {
        let texts = ([nil] + model.languages).map { language in
            answer.because.map { $0.render(language: language, model: model) }.joined(separator: "\n")
        }
        if !texts.contains(expected) { found.compare("because", expected, decided.because) }
    }

    /// What people read is compared as they read it.
    private func isFitting(_ wanted: Datum, _ actual: Datum) -> Bool {
        if case .message(let wanted) = wanted, case .message(let actual) = actual {
            return wanted.readsLike(actual, model)
        }
        return wanted.matches(actual)
    }

    private func compareNeeds(_ needs: [String], in found: inout Differences) {
        let missing = needs.filter { !decided.needs.contains($0) }
        if !missing.isEmpty { found.add("needs", needs.joined(separator: ", "), lines(decided.needs)) }
    }

    // MARK: Words

    private var writer: ValueWriter { ValueWriter(policy: policy, language: nil) }

    private func literal(_ datum: Datum) -> String { writer.literal(datum, type) }

    private var shownOutcome: String {
        switch answer.status {
        case .determined: return answer.outcome.map(literal) ?? "nothing"
        case .undetermined:
            let needs = decided.needs.isEmpty ? "" : ", needs " + decided.needs.joined(separator: ", ")
            return (answer.outcome.map { literal($0) + " (undetermined" } ?? "undetermined (")
                + needs.dropFirst(answer.outcome == nil ? 2 : 0) + ")"
        case .faulted: return answer.fault.map { "faulted: \(FaultText.text($0))" } ?? "faulted"
        }
    }
}

/// Collects differences.
private struct Differences {
    var list: [TestDifference] = []

    mutating func add(_ what: String, _ expected: String, _ actual: String) {
        list.append(TestDifference(what: what, expected: expected, actual: actual))
    }

    mutating func compare(_ what: String, _ expected: String, _ actual: String) {
        if expected != actual { add(what, expected.isEmpty ? "none" : expected, actual.isEmpty ? "none" : actual) }
    }
}
