import WritSemantics

/// Writes a case as a test of the policy: what is given, and what the policy answers to it.
///
/// ```
/// test "gap: no rule applies"
///   given order.amount = 500.01 USD, vip = false
///   expect reply is undetermined needs vip
/// ```
/// The text stands as it is in a file of the policy that declares the decision; there it passes.
public struct TestPrinter: Sendable {
    private let model: CheckedModel
    private static let widest = 100
    private static let indent = "        "

    public init(model: CheckedModel) { self.model = model }

    private var literals: LiteralText { LiteralText(model) }

    /// The test, ended by a line break.
    public func text(_ example: ExampleCase, named name: String) -> String {
        let title = DatumText(model: model).text(.text(name), .text)
        return "test \(title)\n" + given(example.assignments) + expectations(example)
    }

    // MARK: What is given

    private func given(_ assignments: [FactAssignment]) -> String {
        var lines: [String] = []
        for text in assignments.flatMap(texts) {
            if let last = lines.last, last.count + text.count + 2 + Self.indent.count <= Self.widest {
                lines[lines.count - 1] = last + ", " + text
            } else {
                lines.append(text)
            }
        }
        guard let first = lines.first else { return "" }
        return (["  given \(first)"] + lines.dropFirst().map { Self.indent + $0 }).joined(separator: "\n") + "\n"
    }

    private func texts(_ assignment: FactAssignment) -> [String] {
        var path = LiteralText.name(model[assignment.fact].heading.name)
        var type = model[assignment.fact].slot.type
        for step in assignment.fields {
            guard case .record(let id) = type else { return [] }
            path += "." + LiteralText.label(model[id].fields[step].name)
            type = model[id].fields[step].type
        }
        return texts(assignment.value, type, path)
    }

    /// A record is given field by field: that of a fact with fields has no name to make one by.
    private func texts(_ value: Datum, _ type: WritType, _ path: String) -> [String] {
        guard case .record(let fields) = value, case .record(let id) = type else {
            return ["\(path) = \(literals.text(value, type))"]
        }
        return zip(fields, model[id].fields).flatMap { field, slot -> [String] in
            if case .unknown = field { return [] }
            return texts(field, slot.type, path + "." + LiteralText.label(slot.name))
        }
    }

    // MARK: What is expected

    private func expectations(_ example: ExampleCase) -> String {
        guard let decision = example.decision, let answer = example.answer else { return "" }
        let asked = question(decision, example.arguments)
        return "  expect \(asked) is \(expected(answer))\(rule(answer))\(needs(answer))\n"
    }

    private func question(_ id: DecisionID, _ arguments: [Datum]) -> String {
        let name = LiteralText.name(model[id].heading.name)
        if arguments.isEmpty { return name }
        let texts = zip(model[id].parameterSlots, arguments).map { slot, value in
            "\(LiteralText.label(slot.name)): \(literals.text(value, slot.type))"
        }
        return "\(name)(\(texts.joined(separator: ", ")))"
    }

    private func expected(_ answer: Answer) -> String {
        let type = model[answer.decision].type
        guard answer.status == .determined, let outcome = answer.outcome else { return answer.status.rawValue }
        if !holdsMessage(type) { return literals.text(outcome, type) }
        // What people read is not compared, but which case it is can be asked.
        if case .variant(let index, _) = outcome, case .variant(let id) = type {
            return LiteralText.name(model[id].cases[index].name)
        }
        return AnswerStatus.determined.rawValue
    }

    private func rule(_ answer: Answer) -> String {
        guard answer.status == .determined, answer.rules.count == 1 else { return "" }
        switch answer.rules[0] {
        case .rule(let index): return " by \(LiteralText.name(model[answer.decision].rules[index].name))"
        case .otherwise: return " by otherwise"
        case .undetermined: return ""
        }
    }

    /// The missing facts that a policy can name: elements of lists have no names.
    private func needs(_ answer: Answer) -> String {
        guard answer.status == .undetermined else { return "" }
        let paths = answer.needs.compactMap(path)
        return paths.isEmpty ? "" : " needs " + paths.joined(separator: ", ")
    }

    private func path(_ needed: FactPath) -> String? {
        var text = LiteralText.name(needed.name)
        var type = model[needed.fact].slot.type
        for step in needed.steps {
            guard case .field(let name) = step, case .record(let id) = type,
                let slot = model[id].fields.first(where: { $0.name == name })
            else { return nil }
            text += "." + LiteralText.label(name)
            type = slot.type
        }
        return text
    }

    /// Whether values of a type may have text that waits for a language in them. Types do not contain themselves.
    private func holdsMessage(_ type: WritType) -> Bool {
        switch type {
        case .message: true
        case .list(let element): holdsMessage(element)
        case .record(let id): model[id].fields.contains { holdsMessage($0.type) }
        case .variant(let id): model[id].cases.flatMap(\.fields).contains { holdsMessage($0.type) }
        default: false
        }
    }
}
