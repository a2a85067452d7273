import WritDiagnostics
import WritSemantics

/// Values of an outcome's type that no decision gives in any case.
enum UnproducedCheck: SemanticCheck {
    static func findings(_ questions: CaseQuestions) -> [Finding] {
        let model = questions.model
        let told = toldTypes(model)
        return model.variants.indices.map { VariantID($0) }.flatMap { id -> [Finding] in
            let deciding = model.decisions.indices.map { DecisionID($0) }.filter { answers(model[$0].type, id) }
            // A type that facts have too is not there for the outcome only.
            guard !deciding.isEmpty, !told.contains(id) else { return [] }
            return unproduced(id, by: deciding, questions)
        }
    }

    private static func answers(_ type: WritType, _ id: VariantID) -> Bool {
        switch type {
        case .variant(id): true
        case .list(let element): answers(element, id)
        default: false
        }
    }

    /// The types that facts, params and arguments bring.
    private static func toldTypes(_ model: CheckedModel) -> Set<VariantID> {
        var told = Set<VariantID>()
        func add(_ type: WritType) {
            switch type {
            case .variant(let id):
                if told.insert(id).inserted { for one in model[id].cases { one.fields.forEach { add($0.type) } } }
            case .record(let id): model[id].fields.forEach { add($0.type) }
            case .list(let element): add(element)
            default: break
            }
        }
        model.facts.forEach { add($0.slot.type) }
        model.params.forEach { add($0.slot.type) }
        model.decisions.forEach { $0.parameterSlots.forEach { add($0.type) } }
        return told
    }

    private static func unproduced(
        _ id: VariantID, by decisions: [DecisionID], _ questions: CaseQuestions
    ) -> [Finding] {
        let model = questions.model
        let inside = written(inside: model, id)
        return model[id].cases.indices.compactMap { index in
            // What stands inside other answers is given there.
            guard !inside.contains(index), decisions.allSatisfy({ isImpossible(index, $0, questions) }) else {
                return nil
            }
            let one = model[id].cases[index]
            let names = decisions.map { "`\(model[$0].heading.name)`" }
            let who = names.count == 1 ? names[0] : "any of \(names.joined(separator: ", "))"
            return Finding(
                .unproduced, "`\(one.name)` is never an outcome of \(who)",
                at: Label(one.location, "never given"),
                also: decisions.prefix(2).map { Label(model[$0].heading.location, "never gives it") },
                help: "give it in a rule, or take it out of `\(model[id].heading.name)`", decision: decisions[0])
        }
    }

    private static func isImpossible(_ index: Int, _ decision: DecisionID, _ questions: CaseQuestions) -> Bool {
        let symbol = questions.wide.evaluation.asked(decision)
        if symbol.isOpaque { return !written(index, questions.model[decision]) }
        switch symbol.outcome.content {
        case .variant(let cases):
            if isGivenByRule(index, symbol, questions) { return false }
            let isIt = cases.first { $0.index == index }?.isIt ?? .no
            return questions.isImpossible { _ in [symbol.outcome.known, isIt] }
        case .list(let list):
            return list.parts.allSatisfy { part in
                guard case .element(let isThere, let element) = part, case .variant(let cases) = element.content
                else { return false }
                let isIt = cases.first { $0.index == index }?.isIt ?? .no
                return questions.isImpossible { _ in [symbol.outcome.known, isThere, isIt] }
            }
        // Nothing at all, where no rule can ever answer.
        default: return questions.isImpossible { _ in [symbol.outcome.known] }
        }
    }

    /// Whether a rule says it in as many words that is the answer in some case.
    private static func isGivenByRule(_ index: Int, _ symbol: DecisionSymbol, _ questions: CaseQuestions) -> Bool {
        switch questions.model[symbol.id].mode {
        case .first, .unique: break
        // Of several rules that apply the outcome is made.
        case .collect, .sum, .min, .max, .count: return false
        }
        return symbol.conclusions.indices.contains { rule in
            guard case .variant(let cases)? = symbol.conclusions[rule].value?.content,
                cases.contains(where: { $0.index == index && $0.isIt == .yes })
            else { return false }
            return questions.reach(of: rule, in: symbol.id) == .answers
        }
    }

    /// The cases of a type that conclusions of any decision have inside their values and actions.
    private static func written(inside model: CheckedModel, _ id: VariantID) -> Set<Int> {
        var found = Set<Int>()
        func add(_ term: Term, isWhole: Bool) {
            switch (term.kind, term.type) {
            case (.constant(let datum), let type): if !isWhole || type != .variant(id) { add(datum, type) }
            case (.makeCase(_, let index, _), .variant(id)) where !isWhole: found.insert(index)
            default: break
            }
            term.forEachOperand { add($0, isWhole: false) }
        }
        func add(_ datum: Datum, _ type: WritType) {
            switch (datum, type) {
            case (.variant(let index, let fields), .variant(let other)):
                if other == id { found.insert(index) }
                for (field, slot) in zip(fields, model[other].cases[index].fields) { add(field, slot.type) }
            case (.list(let elements), .list(let element)): elements.forEach { add($0, element) }
            case (.record(let fields), .record(let other)):
                for (field, slot) in zip(fields, model[other].fields) { add(field, slot.type) }
            default: break
            }
        }
        for decision in model.decisions {
            for conclusion in decision.rules.map(\.conclusion) + [decision.otherwise].compactMap(\.self) {
                if let value = conclusion.value { add(value, isWhole: true) }
                for action in conclusion.actions {
                    for case let argument? in action.arguments { add(argument, isWhole: false) }
                }
            }
        }
        return found
    }

    /// Of a large table: whether a row says it.
    private static func written(_ index: Int, _ decision: Decision) -> Bool {
        let values = decision.rules.map(\.conclusion.value) + [decision.otherwise?.value, decision.undetermined?.value]
        return values.contains { value in
            switch value?.kind {
            case .constant(.variant(index, _))?, .makeCase(_, index, _)?: true
            case .constant?, .makeCase?, nil: false
            // What is worked out may be anything.
            default: true
            }
        }
    }
}
