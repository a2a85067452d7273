import WritSemantics
import WritValues

extension ModelGenerator {
    /// A number or money.
    func decimal(_ type: WritType, _ depth: Int) -> Term {
        switch random.below(12) {
        case 0, 1: return builder.term(.add(term(type, depth), term(type, depth)), type)
        case 2: return builder.term(.subtract(term(type, depth), term(type, depth)), type)
        case 3: return builder.term(.negate(term(type, depth)), type)
        case 4, 5: return product(type, depth)
        case 6, 7: return rounded(type, depth)
        case 8: return extreme(type, depth)
        case 9: return aggregate(type, depth) ?? leaf(type)
        case 10: return type.scale > 0 ? rescaled(type, depth) : integer(type, depth)
        default: return integer(type, depth)
        }
    }

    /// The same kind of quantity with another scale.
    private func rescoped(_ type: WritType, scale: Int) -> WritType {
        if case .money(let currency, _) = type { .money(currency, scale: scale) } else { .number(scale: scale) }
    }

    private func rescaled(_ type: WritType, _ depth: Int) -> Term {
        let lower = rescoped(type, scale: random.below(type.scale))
        return builder.term(.rescale(term(lower, depth), scale: type.scale), type)
    }

    private func product(_ type: WritType, _ depth: Int) -> Term {
        let scale = random.below(type.scale + 1)
        let factors = [term(rescoped(type, scale: scale), depth), term(.number(scale: type.scale - scale), depth)]
        let isSwapped = random.chance(50)
        return builder.term(.multiply(factors[isSwapped ? 1 : 0], factors[isSwapped ? 0 : 1]), type)
    }

    private func rounded(_ type: WritType, _ depth: Int) -> Term {
        let kind: QuotientKind = if case .money(let currency, _) = type { .money(currency) } else { .number }
        let operand =
            random.chance(60)
            ? quotient(kind, depth) : term(rescoped(type, scale: type.scale + random.below(8)), depth)
        let unit = random.pick([Int128(1), 1, 5, 25, 100, 7])
        return builder.term(.round(operand, unit: unit, random.pick(RoundingMode.allCases)), type)
    }

    private func extreme(_ type: WritType, _ depth: Int) -> Term {
        let operands = (0...random.below(3)).map { _ in term(type, depth) }
        return builder.term(.extreme(random.chance(50) ? .least : .greatest, operands), type)
    }

    /// What only whole numbers are made from.
    private func integer(_ type: WritType, _ depth: Int) -> Term {
        guard type == .integer else { return leaf(type) }
        switch random.below(4) {
        case 0: return builder.term(.textLength(term(.text, depth)), type)
        case 1:
            let part = random.pick([Term.DatePart.year, .month, .day, .weekday])
            return builder.term(.part(part, term(.date, depth)), type)
        default: return count(depth)
        }
    }

    func quotient(_ kind: QuotientKind, _ depth: Int) -> Term {
        if case .money(let currency) = kind {
            let dividend = term(.money(currency, scale: random.pick([2, 2, 4])), depth)
            return builder.divide(dividend, term(random.pick([.integer, .number(scale: 2)]), depth), kind)
        }
        switch random.below(5) {
        case 0 where depth > 0: return average(depth) ?? quotient(kind, 0)
        case 1: return builder.divide(term(Self.dollars, depth), term(Self.dollars, depth))
        case 2:
            let kind = random.pick(AmountKind.allCases)
            return builder.divide(term(.amount(kind), depth), term(.amount(kind), depth))
        default:
            let types: [WritType] = [.integer, .number(scale: 2), .number(scale: 6)]
            return builder.divide(term(random.pick(types), depth), term(random.pick(types), depth))
        }
    }

    // MARK: Amounts of time

    func amount(_ kind: AmountKind, _ depth: Int) -> Term {
        let type = WritType.amount(kind)
        switch random.below(7) {
        case 0: return builder.term(.add(term(type, depth), term(type, depth)), type)
        case 1: return builder.term(.subtract(term(type, depth), term(type, depth)), type)
        case 2, 3:
            let isClock = kind == .elapsed || kind == .workingTime
            let number: WritType = isClock ? random.pick([.integer, .number(scale: 2), .number(scale: 6)]) : .integer
            let factors = [term(number, depth), term(type, depth)]
            let isSwapped = random.chance(50)
            return builder.term(.multiply(factors[isSwapped ? 1 : 0], factors[isSwapped ? 0 : 1]), type)
        case 4: return builder.term(.extreme(.least, [term(type, depth), term(type, depth)]), type)
        default: return between(kind, depth)
        }
    }

    private func between(_ kind: AmountKind, _ depth: Int) -> Term {
        let isClock = kind == .elapsed || kind == .workingTime
        let isWorking = kind == .workingDays || kind == .workingTime
        let type: WritType = isClock ? .instant : .date
        return builder.between(
            kind, term(type, depth), term(type, depth), on: isWorking ? term(.calendar, depth) : nil,
            excluding: isClock && random.chance(40) ? leaf(.list(.record(pause))) : nil)
    }
}
