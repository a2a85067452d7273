import WritDiagnostics
import WritSemantics

/// Rules and rows that no case can come to.
enum UnreachableCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.flatMap { decision -> [Finding] in
            let symbol = questions.wide.evaluation.asked(decision)
            let rules = questions.model[decision].rules
            return rules.indices.compactMap { index in
                questions.reach(of: index, in: decision) == .none
                    ? unreachable(index, decision, symbol, questions) : nil
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
