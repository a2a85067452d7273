import WritValues

/// Writes terms compactly, operator first, everything implicit shown: for dumps of the model and for tests.
///
/// `(bounded (* (rescale order.amount 4) 1.0500))`
public struct TermPrinter: Sendable {
    let model: CheckedModel
    private let values: DatumText

    public init(model: CheckedModel) {
        self.model = model
        values = DatumText(model: model)
    }

    public func text(_ term: Term) -> String {
        switch term.kind {
        case .constant, .fact, .param, .local, .define, .decision: leaf(term)
        case .field, .caseField, .makeRecord, .makeCase, .makeList: structure(term)
        case .not, .and, .or, .isKnown, .orElse, .conditional: logic(term)
        case .compare, .equal, .isCase, .memberOf, .text, .like: relation(term)
        case .textLength, .plainText, .rescale, .negate, .add, .subtract, .multiply, .divide, .round, .extreme,
            .bounded:
            calculation(term)
        case .shift, .between, .atTime, .part, .localPart, .edge, .isWorkingDay, .rollToWorkingDay: time(term)
        case .quantifier, .count, .aggregate, .map, .first: list(term)
        case .message(let template): message(template)
        }
    }

    func form(_ head: String, _ parts: String?...) -> String {
        "(" + ([head] + parts.compactMap { $0 }).joined(separator: " ") + ")"
    }

    func form(_ head: String, _ terms: [Term]) -> String {
        "(" + ([head] + terms.map(text)).joined(separator: " ") + ")"
    }

    // MARK: Leaves and structure

    private func leaf(_ term: Term) -> String {
        switch term.kind {
        case .constant(let datum): term.type == .poison ? "?" : values.text(datum, term.type)
        case .fact(let id): model[id].heading.name
        case .param(let id): model[id].heading.name
        case .local(let id): model[id].name
        case .define(let id, let arguments): call(model[id].heading.name, arguments)
        case .decision(let id, let arguments): call(model[id].heading.name, arguments)
        default: ""
        }
    }

    private func call(_ name: String, _ arguments: [Term]) -> String {
        arguments.isEmpty ? name : name + "(" + arguments.map(text).joined(separator: ", ") + ")"
    }

    private func structure(_ term: Term) -> String {
        switch term.kind {
        case .field(let base, let index): text(base) + "." + fieldName(base.type, index)
        case .caseField(let base, let places): text(base) + "." + caseFieldName(base.type, places)
        case .makeRecord(let id, let parts): model[id].heading.name + labelled(parts, model[id].fields)
        case .makeCase(let id, let index, let parts):
            model[id].cases[index].name + labelled(parts, model[id].cases[index].fields)
        case .makeList(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        default: ""
        }
    }

    private func fieldName(_ type: WritType, _ index: Int) -> String {
        if case .record(let id) = type { model[id].fields[index].name } else { String(index) }
    }

    private func caseFieldName(_ type: WritType, _ places: [Term.CaseField]) -> String {
        guard case .variant(let id) = type, let first = places.first else { return "?" }
        return model[id].cases[first.caseIndex].fields[first.fieldIndex].name
    }

    private func labelled(_ parts: [Term?], _ slots: [Slot]) -> String {
        let texts = zip(parts, slots).compactMap { part, slot in part.map { "\(slot.name): \(text($0))" } }
        return "(" + texts.joined(separator: ", ") + ")"
    }

    private func message(_ template: MessageTemplate) -> String {
        let texts = template.texts.map { language, segments in
            let body = segments.map { segment in
                switch segment {
                case .text(let piece): String(DatumText.quoted(piece).dropFirst().dropLast())
                case .hole(let term): "{" + text(term) + "}"
                }
            }.joined()
            return (language.map { $0 + " " } ?? "") + "\"" + body + "\""
        }
        return "(message " + texts.joined(separator: " ") + ")"
    }
}
