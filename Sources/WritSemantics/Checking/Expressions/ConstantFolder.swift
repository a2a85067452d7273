import WritValues

/// Calculates terms that depend on nothing outside them. What would be a fault has no value here.
struct ConstantFolder {
    func value(_ term: Term) -> Datum? {
        switch term.kind {
        case .constant(let datum): datum
        case .makeRecord, .makeCase, .makeList: structure(term)
        case .not, .and, .or, .conditional: logic(term)
        case .rescale, .negate, .add, .subtract, .multiply, .round, .bounded, .extreme: count(term).map { .count($0) }
        case .shift, .atTime, .edge: count(term).map { .count($0) }
        case .compare, .equal: comparison(term)
        case .message(let template): message(template)
        default: nil
        }
    }

    private func structure(_ term: Term) -> Datum? {
        switch term.kind {
        case .makeRecord(_, let fields): parts(fields, term).map { .record($0) }
        case .makeCase(_, let index, let fields): parts(fields, term).map { .variant(index, $0) }
        case .makeList(let elements): parts(elements, term).map { .list($0) }
        default: nil
        }
    }

    /// All values, or nil; one that was left out is unknown, as written.
    private func parts(_ terms: [Term?], _ whole: Term) -> [Datum]? {
        var values: [Datum] = []
        for term in terms {
            guard let term else {
                values.append(.unknown(.nothing(Absence(.written, at: whole.location))))
                continue
            }
            guard let value = value(term) else { return nil }
            values.append(value)
        }
        return values
    }

    private func logic(_ term: Term) -> Datum? {
        switch term.kind {
        case .not(let operand): return truth(operand).map { .boolean(!$0) }
        case .and(let operands):
            let values = operands.compactMap(truth)
            return values.count == operands.count ? .boolean(values.allSatisfy { $0 }) : nil
        case .or(let operands):
            let values = operands.compactMap(truth)
            return values.count == operands.count ? .boolean(values.contains(true)) : nil
        case .conditional(let test, then: let first, else: let second):
            return truth(test).flatMap { value($0 ? first : second) }
        default: return nil
        }
    }

    private func truth(_ term: Term) -> Bool? {
        if case .boolean(let truth)? = value(term) { truth } else { nil }
    }

    private func comparison(_ term: Term) -> Datum? {
        switch term.kind {
        case .compare(let ordering, let left, let right):
            guard let a = count(left), let b = count(right) else { return nil }
            let order = Exact.compare(a, scale: left.type.scale, with: b, scale: right.type.scale)
            return .boolean(Self.holds(order, ordering))
        case .equal(let left, let right) where left.type == right.type && !left.type.isQuotient:
            guard let a = value(left), let b = value(right), !a.hasUnknown, !b.hasUnknown else { return nil }
            return .boolean(a == b)
        default: return nil
        }
    }

    private static func holds(_ order: Int, _ ordering: Term.Ordering) -> Bool {
        switch ordering {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }

    private func message(_ template: MessageTemplate) -> Datum? {
        var texts: [RenderedMessage.Text] = []
        for (language, segments) in template.texts {
            var rendered: [RenderedMessage.Segment] = []
            for segment in segments {
                switch segment {
                case .text(let text): rendered.append(.text(text))
                case .hole(let term):
                    guard let value = value(term) else { return nil }
                    rendered.append(.value(value, term.type))
                }
            }
            texts.append(RenderedMessage.Text(language: language, segments: rendered))
        }
        return .message(RenderedMessage(texts: texts, zone: template.zone))
    }
}

extension Datum {
    /// Whether any part of it is unknown.
    var hasUnknown: Bool {
        switch self {
        case .unknown: true
        case .variant(_, let parts), .record(let parts), .list(let parts): parts.contains(where: \.hasUnknown)
        default: false
        }
    }
}
