import WritDiagnostics
import WritSemantics
import WritSource

/// Parts of a condition that are the same in every case.
enum ConstantConditionCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        questions.decisions.flatMap { decision -> [Finding] in
            let locals = questions.wide.evaluation.locals(askedFor: decision)
            let rules = questions.model[decision].rules
            return rules.indices.flatMap { index -> [Finding] in
                let needed = needed(by: rules[index])
                let isReachable = !needed.isEmpty && questions.reach(of: index, in: decision) != .none
                return parts(rules[index], among: rules).compactMap { part in
                    let isSometimes = isReachable && needed.contains(part.location)
                    return constant(part, isSometimes, rules[index], decision, locals, questions)
                }
            }
        }
    }

    /// The conditions that an author wrote: those that are joined by `and` and `or`, and not the halves of an interval.
    static func parts(_ rule: Rule, among rules: [Rule]) -> [Term] {
        // What keeps a rule from applying where another overrides it is that one's condition, and looked at there.
        let others = Set(rules.filter { $0.name != rule.name }.map(\.condition.location))
        func parts(_ term: Term) -> [Term] {
            switch term.kind {
            case .and(let operands):
                return grouped(operands).flatMap {
                    $0.count == 1 ? parts($0[0]) : [Term(.and($0), .boolean, $0[0].location)]
                }
            case .or(let operands):
                return grouped(operands).flatMap {
                    $0.count == 1 ? parts($0[0]) : [Term(.or($0), .boolean, $0[0].location)]
                }
            case .not(let operand):
                if others.contains(operand.location) { return [] }
                return isNegatedInItsWords(term, operand) ? [term] : parts(operand)
            case .constant: return []
            default: return [term]
            }
        }
        return parts(rule.condition)
    }

    /// Whether a condition is written as the opposite of another, as in `x is not 3` and `x not in [1..3]`: then it is one condition. What
    /// an `implies` makes of its first side stands in the same place, without the word.
    private static func isNegatedInItsWords(_ term: Term, _ operand: Term) -> Bool {
        guard operand.location == term.location else { return false }
        switch operand.kind {
        case .not: return false
        case .and(let parts), .or(let parts):
            if parts.contains(where: { $0.location != term.location }) { return false }
        default: break
        }
        var isQuoted = false
        let words = term.location.text.split { letter in
            if letter == "\"" { isQuoted.toggle() }
            return isQuoted || !letter.isLetter && letter != "_"
        }
        return words.contains("not")
    }

    /// Where the conditions stand that are true in each case that comes to the rule.
    private static func needed(by rule: Rule) -> Set<SourceLocation> {
        let operands = if case .and(let operands) = rule.condition.kind { operands } else { [rule.condition] }
        let plain = operands.filter { operand in
            switch operand.kind {
            case .or, .not: false
            default: true
            }
        }
        return Set(plain.map(\.location))
    }

    /// The operands that stand at one place together: the halves of an interval.
    private static func grouped(_ operands: [Term]) -> [[Term]] {
        var groups: [[Term]] = []
        for operand in operands {
            if let index = groups.firstIndex(where: { $0[0].location == operand.location }) {
                groups[index].append(operand)
            } else {
                groups.append([operand])
            }
        }
        return groups
    }

    private static func constant(
        _ part: Term, _ isSometimes: Bool, _ rule: Rule, _ decision: DecisionID, _ locals: SymbolicLocals,
        _ questions: CaseQuestions
    ) -> Finding? {
        let evaluation = questions.wide.evaluation
        let truth = evaluation.truth(part, locals)
        let isAlways = questions.isImpossible { _ in [!truth.isTrue] }
        let isNever = !isAlways && !isSometimes && questions.isImpossible { _ in [truth.isTrue] }
        guard isAlways || isNever, !hangsOnParams(part, decision, questions) else { return nil }
        let word = isAlways ? "true" : "never true"
        return Finding(
            .constant_condition, "this condition of `\(rule.name)` is \(isAlways ? "always true" : "never true")",
            at: Label(part.location, isAlways ? "always \(word)" : word), also: [Label(rule.location, "in this rule")],
            help: isAlways
                ? "leave it out, or ask what was meant" : "mend it: as it stands the rule does not need the rest",
            decision: decision)
    }

    /// Whether it says the same only because a param has the value it has: a switch is there to be turned.
    private static func hangsOnParams(_ term: Term, _ decision: DecisionID, _ questions: CaseQuestions) -> Bool {
        ParamReadings(questions.model, questions.model[decision].columns).reads(term)
    }
}

/// Finds whether terms read params, through defines too.
struct ParamReadings {
    let model: CheckedModel
    private let columns: [TableColumn]

    /// - Parameter columns: what the columns of a table read counts too.
    init(_ model: CheckedModel, _ columns: [TableColumn] = []) {
        self.model = model
        self.columns = columns
    }

    func reads(_ term: Term) -> Bool {
        switch term.kind {
        case .param: return true
        case .local(let id): return columns.contains { $0.local == id && reads($0.value) }
        case .define(let id, _) where reads(model[id].body): return true
        default: break
        }
        var isSo = false
        term.forEachOperand { isSo = isSo || reads($0) }
        return isSo
    }
}
