import WritSemantics
import WritSource

extension CaseEvaluation {
    /// A field of a record; of an unknown record it is unknown.
    func field(_ index: Int, of record: Term, _ locals: Locals) -> Evaluated {
        let whole = evaluate(record, locals)
        guard case .datum(.record(let fields)) = whole.content, case .record(let id) = record.type else {
            return Evaluated(whole.datum)
        }
        return Evaluated(fields[index], path: whole.path?.appending(.field(model[id].fields[index].name)))
    }

    /// A field of a variant; nothing is there when the variant is in another case.
    func field(_ places: [Term.CaseField], of variant: Term, _ term: Term, _ locals: Locals) -> Evaluated {
        let whole = evaluate(variant, locals)
        guard case .datum(.variant(let index, let fields)) = whole.content, case .variant(let id) = variant.type else {
            return Evaluated(whole.datum)
        }
        guard let place = places.first(where: { $0.caseIndex == index }) else {
            return .unknown(.nothing(Absence(.otherCase, at: term.location)))
        }
        let name = model[id].cases[index].fields[place.fieldIndex].name
        return Evaluated(fields[place.fieldIndex], path: whole.path?.appending(.field(name)))
    }

    /// The parts of a record or case; an optional one that was left out is unknown because it was written so.
    func parts(_ terms: [Term?], _ whole: Term, _ locals: Locals) -> [Datum] {
        terms.map { term in
            guard let term else { return .unknown(.nothing(Absence(.written, at: whole.location))) }
            return wholeDatum(term, locals)
        }
    }

    /// A value that goes somewhere as it is.
    func wholeDatum(_ term: Term, _ locals: Locals) -> Datum {
        let value = evaluate(term, locals)
        used(value, term.type)
        return value.datum
    }

    func render(_ template: MessageTemplate, _ locals: Locals) -> RenderedMessage {
        RenderedMessage(
            texts: template.texts.map { text in
                RenderedMessage.Text(language: text.language, segments: text.segments.map { render($0, locals) })
            }, zone: template.zone)
    }

    private func render(_ segment: MessageTemplate.Segment, _ locals: Locals) -> RenderedMessage.Segment {
        switch segment {
        case .text(let text): .text(text)
        case .hole(let term): .value(wholeDatum(term, locals), term.type)
        }
    }
}
