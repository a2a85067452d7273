import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// What a case of a case file expects of its answer; what it does not say is not compared.
struct CaseExpectation {
    var status: AnswerStatus?
    var outcome: ExpectedValue?
    var rules: [String]?
    var actions: [ExpectedAction]?
    var because: String?
    var needs: [String]?
    /// The kind of fault; empty for none.
    var fault: String?
    /// The promises that are broken, and no others.
    var promises: [String]?

    struct ExpectedAction {
        var action: ActionID
        /// Only those written, by the number of the parameter.
        var arguments: [Int: ExpectedValue]
    }

    static let keys = ["status", "outcome", "rule", "actions", "because", "needs", "fault", "promises"]
}

/// Reads expectations by the types of the decision and the actions.
struct ExpectationReader {
    let policy: Policy
    let decision: DecisionID
    private(set) var sink = DiagnosticSink()

    init(policy: Policy, decision: DecisionID) {
        self.policy = policy
        self.decision = decision
    }

    private var model: CheckedModel { policy.model }

    /// Nil when it cannot be read, which is then reported.
    mutating func read(_ node: DocumentNode?) -> CaseExpectation? {
        var expectation = CaseExpectation()
        guard let node, !node.isNull else { return expectation }
        guard let entries = node.entries else {
            complain(node, "an expectation is written as `outcome: …`, `rule: …` and so on", node.kindDescription)
            return nil
        }
        for entry in entries { read(entry, into: &expectation) }
        return sink.hasErrors ? nil : expectation
    }

    private mutating func read(_ entry: DocumentEntry, into expectation: inout CaseExpectation) {
        let node = entry.value
        switch entry.key {
        case "status": expectation.status = status(node)
        case "outcome":
            let slot = Slot(
                name: "outcome", type: model[decision].type, isOptional: true, unit: model[decision].unit,
                location: node.location)
            expectation.outcome = value(node, in: slot, &sink)
        case "rule": expectation.rules = rules(node)
        case "actions": expectation.actions = actions(node)
        case "because": expectation.because = node.isNull ? "" : texts(node)?.joined(separator: "\n")
        case "needs": expectation.needs = texts(node)
        case "fault": expectation.fault = fault(node)
        case "promises": expectation.promises = promises(node)
        default:
            sink.report(
                Diagnostic(
                    .unknownExpectation, .error, "nothing to expect is called `\(entry.key)`",
                    at: Label(entry.keyLocation, "not known"),
                    help: Spelling.question(entry.key, among: CaseExpectation.keys)
                        ?? "there are \(Spelling.list(CaseExpectation.keys))"))
        }
    }

    private mutating func status(_ node: DocumentNode) -> AnswerStatus? {
        if let word = word(node), let status = AnswerStatus(rawValue: word) { return status }
        complain(node, "a status is `determined`, `undetermined` or `faulted`", "no status")
        return nil
    }

    private func value(_ node: DocumentNode, in slot: Slot, _ sink: inout DiagnosticSink) -> ExpectedValue? {
        var reader = ExpectedValueReader(model: model)
        defer { sink.absorb(reader.sink) }
        return reader.read(node, in: slot)
    }

    /// Names of rules; `null` for none. What a decision answers `when undetermined` goes by either name.
    private mutating func rules(_ node: DocumentNode) -> [String]? {
        if node.isNull { return [] }
        return texts(node)?.map { $0 == "undetermined" ? "when undetermined" : $0 }
    }

    private mutating func promises(_ node: DocumentNode) -> [String]? {
        if node.isNull { return [] }
        guard let names = texts(node) else { return nil }
        let known = model.promises.map(\.heading.name)
        for name in names where !known.contains(name) {
            if model.relations.contains(where: { $0.heading.name == name }) {
                complain(
                    node, "promise `\(name)` is about two cases, and this is one", "never broken by one case",
                    help: "leave it out")
                continue
            }
            let all = known.isEmpty ? "it makes none" : "it makes \(Spelling.list(known))"
            let help = Spelling.question(name, among: known) ?? all
            complain(node, "the policy makes no promise `\(name)`", "not declared", help: help)
        }
        return names
    }

