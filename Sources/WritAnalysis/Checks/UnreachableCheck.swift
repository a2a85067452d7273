import WritDiagnostics
import WritSemantics

/// Rules and rows that no case can come to.
enum UnreachableCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.flatMap { decision -> [Finding] in
            let symbol = questions.wide.evaluation.asked(decision)
            let rules = questions.model[decision].rules
            return rules.indices.compactMap { index in
                switch questions.reach(of: index, in: decision) {
                case .none: unreachable(index, decision, symbol, questions)
                case .isReached: unanswering(index, decision, symbol, questions)
                case .answers: nil
                }
            }
        }
    }

    private static func unreachable(
        _ index: Int, _ decision: DecisionID, _ symbol: DecisionSymbol, _ questions: CaseQuestions
    ) -> Finding {
        let rules = questions.model[decision].rules
        let rule = rules[index]
        let what = rule.origin == .written ? "rule" : "row"
        if questions.isImpossible({ _ in [symbol.conditions[index].isTrue] }) {
            return Finding(
                .unreachable, "the \(what) `\(rule.name)` can never apply: its condition is never true",
                at: Label(rule.location, "never applies"),
                help: "mend its condition, or take the \(what) out", decision: decision)
        }
        let isUnique = questions.model[decision].mode == .unique
        let hiding = hiding(index, among: isUnique ? rules.indices : 0..<index, symbol, questions)
        let names = hiding.map { "`\(rules[$0].name)`" }
        let list =
            names.count > 4 ? names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more" : joined(names)
        return Finding(
            .unreachable,
            isUnique
                ? "the \(what) `\(rule.name)` never applies alone: every case of it is one of \(list) too"
                : "the \(what) `\(rule.name)` can never apply: \(list) \(hiding.count == 1 ? "takes" : "take") every case of it",
            at: Label(rule.location, "never applies\(isUnique ? " alone" : "")"),
            also: hiding.prefix(4).map { Label(rules[$0].location, isUnique ? "applies too" : "comes first") },
            help: isUnique
                ? "narrow one of them, or take it out" : "move it up, narrow what comes before it, or take it out",
            decision: decision)
    }

    /// A rule that is come to and is never the answer: what it says is never known, or other rules are held then and say something else.
    private static func unanswering(
        _ index: Int, _ decision: DecisionID, _ symbol: DecisionSymbol, _ questions: CaseQuestions
    ) -> Finding? {
        let mode = questions.model[decision].mode
        guard mode == .first || mode == .unique else { return nil }
        let rules = questions.model[decision].rules
        let rule = rules[index]
        let what = rule.origin == .written ? "rule" : "row"
        if questions.isImpossible({ _ in [symbol.reached[index], symbol.conclusions[index].known] }) {
            return Finding(
                .unreachable, "the \(what) `\(rule.name)` never answers: what it says is never known",
                at: Label(rule.location, "never answers"),
                help: "mend its outcome, or take the \(what) out", decision: decision)
        }
        let table = questions.wide.evaluation.table
        let held = (mode == .unique ? rules.indices : 0..<index).filter { other in
            let isHeld = table.isHeld(symbol.conditions[other])
            return other != index && isHeld != .no
                && !questions.isImpossible({ _ in [symbol.reached[index], isHeld] })
        }
        let names = held.map { "`\(rules[$0].name)`" }
        if names.isEmpty { return nil }
        let list = names.count > 4 ? "\(names.count) other rules" : joined(names)
        let verb = names.count == 1 ? "is" : "are"
        let why = "wherever it applies \(list) \(verb) left open, and may say something else"
        return Finding(
            .unreachable, "the \(what) `\(rule.name)` never answers: \(why)",
            at: Label(rule.location, "never answers"),
            also: held.prefix(4).map { Label(rules[$0].location, "left open") },
            help: "ask in \(names.count == 1 ? "that rule" : "those rules") whether the fact is known, or say the same",
            decision: decision)
    }

    private static func joined(_ names: [String]) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + names.last!
    }

    /// The rules that take all its cases, without any that is not needed for that.
    private static func hiding(
        _ index: Int, among rules: Range<Int>, _ symbol: DecisionSymbol, _ questions: CaseQuestions
    ) -> [Int] {
        let condition = symbol.conditions[index].isTrue
        var hiding = rules.filter { $0 != index }
        if hiding.isEmpty { return [] }
        // From the last one: an author looks at the first ones first.
        for other in hiding.reversed() {
            let rest = hiding.filter { $0 != other }
            if questions.isImpossible({ _ in [condition] + rest.map { !symbol.conditions[$0].isTrue } }) {
                hiding = rest
            }
        }
        return hiding
    }
}
