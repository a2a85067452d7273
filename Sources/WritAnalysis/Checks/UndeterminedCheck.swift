import WritDiagnostics
import WritSemantics

/// Answers left open by one unknown fact, although the decision gives the same whatever that fact is.
///
/// Logic does not look across conditions (law 3): `photo is match` and `photo is not match` in two rules are two held rules when the
/// photo is unknown. Where all of them would give the same, the author can say so, and the case needs nobody.
enum UndeterminedCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.compactMap { decision in
            let symbol = questions.wide.evaluation.asked(decision)
            if symbol.undetermined == .no || symbol.isOpaque || !questions.isSmall(symbol.undetermined) { return nil }
            // Each fact is asked about once: a search that has learned meanwhile may find another case.
            for unknown in unknowns(symbol, questions) {
                if let found = finding(decision, unknown, symbol, questions) { return found }
            }
            return nil
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
        // Of a case without elements more can be said.
        let plain = questions.listLengths(in: goals).map { table.atMost($0, 0) }
        for goals in plain.isEmpty ? [goals] : [goals + plain, goals] {
            guard case .found(let valuation) = questions.wide.solver.solve(goals, budget: questions.glance) else {
                continue
            }
            if let found = shown(decision, unknown, symbol, goals, valuation, questions) { return found }
        }
        return nil
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
        let differs = !table.all([symbol.determined, isSame])
        guard questions.isImpossible(thoroughly: true, { _ in known + [differs] }) else { return nil }
        let goals = fixed + [!table.isTrue(unknown), symbol.undetermined]
        let example = questions.example(decision, goals) { example in
            guard let answer = example.answer, answer.status == .undetermined,
                answer.needs.map(\.description) == [leaf.path]
            else { return false }
            // What a shorter case leaves out matters no more when the fact is told.
            let rest = left(of: told, valuation, in: example, questions)
            return questions.isImpossible(thoroughly: true) { _ in rest + [table.isTrue(unknown), differs] }
        }
        return example.map { finding(decision, leaf.path, outcome, $0, questions) }
    }

    /// What a case that tells less than a valuation says of these variables.
    private static func left(
        of variables: [Variable], _ valuation: Valuation, in example: ExampleCase, _ questions: CaseQuestions
    ) -> [Formula] {
        let table = questions.wide.evaluation.table
        let paths = example.assignments.map { FactAssignments(questions.model).path($0) }
        func isTold(_ path: String) -> Bool {
            // An argument is always told.
            path.contains("(")
                || paths.contains { told in
                    told == path || told.hasPrefix(path + ".") || path.hasPrefix(told + ".")
                        || path.hasPrefix(told + "[")
                }
        }
        return variables.compactMap { variable in
            guard let value = valuation[variable] else { return nil }
            switch table[variable].origin {
            case .known(let leaf) where !isTold(leaf.path): return !table.isTrue(variable)
            case .known(let leaf), .value(let leaf), .shape(let leaf):
                return isTold(leaf.path) ? table.isValue(variable, equalTo: value) : nil
            default: return nil
            }
        }
    }

    private static func finding(
        _ decision: DecisionID, _ path: String, _ outcome: Datum, _ example: ExampleCase, _ questions: CaseQuestions
    ) -> Finding {
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
