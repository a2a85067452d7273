import WritSemantics

/// A decision's answer, and what it is to those that read it.
struct Resolution {
    var answer: Answer
    /// Determined, or undetermined with a value of its own: the outcome; else unknown.
    var toReaders: Datum
}

/// What a conclusion came to.
struct Concluded {
    var rule: RuleReference
    /// Nil only under `count`.
    var value: Datum?
    var actions: [AnsweredAction]
    var because: RenderedMessage?
    var source: SourceNote?
    /// Why it is unknown, if it is.
    var cause: Cause?

    /// Whether both are known, equal in value and actions, and have no unknown part.
    func agrees(with other: Concluded) -> Bool {
        cause == nil && other.cause == nil && value == other.value && actions == other.actions && isWhole
    }

    private var isWhole: Bool {
        let arguments = actions.flatMap { $0.arguments.compactMap(\.self) }
        return !([value].compactMap(\.self) + arguments).contains { $0.hasUnknownPart }
    }
}

extension Datum {
    /// Whether it or a part of it is unknown.
    var hasUnknownPart: Bool {
        switch self {
        case .unknown: true
        case .boolean, .count, .text: false
        case .variant(_, let parts), .record(let parts), .list(let parts): parts.contains { $0.hasUnknownPart }
        case .message(let message):
            message.texts.contains { text in
                text.segments.contains { segment in
                    if case .value(let datum, _) = segment { datum.hasUnknownPart } else { false }
                }
            }
        }
    }
}

/// What rules and conclusions that are unknown leave open, at least one: why the answer is, and what would settle it.
struct OpenCauses {
    private(set) var causes: [Cause] = []

    init(_ causes: [Cause?]) { self.causes = causes.compactMap(\.self) }

    mutating func append(_ cause: Cause) { causes.append(cause) }

    /// All of them, in order.
    var merged: Cause { Cause.merging(causes)! }

    /// The missing facts: first those that occur in most of them, then in order of appearance.
    var needs: [FactPath] {
        let counted = merged.missing.map { path in (path: path, count: causes.count { $0.missing.contains(path) }) }
        return counted.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element.path)
    }
}
