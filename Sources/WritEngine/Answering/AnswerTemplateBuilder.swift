import WritSemantics
import WritSource

/// Makes the templates of a decision's answers, as `AnswerJSON` writes them.
struct AnswerTemplateBuilder {
    let model: CheckedModel
    let language: String?
    private let layout: CaseLayout
    private let json: DatumJSON

    init(_ model: CheckedModel, _ layout: CaseLayout, language: String?) {
        self.model = model
        self.layout = layout
        self.language = language
        json = DatumJSON(model: model, language: language)
    }

    /// The line of each conclusion.
    func lines(of decision: DecisionID, named name: String, _ made: BranchDecision) -> [AnswerTemplate] {
        let declared = model[decision]
        return declared.allConclusions.enumerated().map { number, conclusion in
            var template = AnswerTemplate()
            // What has an obstacle is never reached.
            guard made.conclusions[number].arguments.count == conclusion.actions.count else { return template }
            begin(decision, named: name, &template)
            value(made.result, declared.type, conclusion.value, &template)
            template.append(",\"actions\":[")
            actions(conclusion, made.conclusions[number], &template)
            template.append("],\"rule\":\(quoted(ruleName(number, declared))),\"because\":")
            because(conclusion, made.conclusions[number], &template)
            template.append(",\"source\":\(conclusion.source.map { quoted($0.description) } ?? "null")")
            end(&template)
            template.append(AnswerTemplate.Piece())
            return template
        }
    }

    /// The parts of which the lines are put together where several rules may answer.
    func parts(of decision: DecisionID, named name: String, _ made: BranchDecision) -> CollectedTemplate {
        let declared = model[decision]
        var collected = CollectedTemplate()
        begin(decision, named: name, &collected.head)
        value(made.result, declared.type, nil, &collected.head)
        collected.head.append(AnswerTemplate.Piece())
        end(&collected.tail)
        collected.tail.append(AnswerTemplate.Piece())
        for (number, conclusion) in declared.allConclusions.enumerated() {
            var (acts, words) = (AnswerTemplate(), AnswerTemplate())
            if made.conclusions[number].arguments.count == conclusion.actions.count {
                actions(conclusion, made.conclusions[number], &acts)
                acts.append(AnswerTemplate.Piece())
                if conclusion.because != nil {
                    because(conclusion, made.conclusions[number], &words)
                    words.append(AnswerTemplate.Piece())
                }
            }
            collected.actions.append(acts)
            collected.words.append(words)
            collected.rules.append(Array(quoted(ruleName(number, declared)).utf8))
            collected.sources.append(conclusion.source.map { Array(quoted($0.description).utf8) })
        }
        return collected
    }

    private func begin(_ decision: DecisionID, named name: String, _ template: inout AnswerTemplate) {
        template.append("{\"decision\":\(quoted(name)),\"status\":\"determined\",\"outcome\":")
    }

    private func end(_ template: inout AnswerTemplate) {
        template.append(",\"needs\":[],\"fault\":null,\"policy\":{\"name\":\(quoted(model.name))")
        template.append(",\"digest\":\(quoted(model.digest))}")
    }

    private func ruleName(_ number: Int, _ decision: Decision) -> String {
        number < decision.rules.count ? decision.rules[number].name : "otherwise"
    }

