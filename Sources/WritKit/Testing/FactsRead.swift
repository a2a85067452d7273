import WritEngine
import WritSemantics

/// The facts that decisions looked at, with their values: what one wants to see of a test that fails.
///
/// Each is shown once. A record or a list of which parts were read is shown by these: a line a field, or a line an element.
struct FactsRead: EvaluationObserver {
    private let policy: Policy
    private let writer: ValueWriter
    private var facts: [(path: FactPath, part: ReadPart)] = []
    private var places: [FactID: Int] = [:]

    init(_ policy: Policy) {
        self.policy = policy
        writer = ValueWriter(policy: policy, language: nil)
    }

    /// Notes what a question's decision looks at.
    mutating func note(_ question: Question) {
        _ = policy.engine.reference(question)
            .decide(question.decision, arguments: question.arguments, observing: &self)
    }

    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) {
        if let place = places[path.fact] { return facts[place].part.note(path.steps[...], value) }
        var part = ReadPart()
        part.note(path.steps[...], value)
        places[path.fact] = facts.count
        facts.append((FactPath(fact: path.fact, name: path.name), part))
    }

    // MARK: Showing

    /// In the order of first use.
    var shown: [(path: String, value: String)] {
        facts.flatMap { lines($0.part, policy.model[$0.path.fact].slot.type, $0.path) }
    }

    private func lines(_ part: ReadPart, _ type: WritType, _ path: FactPath) -> [(path: String, value: String)] {
        switch type {
        case .record where !part.isWhole:
            return part.parts.flatMap { step, inner in
                lines(inner, self.type(at: step, in: type), path.appending(step))
            }
        case .list(let element) where !part.isWhole:
            let shown = part.parts.map { line($0.part, element, path.appending($0.step)) }
            guard let count = part.count, count > shown.count else { return shown }
            return shown + [(path.description, "\(count) elements, \(shown.count) of them looked at")]
        default: return [(path.description, text(part, type))]
        }
    }

    /// An element; of one of which a single field was read only that.
    private func line(_ part: ReadPart, _ type: WritType, _ path: FactPath) -> (path: String, value: String) {
        if case .record = type, !part.isWhole, part.parts.count == 1 {
            let (step, inner) = part.parts[0]
            return line(inner, self.type(at: step, in: type), path.appending(step))
        }
        return (path.description, text(part, type))
    }

    /// As a policy writes it, records with the fields that were read.
    private func text(_ part: ReadPart, _ type: WritType) -> String {
        switch type {
        case .record(let id) where !part.isWhole:
            let fields = part.parts.map { step, inner in
                "\(FactPath(fact: FactID(0), name: "", steps: [step]).description.drop { $0 == "." }): "
                    + text(inner, self.type(at: step, in: type))
            }
            return "\(policy.model[id].heading.name)(\(fields.joined(separator: ", ")))"
        case .list(let element) where !part.isWhole:
            return "[\(part.parts.map { text($0.part, element) }.joined(separator: ", "))]"
        default: return part.value.map { writer.literal($0, type) } ?? "unknown"
        }
    }

    private func type(at step: FactPath.Step, in type: WritType) -> WritType {
        guard case .record(let id) = type, case .field(let name) = step else { return type }
        return policy.model[id].fields.first { $0.name == name }?.type ?? type
    }
}

/// What was read of a fact, or of a part of one: its value, or what was read of its parts.
private struct ReadPart {
    private(set) var value: Datum?
    private(set) var parts: [(step: FactPath.Step, part: ReadPart)] = []
    private var places: [FactPath.Step: Int] = [:]

    mutating func note(_ steps: ArraySlice<FactPath.Step>, _ value: Datum) {
        guard let step = steps.first else {
            self.value = value
            return
        }
        if let place = places[step] { return parts[place].part.note(steps.dropFirst(), value) }
        var part = ReadPart()
        part.note(steps.dropFirst(), value)
        places[step] = parts.count
        parts.append((step, part))
    }

    /// How many elements a list has, if that is known.
    var count: Int? {
        if case .list(let elements)? = value { elements.count } else { nil }
    }

    /// Whether its value shows it best: no part of it was read, or parts that have none themselves.
    var isWhole: Bool {
        switch value {
        case nil: false
        case .record?: parts.isEmpty
        case .list?: parts.allSatisfy { $0.part.isSimple }
        default: true
        }
    }

    private var isSimple: Bool {
        if case .record? = value { return false }
        return parts.isEmpty
    }
}
