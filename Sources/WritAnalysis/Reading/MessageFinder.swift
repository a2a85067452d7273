import WritSemantics
import WritSource

/// A message somewhere in a policy.
struct FoundMessage {
    var template: MessageTemplate
    /// `rule small`, `define greeting`, as a sentence names it.
    var owner: String
    var policy: String
    var location: SourceLocation
    var decision: DecisionID?

    /// The languages that it names.
    var languages: [String] { template.texts.compactMap(\.language) }

    /// Whether it is written for some languages and has no text for the others.
    func isOnlyFor(some languages: [String]) -> Bool {
        !languages.isEmpty && template.texts.allSatisfy { $0.language != nil }
    }
}

/// Goes through a model for its messages, in the order of its declarations.
struct MessageFinder {
    private(set) var messages: [FoundMessage] = []
    private let model: CheckedModel
    /// By file, the policy it belongs to: a rule of an extension speaks the languages of its own policy.
    private var policies: [ObjectIdentifier: String] = [:]

    init(_ model: CheckedModel) {
        self.model = model
        let headings =
            model.decisions.map(\.heading) + model.defines.map(\.heading) + model.facts.map(\.heading)
            + model.params.map(\.heading)
        for heading in headings { policies[ObjectIdentifier(heading.location.file)] = heading.policy }
        for define in model.defines { visit(define.body, of: "define `\(define.heading.name)`", define.heading.policy) }
        for index in model.decisions.indices { visit(DecisionID(index)) }
    }

    private mutating func visit(_ id: DecisionID) {
        let name = model[id].heading.name
        for rule in model[id].rules { visit(rule.conclusion, of: "rule `\(rule.name)`", id) }
        if let otherwise = model[id].otherwise { visit(otherwise, of: "`otherwise` of `\(name)`", id) }
        if let undetermined = model[id].undetermined { visit(undetermined, of: "`when undetermined` of `\(name)`", id) }
    }

    private mutating func visit(_ conclusion: Conclusion, of owner: String, _ id: DecisionID) {
        let policy = policies[ObjectIdentifier(conclusion.location.file)] ?? model[id].heading.policy
        if let value = conclusion.value { visit(value, of: owner, policy, id) }
        for case let argument? in conclusion.actions.flatMap(\.arguments) { visit(argument, of: owner, policy, id) }
        guard let because = conclusion.because else { return }
        note(because, owner, policy, conclusion.location, id)
        for hole in because.holes { visit(hole, of: owner, policy, id) }
    }

    private mutating func visit(_ term: Term, of owner: String, _ policy: String, _ decision: DecisionID? = nil) {
        if case .message(let template) = term.kind { note(template, owner, policy, term.location, decision) }
        term.forEachOperand { visit($0, of: owner, policy, decision) }
    }

    private mutating func note(
        _ template: MessageTemplate, _ owner: String, _ policy: String, _ location: SourceLocation,
        _ decision: DecisionID?
    ) {
        messages.append(
            FoundMessage(template: template, owner: owner, policy: policy, location: location, decision: decision))
    }
}
