import WritDiagnostics
import WritSemantics

/// Gaps, overlaps and hidden rows of tables that are too large for formulas: found by boxes (docs/design/table-analysis.md), and shown
/// by a case where the columns are facts.
enum LargeTableCheck: SemanticCheck {
    /// More pairs or gaps of one table than this are mended together.
    private static let most = 5

    static func findings(_ questions: CaseQuestions) -> [Finding] {
        let model = questions.model
        return model.decisions.indices.map { DecisionID($0) }.flatMap { id -> [Finding] in
            guard model[id].rules.count > questions.wide.evaluation.ruleLimit,
                let analysis = TableAnalysis(model[id], of: model, constant: { constant($0, model) })
            else { return [] }
            return overlaps(id, analysis, questions) + hidden(id, analysis, questions) + gaps(id, analysis, questions)
        }
    }

    /// The value of a param that is written as one.
    private static func constant(_ term: Term, _ model: CheckedModel) -> Int64? {
        switch term.kind {
        case .param(let id): constant(model[id].value, model)
        case .bounded(let inner): constant(inner, model)
        case .constant(.count(let count)): Int64(exactly: count)
        case .constant(.boolean(let truth)): truth ? 1 : 0
        case .constant(.variant(let index, let fields)) where fields.isEmpty: Int64(index)
        default: nil
        }
    }

    // MARK: What is found

    private static func overlaps(_ id: DecisionID, _ analysis: TableAnalysis, _ questions: CaseQuestions) -> [Finding] {
        guard questions.model[id].mode == .unique else { return [] }
        let rules = questions.model[id].rules
        let found = analysis.overlaps(limit: most)
        return found.pairs.compactMap { pair in
            let (first, second) = (rules[pair.first], rules[pair.second])
            guard let example = example(id, pair.box, analysis, questions),
                example.answer?.fault?.kind == .severalRules
            else { return nil }
            let more = found.count > most ? " (one of \(found.count) such pairs)" : ""
            return Finding(
                .overlap, "`\(first.name)` and `\(second.name)` both apply to this case\(more)",
                at: Label(second.location, "applies too"), also: [Label(first.location, "applies already")],
                help: "make the two exclude each other, or let one override the other", decision: id,
                example: example)
        }
    }

    private static func hidden(_ id: DecisionID, _ analysis: TableAnalysis, _ questions: CaseQuestions) -> [Finding] {
        let rules = questions.model[id].rules
        return analysis.hiddenRows().entries.compactMap { entry in
            let rule = rules[entry.row]
            switch entry.reason {
            case .withheld, .undecided: return nil
            case .empty:
                return Finding(
                    .unreachable, "the row `\(rule.name)` can never apply: its condition is never true",
                    at: Label(rule.location, "never applies"), help: "mend its cells, or take the row out", decision: id
                )
            case .covered:
                let names = entry.by.prefix(3).map { "`\(rules[$0].name)`" }.joined(separator: ", ")
                let rest = entry.by.count > 3 ? " and \(entry.by.count - 3) more" : ""
                return Finding(
                    .unreachable,
                    "the row `\(rule.name)` can never apply: \(names)\(rest) \(entry.by.count == 1 ? "takes" : "take") every case of it",
                    at: Label(rule.location, "never applies"),
                    also: entry.by.prefix(3).map { Label(rules[$0].location, "comes first") },
                    help: "move it up, narrow what comes before it, or take it out", decision: id)
            }
        }
    }

    private static func gaps(_ id: DecisionID, _ analysis: TableAnalysis, _ questions: CaseQuestions) -> [Finding] {
        guard questions.model[id].otherwise == nil else { return [] }
        let heading = questions.model[id].heading
        return analysis.gaps().boxes.prefix(most).compactMap { box in
            guard let example = example(id, box, analysis, questions), example.answer?.fault?.kind == .noRule else {
                return nil
            }
            return Finding(
                .gap, "no row of `\(heading.name)` applies to this case", at: Label(heading.location, "leaves a gap"),
                help: "add a row for it and its like, or an `otherwise`", decision: id, example: example)
        }
    }

    // MARK: A case of a box

    /// Nil where a column that matters is no fact.
    private static func example(
        _ id: DecisionID, _ box: ColumnBox, _ analysis: TableAnalysis, _ questions: CaseQuestions
    ) -> ExampleCase? {
        guard let sample = BoxSample(of: box, in: analysis.space) else { return nil }
        var told: [FactAssignment] = []
        for (index, column) in questions.model[id].columns.enumerated() {
            guard let value = sample.values[index] else { continue }
            guard var assignment = place(column.value) else {
                if sample.matters[index] { return nil }
                continue
            }
            assignment.value = datum(value, analysis.space.columns[index].type, analysis.space)
            told.append(assignment)
        }
        return questions.replay(id, [], told)
    }

    /// The fact, or the field of one, that a column reads.
    private static func place(_ term: Term) -> FactAssignment? {
        switch term.kind {
        case .fact(let fact): return FactAssignment(fact: fact, value: .boolean(false))
        case .field(let record, let index):
            guard var assignment = place(record) else { return nil }
            assignment.fields.append(index)
            return assignment
        default: return nil
        }
    }

    private static func datum(_ value: Int64, _ type: WritType, _ space: ColumnSpace) -> Datum {
        switch type {
        case .boolean: .boolean(value == 1)
        case .text, .zone: .text(space.texts.indices.contains(Int(value)) ? space.texts[Int(value)] : "any other text")
        case .variant, .calendar: .variant(Int(value), [])
        default: .count(Int128(value))
        }
    }
}
