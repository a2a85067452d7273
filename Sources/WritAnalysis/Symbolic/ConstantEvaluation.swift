import WritEngine
import WritSemantics
import WritSource
import WritValues

/// Works out terms of constants, as the plain evaluator does: the one place that knows calendars, clocks and letters.
struct ConstantEvaluation: Sendable {
    private let evaluator: ReferenceEvaluator

    init(_ model: CheckedModel) {
        // Of the model such a term needs the calendars only.
        var calendars = CheckedModel(name: "", digest: "")
        calendars.calendars = model.calendars
        calendars.zone = model.zone
        evaluator = ReferenceEvaluator(
            calendars, facts: FactSet(facts: []), depth: EvaluationDepth(calendars))
    }

    func datum(_ term: Term) -> Datum { evaluator.evaluate(term) }

    /// A quantity, a truth (0 or 1) or the number of a case; nil where it is unknown.
    func count(_ term: Term) -> Int128? {
        switch evaluator.evaluate(term) {
        case .count(let count): count
        case .boolean(let truth): truth ? 1 : 0
        case .variant(let index, _): Int128(index)
        default: nil
        }
    }
}