    private mutating func fault(_ node: DocumentNode) -> String? {
        if node.isNull { return "" }
        if let word = word(node), Fault.Kind(rawValue: word) != nil { return word }
        complain(node, "a fault is named as in the answer's JSON, such as `zeroDivisor`", "no kind of fault")
        return nil
    }

    // MARK: Actions

    private mutating func actions(_ node: DocumentNode) -> [CaseExpectation.ExpectedAction]? {
        guard let elements = node.elements else {
            complain(node, "actions are a list", node.kindDescription)
            return nil
        }
        return elements.compactMap { action($0) }
    }

    /// `{action: name, arguments: {…}}`, or the name alone.
    private mutating func action(_ node: DocumentNode) -> CaseExpectation.ExpectedAction? {
        let name = node.entries?.first { $0.key == "action" }?.value ?? node
        guard let word = word(name) else {
            complain(node, "an action is written as `{action: name, arguments: {…}}`", "no action's name")
            return nil
        }
        let named = model.actions.indices.map { ActionID($0) }.filter { model[$0].heading.name == word }
        let own = model[decision].actions.filter(named.contains)
        let given = node.entries?.first { $0.key == "arguments" }?.value.entries ?? []
        guard let action = meant(among: own.isEmpty ? named : own, by: given) else {
            let help = Spelling.question(word, among: model.actions.map(\.heading.name))
            complain(name, "the policy has no action `\(word)`", "not declared", help: help)
            return nil
        }
        return expected(action, given, &sink)
    }

    /// Of several actions of one name the first that takes what is given; else the first, which then says what does not fit.
    private func meant(among actions: [ActionID], by given: [DocumentEntry]) -> ActionID? {
        guard actions.count > 1 else { return actions.first }
        let fitting = actions.first { action in
            var trial = DiagnosticSink()
            _ = expected(action, given, &trial)
            return !trial.hasErrors
        }
        return fitting ?? actions.first
    }

    private func expected(
        _ action: ActionID, _ given: [DocumentEntry], _ sink: inout DiagnosticSink
    ) -> CaseExpectation.ExpectedAction {
        var expected = CaseExpectation.ExpectedAction(action: action, arguments: [:])
        for entry in given { read(entry, into: &expected, &sink) }
        return expected
    }

    private func read(
        _ entry: DocumentEntry, into expected: inout CaseExpectation.ExpectedAction, _ sink: inout DiagnosticSink
    ) {
        let action = model[expected.action]
        let slots = action.parameters
        guard let index = slots.firstIndex(where: { $0.wireName == entry.key || $0.name == entry.key }) else {
            sink.report(
                Diagnostic(
                    .unknownExpectation, .error, "`\(action.heading.name)` has no argument `\(entry.key)`",
                    at: Label(entry.keyLocation, "not declared"),
                    help: Spelling.question(entry.key, among: slots.map(\.wireName))))
            return
        }
        expected.arguments[index] = value(entry.value, in: slots[index], &sink)
    }

    // MARK: Words

    private func word(_ node: DocumentNode) -> String? {
        if case .scalar(let text, _) = node.content { return text }
        return nil
    }

    private mutating func texts(_ node: DocumentNode) -> [String]? {
        let texts = node.elements?.compactMap { word($0) } ?? word(node).map { [$0] } ?? []
        if texts.isEmpty, node.elements?.isEmpty != true {
            complain(node, "a text, or a list of texts, stands here", "neither")
        }
        return texts
    }

    private mutating func complain(_ node: DocumentNode, _ message: String, _ label: String, help: String? = nil) {
        sink.report(Diagnostic(.unknownExpectation, .error, message, at: Label(node.location, label), help: help))
    }
}

extension Decision {
    /// What its conclusions can tell the host to do.
    fileprivate var actions: [ActionID] {
        let conclusions = rules.map(\.conclusion) + [otherwise, undetermined].compactMap(\.self)
        return conclusions.flatMap(\.actions).map(\.action)
    }
}
