import WritSemantics
import WritValues

extension ModelGenerator {
    /// A term of a type, at most about this deep.
    func term(_ type: WritType, _ depth: Int) -> Term {
        if depth <= 0 || random.chance(15) { return leaf(type) }
        if random.chance(30), let shared = sharedForm(type, depth - 1) { return shared }
        return switch type {
        case .boolean: boolean(depth - 1)
        case .number, .money: decimal(type, depth - 1)
        case .date: date(depth - 1)
        case .time: random.chance(50) ? localPart(.time, depth - 1) : leaf(type)
        case .instant: instant(depth - 1)
        case .amount(let kind): amount(kind, depth - 1)
        case .text: random.chance(30) ? builder.term(.plainText(term(.text, depth - 1)), .text) : leaf(type)
        case .variant(let id): makeCase(id, depth - 1)
        case .record(let id): makeRecord(id, depth - 1)
        case .list(let element): list(element, depth - 1)
        case .quotient(let kind): quotient(kind, depth - 1)
        default: leaf(type)
        }
    }

    /// Something to read, or a constant.
    func leaf(_ type: WritType) -> Term {
        let fitting = (leaves + scope + scope).filter { $0.type == type }
        if !fitting.isEmpty, random.chance(75) { return random.pick(fitting).make() }
        if case .quotient(let kind) = type { return quotient(kind, 0) }
        return constant(type)
    }

    /// Forms that any type has.
    private func sharedForm(_ type: WritType, _ depth: Int) -> Term? {
        switch random.below(6) {
        case 0:
            return builder.term(
                .conditional(term(.boolean, depth), then: term(type, depth), else: term(type, depth)), type)
        case 1: return builder.term(.orElse(term(type, depth), term(type, depth)), type)
        case 2, 3: return call(defines, type, depth)
        case 4: return call(decisions, type, depth)
        default:
            if case .quotient = type { return nil }
            return first(type, depth)
        }
    }

    private func call(_ callables: [Callable], _ type: WritType, _ depth: Int) -> Term? {
        let fitting = callables.filter { $0.type == type }
        guard !fitting.isEmpty else { return nil }
        let callable = random.pick(fitting)
        return builder.term(callable.kind(callable.parameters.map { kept($0, min(depth, 2)) }), type)
    }

    // MARK: Logic

    private func boolean(_ depth: Int) -> Term {
        switch random.below(13) {
        case 0: builder.not(term(.boolean, depth))
        case 1: builder.term(.and((0...random.below(3)).map { _ in term(.boolean, depth) }), .boolean)
        case 2: builder.term(.or((0...random.below(3)).map { _ in term(.boolean, depth) }), .boolean)
        case 3: builder.isKnown(term(random.chance(20) ? .quotient(.number) : anyType(), depth))
        case 4, 5, 6: comparison(depth)
        case 7: equality(depth)
        case 8: builder.term(.isCase(term(.variant(variant), depth), random.below(3)), .boolean)
        case 9: membership(depth)
        case 10: textTest(depth)
        case 11: quantifier(depth)
        default:
            builder.term(.isWorkingDay(term(.date, depth), calendar: term(.calendar, depth)), .boolean)
        }
    }

    func comparison(_ left: Term, _ right: Term) -> Term {
        builder.compare(left, random.pick([.less, .lessOrEqual, .greater, .greaterOrEqual]), right)
    }

    /// Quantities of one kind, their scales may differ; also quotients.
    private func comparison(_ depth: Int) -> Term {
        let numbers: [WritType] = [.integer, .number(scale: 2), .number(scale: 4), .quotient(.number)]
        let dollars: [WritType] = [
            Self.dollars, .money(Currency.named("USD")!, scale: 4), .quotient(.money(Currency.named("USD")!)),
        ]
        let group = random.pick([numbers, dollars, [random.pick(quantityTypes)]])
        return comparison(term(random.pick(group), depth), term(random.pick(group), depth))
    }

    private func equality(_ depth: Int) -> Term {
        if random.chance(20) {
            let numbers: [WritType] = [.integer, .number(scale: 2), .quotient(.number)]
            return builder.equal(term(random.pick(numbers), depth), term(random.pick(numbers), depth))
        }
        let type = anyType()
        return builder.equal(term(type, depth), term(type, depth))
    }

    private func membership(_ depth: Int) -> Term {
        guard case .list(let element) = random.pick(listTypes) else { return leaf(.boolean) }
        return builder.term(.memberOf(term(element, depth), list: term(.list(element), depth)), .boolean)
    }

    private func textTest(_ depth: Int) -> Term {
        if random.chance(30) {
            let pattern = PicturePattern(random.pick(["##-##", "*a*", "@b", "?", "*"]))
            return builder.term(.like(term(.text, depth), pattern), .boolean)
        }
        let test = random.pick([Term.TextTest.startsWith, .endsWith, .contains])
        return builder.term(.text(test, term(.text, depth), term(.text, depth)), .boolean)
    }

    // MARK: Structures

    private func makeCase(_ id: VariantID, _ depth: Int) -> Term {
        let index = random.below(builder.model[id].cases.count)
        return builder.term(.makeCase(id, index, parts(builder.model[id].cases[index].fields, depth)), .variant(id))
    }

    private func makeRecord(_ id: RecordID, _ depth: Int) -> Term {
        builder.term(.makeRecord(id, parts(builder.model[id].fields, depth - 1)), .record(id))
    }

    private func parts(_ slots: [Slot], _ depth: Int) -> [Term?] {
        slots.map { $0.isOptional && random.chance(40) ? nil : kept($0.type, depth) }
    }
}
