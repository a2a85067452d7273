import WritSemantics

/// The ways in which a decision can answer, each with the cases in which it does.
struct AnswerSides {
    struct Entry {
        var side: ChangeClass.Side
        var cases: Formula
        var conclusion: ConclusionSymbol?
        var together: Together = []
    }

    /// Of several rules that answer together, when each of them is one of those.
    typealias Together = [(name: String, isPart: Formula)]

    private(set) var sides: [Entry] = []

    /// - Parameter numbers: those of the rules in the whole decision, where only some are followed.
    init(
        _ decision: DecisionID, _ symbol: DecisionSymbol, _ evaluation: SymbolicEvaluation, numbers: [Int]? = nil
    ) {
        let model = evaluation.model[decision]
        let table = evaluation.table
        switch model.mode {
        case .first, .unique:
            for index in model.rules.indices {
                add(
                    .rule(numbers?[index] ?? index), name: model.rules[index].name, symbol.answers[index],
                    symbol.conclusions[index], table)
            }
            if let conclusion = symbol.otherwiseConclusion {
                add(.otherwise, name: "otherwise", symbol.otherwise, conclusion, table)
            }
        default:
            // What several rules give together: the outcome stands for it.
            let together = ConclusionSymbol(
                known: .yes, faulted: .no, value: symbol.outcome, type: model.type, actions: [])
            let names = model.rules.map(\.name) + ["otherwise"]
            add(
                .rules([]), symbol.determined, together,
                zip(names, symbol.answers + [symbol.otherwise]).map { (name: $0, isPart: $1) })
        }
        add(.undetermined, symbol.undetermined, symbol.undeterminedConclusion)
        add(.uncovered, symbol.uncovered, nil)
        add(.faulted, table.all([symbol.faulted, !symbol.uncovered]), nil)
    }

    /// A rule, once for each truth or case that it may conclude.
    private mutating func add(
        _ rule: RuleReference, name: String, _ cases: Formula, _ conclusion: ConclusionSymbol, _ table: FormulaTable
    ) {
        switch conclusion.value?.content {
        case .truth(let isTrue):
            add(.rule(rule, name: name, value: 1), table.all([cases, isTrue]), conclusion)
            add(.rule(rule, name: name, value: 0), table.all([cases, !isTrue]), conclusion)
        case .variant(let values):
            for one in values {
                add(.rule(rule, name: name, value: one.index), table.all([cases, one.isIt]), conclusion)
            }
        default: add(.rule(rule, name: name), cases, conclusion)
        }
    }

    private mutating func add(
        _ side: ChangeClass.Side, _ cases: Formula, _ conclusion: ConclusionSymbol?, _ together: Together = []
    ) {
        if cases == .no { return }
        sides.append(Entry(side: side, cases: cases, conclusion: conclusion, together: together))
    }
}

extension Answer {
    /// The way in which it answers.
    func side(in model: CheckedModel) -> ChangeClass.Side {
        switch status {
        case .undetermined: return .undetermined
        case .faulted:
            // One that it reads may have no rule: the fault stands there then.
            let isOwn = fault?.kind == .noRule && fault?.location == model[self.decision].heading.location
            return isOwn ? .uncovered : .faulted
        case .determined:
            let decision = model[self.decision]
            func name(_ rule: RuleReference) -> String {
                switch rule {
                case .rule(let index): decision.rules[index].name
                case .otherwise: "otherwise"
                case .undetermined: "when undetermined"
                }
            }
            switch decision.mode {
            case .first, .unique:
                return rules.first.map { .rule($0, name: name($0), value: outcome?.kindNumber) } ?? .rules([])
            default: return .rules(rules.map(name))
            }
        }
    }
}

extension Datum {
    /// Of a truth 1 or 0, of an enumeration or variant the number of its case.
    fileprivate var kindNumber: Int? {
        switch self {
        case .boolean(let truth): truth ? 1 : 0
        case .variant(let index, _): index
        default: nil
        }
    }
}
