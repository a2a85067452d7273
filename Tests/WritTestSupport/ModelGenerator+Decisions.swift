import WritSemantics
import WritSource

extension ModelGenerator {
    func declareDecision(_ index: Int) {
        let mode = random.pick([
            Decision.Mode.first, .first, .first, .unique, .unique, .collect, .sum, .min, .max, .count,
        ])
        let element = elementType(mode)
        let type: WritType = mode == .collect ? .list(element) : mode == .count ? .integer : element
        let parameters = random.chance(35) ? (0...random.below(2)).map { _ in random.pick(plainTypes) } : []
        let locals = parameters.enumerated().map { builder.local("p\($0)", $1) }
        let made = inScope(locals) {
            let columns = random.chance(35) ? makeColumns() : []
            return (columns, inScope(columns.map(\.local)) { makeRules(mode, element, type, columns) })
        }
        let (columns, rules) = made
        let id = builder.decision(
            "decision\(index)", mode, type, parameters: locals, columns: columns, rules.rules,
            otherwise: rules.otherwise,
            undetermined: rules.undetermined)
        decisions.append(Callable(type: type, parameters: parameters) { .decision(id, $0) })
    }

    private func elementType(_ mode: Decision.Mode) -> WritType {
        switch mode {
        case .sum: random.pick([.integer, .number(scale: 2), Self.dollars, .amount(.days), .amount(.elapsed)])
        case .min, .max: random.pick(quantityTypes)
        default: random.chance(40) ? .variant(random.chance(50) ? enumeration : variant) : anyType()
        }
    }

    private func makeColumns() -> [TableColumn] {
        (0...random.below(2)).map { index in
            let type = random.pick([.boolean, .integer, .date, .variant(enumeration), Self.dollars, .text])
            return TableColumn(local: builder.local("c\(index)", type), value: term(type, 2))
        }
    }

    private typealias Rules = (rules: [Rule], otherwise: Conclusion?, undetermined: Conclusion?)

    private func makeRules(
        _ mode: Decision.Mode, _ element: WritType, _ type: WritType, _ columns: [TableColumn]
    ) -> Rules {
        // Few values, so that rules agree now and then.
        let values = (0..<2).map { _ in (value: constant(element), level: random.below(3)) }
        func conclusion(_ type: WritType) -> Conclusion {
            let shared = random.pick(values)
            var value = mode == .count ? nil : random.chance(60) && type == element ? shared.value : kept(type, 3)
            value?.location = builder.here()
            return builder.then(
                value, do: random.chance(30) ? [makeAction()] : [], because: random.chance(40) ? makeMessage() : nil,
                source: random.chance(30) ? random.pick([.house, .document("Tariff, page \(random.below(9))")]) : nil)
        }
        var rules = (0..<2 + random.below(5)).map { index in
            builder.rule("rule\(index)", when: condition(columns), conclusion(element))
        }
        // As for a rule that overrides `otherwise`.
        if mode != .first, random.chance(15) {
            let last = rules.count - 1
            let others = rules[..<last].map { builder.not($0.condition) }
            rules[last].condition = builder.term(.and([rules[last].condition] + others), .boolean)
        }
        let fallback = mode == .collect && random.chance(50) ? type : element
        return (
            rules, random.chance(65) ? conclusion(fallback) : nil,
            random.chance(30) && mode != .count ? conclusion(type) : nil
        )
    }

    private func condition(_ columns: [TableColumn]) -> Term {
        var conjuncts = columns.filter { _ in random.chance(70) }.map { cell($0.local) }
        for _ in 0..<(columns.isEmpty ? 1 + random.below(3) : random.below(2)) { conjuncts.append(term(.boolean, 3)) }
        return conjuncts.count == 1 ? conjuncts[0] : builder.term(.and(conjuncts), .boolean)
    }

    /// The test of a table's cell.
    private func cell(_ local: LocalID) -> Term {
        let column = builder.read(local)
        let type = column.type
        switch random.below(5) {
        case 0: return builder.isKnown(column)
        case 1: return builder.not(builder.isKnown(column))
        case 2 where type.isQuantity:
            return builder.and(
                builder.compare(column, .greaterOrEqual, constant(type)),
                builder.compare(builder.read(local), .less, constant(type)))
        case 3:
            return builder.or(builder.equal(column, constant(type)), builder.equal(builder.read(local), constant(type)))
        default: return builder.equal(column, constant(type))
        }
    }

    func makeAction() -> ActionCall {
        let action = random.pick(actions)
        let arguments = builder.model[action].parameters.map { slot in
            slot.isOptional && random.chance(40) ? nil : kept(slot.type, 2)
        }
        return builder.call(action, arguments)
    }

    func makeMessage() -> MessageTemplate {
        let hole = MessageTemplate.Segment.hole(term(anyType(), 2))
        if random.chance(70) { return builder.message(.text("It is "), hole, .text(".")) }
        return MessageTemplate(texts: [
            (language: "en", segments: [.text("It is "), hole]), (language: "zh", segments: [hole, .text("。")]),
        ])
    }
}