    private func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return json.text
    }

    /// A value that is the same in every case is written now.
    private func value(_ place: CellPlace, _ type: WritType, _ term: Term?, _ template: inout AnswerTemplate) {
        if case .constant(let datum)? = term?.kind, term?.type == type {
            return template.append(json.text(datum, type))
        }
        if let index = term?.fieldlessCase {
            return template.append(json.text(.variant(index, []), type))
        }
        switch (term?.kind, type) {
        case (.makeRecord(let id, let parts)?, .record):
            fields(parts, model[id].fields, &template) { place.advanced(by: layout.offset(of: $0, in: id)) }
        case (.makeCase(let id, let index, let parts)?, .variant):
            template.append("{\(quoted(model[id].cases[index].wireName)):")
            fields(parts, model[id].cases[index].fields, &template) {
                place.advanced(by: layout.offset(of: $0, inCase: index, of: id))
            }
            template.append("}")
        default: hole(place, type, nil, &template)
        }
    }

    /// The fields of a value that is put together here: its names are the same in every case.
    private func fields(
        _ terms: [Term?], _ slots: [Slot], _ template: inout AnswerTemplate, _ place: (Int) -> CellPlace
    ) {
        template.append("{")
        for (index, slot) in slots.enumerated() {
            template.append("\(index == 0 ? "" : ",")\(quoted(slot.wireName)):")
            if let term = terms[index] {
                value(place(index), slot.type, term, &template)
            } else {
                template.append("null")
            }
        }
        template.append("}")
    }

    private func actions(_ conclusion: Conclusion, _ shown: BranchConclusion, _ template: inout AnswerTemplate) {
        for (index, call) in conclusion.actions.enumerated() {
            let action = model[call.action]
            template.append("\(index > 0 ? "," : ""){\"action\":\(quoted(action.heading.name)),\"arguments\":{")
            var isFirst = true
            for (number, place) in shown.arguments[index].enumerated() {
                guard let place else { continue }
                let slot = action.parameters[number]
                template.append("\(isFirst ? "" : ",")\(quoted(slot.wireName)):")
                isFirst = false
                value(place, slot.type, call.arguments[number], &template)
            }
            template.append("}}")
        }
    }

    private func because(_ conclusion: Conclusion, _ shown: BranchConclusion, _ template: inout AnswerTemplate) {
        guard let message = conclusion.because else { return template.append("null") }
        template.append("\"")
        let index = MessageLanguage.index(of: message.texts.map(\.language), language)!
        var places = shown.holes.isEmpty ? [] : shown.holes[index][...]
        let locale = MessageLanguage.locale(of: message.texts[index].language, language, model)
        let words = DatumText(model: model, locale: locale, zone: message.zone ?? model.zone)
        template.style = locale.numberStyle
        for segment in message.texts[index].segments {
            switch segment {
            case .text(let text): template.append(String(quoted(text).dropFirst().dropLast()))
            case .hole(let term):
                guard let place = places.popFirst() else { continue }
                hole(place, term.type, words, &template)
            }
        }
        template.because = shown.because
        template.append("\"")
    }

    // MARK: Values

    /// How a date stands in words, and the words.
    private func date(_ locale: Locale?) -> (AnswerTemplate.Form, [String]) {
        guard let style = locale?.dateStyle else { return (.other, []) }
        if style.isEastern { return (.easternDate, ["年", "月", "日"]) }
        let names = style.months.map { String(quoted($0).dropFirst().dropLast()) }
        return (.namedDate, names + ["\(style.afterDay) ", "\(style.beforeYear) "])
    }

    /// A value that a case fills in: in words, as `words` writes it.
    private func hole(_ place: CellPlace, _ type: WritType, _ words: DatumText?, _ template: inout AnswerTemplate) {
        var piece = AnswerTemplate.Piece()
        piece.place = place
        piece.isInWords = words != nil
        var named: [String] = []
        switch type {
        case .boolean where words == nil: piece.form = .boolean
        case .number(let scale):
            piece.form = .number
            piece.scale = UInt8(scale)
        case .text, .zone: piece.form = .text
        case .money(let currency, let scale):
            piece.form = .money
            piece.scale = UInt8(scale)
            piece.minimumDecimals = UInt8(currency.minorDigits)
            named = [currency.code]
        case .date where words == nil: piece.form = .date
        case .date: (piece.form, named) = date(words?.locale)
        case .variant(let id) where model[id].isEnumeration:
            piece.form = .word
            named = model[id].cases.indices.map { index in
                words.map { String(quoted($0.text(.variant(index, []), type)).dropFirst().dropLast()) }
                    ?? quoted(model[id].cases[index].wireName)
            }
        default: piece.form = .other
        }
        piece.first = piece.form == .other ? template.others.count : template.words.count
        template.append(piece)
        if piece.form == .other { template.others.append(AnswerTemplate.Other(type: type, words: words)) }
        for word in named { template.addWord(word) }
    }
}
