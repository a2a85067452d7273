import WritDiagnostics
import WritSemantics

/// Answers left open by one unknown fact, although the decision gives the same whatever that fact is.
///
/// Logic does not look across conditions (law 3): `photo is match` and `photo is not match` in two rules are two held rules when the
/// photo is unknown. Where all of them would give the same, the author can say so, and the case needs nobody.
enum UndeterminedCheck: SemanticCheck {
    /// Facts that are looked at in one decision.
    private static let most = 12

    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.compactMap { decision in
            let symbol = questions.wide.evaluation.asked(decision)
            if symbol.undetermined == .no || symbol.isOpaque { return nil }
            return unknowns(symbol, questions).prefix(most).lazy
                .compactMap { finding(decision, $0, symbol, questions) }.first
        }
    }

    /// The facts that may be unknown, on which it depends whether the decision is open.
    private static func unknowns(_ symbol: DecisionSymbol, _ questions: CaseQuestions) -> [Variable] {
        let table = questions.wide.evaluation.table
        return table.cone(of: [symbol.undetermined]).filter { variable in
            if case .known(let leaf) = table[variable].origin { !leaf.path.contains("?") } else { false }
        }
    }

    private static func finding(
        _ decision: DecisionID, _ unknown: Variable, _ symbol: DecisionSymbol, _ questions: CaseQuestions
    ) -> Finding? {
        let table = questions.wide.evaluation.table
        let others = unknowns(symbol, questions).filter { $0 != unknown }.map { table.isTrue($0) }
        let goals = [symbol.undetermined, !table.isTrue(unknown)] + others
        guard case .found(let valuation) = questions.wide.solver.solve(goals, budget: questions.glance) else {
            return nil
        }
        return shown(decision, unknown, symbol, goals, valuation, questions)
    }

    /// Whether in this case every value of the unknown fact gives one outcome.
    private static func shown(
        _ decision: DecisionID, _ unknown: Variable, _ symbol: DecisionSymbol, _ goals: [Formula],
        _ valuation: Valuation, _ questions: CaseQuestions
    ) -> Finding? {
        let evaluation = questions.wide.evaluation
        let table = evaluation.table
        guard case .known(let leaf) = table[unknown].origin else { return nil }
        let told = table.cone(of: goals + [symbol.determined] + symbol.conclusions.compactMap { $0.value?.known })
            .filter { variable in
                switch table[variable].origin {
                case .value(let other), .known(let other), .shape(let other):
                    other.path != leaf.path && !other.path.hasPrefix(leaf.path + ".")
                default: false
                }
            }
        let fixed = told.compactMap { variable in
            valuation[variable].map { table.isValue(variable, equalTo: $0) }
        }
        let known = fixed + [table.isTrue(unknown)]
        guard
            case .found(let completed) = questions.wide.solver.solve(
                known + [symbol.determined], budget: questions.glance)
        else { return nil }
        let reader = CaseReader(evaluation: evaluation, ordinary: questions.ordinary, valuation: completed)
        let arguments = reader.arguments(of: decision)
        guard let outcome = questions.answer(decision, arguments, reader.facts()).outcome else { return nil }
        let type = questions.model[decision].type
        let isSame = evaluation.equal(symbol.outcome, type, evaluation.symbol(outcome, type), type).isTrue
        guard questions.isImpossible({ _ in known + [!table.all([symbol.determined, isSame])] }) else { return nil }
        return finding(decision, leaf.path, outcome, fixed + [!table.isTrue(unknown), symbol.undetermined], questions)
    }

    private static func finding(
        _ decision: DecisionID, _ path: String, _ outcome: Datum, _ goals: [Formula], _ questions: CaseQuestions
    ) -> Finding? {
        let example = questions.example(decision, goals) { example in
            guard let answer = example.answer, answer.status == .undetermined else { return false }
            return answer.needs.map(\.description) == [path]
        }
        guard let example else { return nil }
        let heading = questions.model[decision].heading
        let text = DatumText(model: questions.model).text(outcome, questions.model[decision].type)
        return Finding(
            .undetermined,
            "`\(heading.name)` is left open where `\(path)` is unknown, although every value of it gives \(text)",
            at: Label(heading.location, "open without need"),
            help: "let one rule say it for all values, or ask `\(path) is unknown` too", decision: decision,
            example: example)
    }
}
