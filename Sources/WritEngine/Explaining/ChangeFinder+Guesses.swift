import WritSemantics
import WritValues

extension ChangeFinder {
    /// For a quantity that is missing, values that a person might tell: what it was compared with and the values beside it;
    /// what else the case has of its kind, also so far away as amounts of time were asked for; failing all, the plainest.
    func guesses(_ fact: UsedFact, _ range: ClosedRange<Int128>) -> [Int128] {
        let step = Self.firstStep(fact.type)
        var guesses = FirstUses<Int128>()
        for count in compared(with: fact) {
            for guess in [count, count - step, count + step] { guesses.append(guess) }
        }
        for base in known(as: fact.type).prefix(4) {
            guesses.append(base)
            for amount in amounts(fact.type).prefix(4) {
                for guess in [base - amount, base - amount - step, base + amount, base + amount + step] {
                    guesses.append(guess)
                }
            }
        }
        for guess in plainest(fact) { guesses.append(guess) }
        return guesses.elements.filter { range.contains($0) }
    }

    /// What stood on the other side of a comparison: of it first, then of something calculated from what is missing.
    private func compared(with fact: UsedFact) -> [Int128] {
        var counts = (direct: FirstUses<Int128>(), indirect: FirstUses<Int128>())
        for (side, other) in sides {
            guard other.type.isLike(fact.type), let count = count(other, as: fact.type) else { continue }
            if side.path == fact.path {
                counts.direct.append(count)
            } else if isUnknown(side) {
                counts.indirect.append(count)
            }
        }
        counts.direct.append(contentsOf: counts.indirect)
        return counts.direct.elements
    }

    /// Dates for a date and points in time for a point in time, as the decision read and compared them.
    private func known(as type: WritType) -> [Int128] {
        guard type == .date || type == .instant || type == .time else { return [] }
        var counts = FirstUses<Int128>()
        for case .count(let count) in facts.filter({ $0.type == type }).map(\.value) { counts.append(count) }
        for (side, _) in sides where side.type == type {
            if case .count(let count) = side.value { counts.append(count) }
        }
        return counts.elements
    }

    /// The amounts of time that something unknown was compared with, in counts of the type, about.
    private func amounts(_ type: WritType) -> [Int128] {
        var amounts = FirstUses<Int128>()
        for (side, other) in sides {
            guard isUnknown(side), case .amount(let kind) = other.type, case .count(let count) = other.value,
                count.magnitude < 1 << 62, let length = Self.length(of: kind, type)
            else { continue }
            amounts.append(count * length.numerator / length.divisor)
        }
        return amounts.elements
    }

    /// How long one count of an amount is; working time goes by about four times as slowly as the clock.
    private static func length(of kind: AmountKind, _ type: WritType) -> (numerator: Int128, divisor: Int128)? {
        let day: Int128 = type == .date ? 1 : 86_400_000_000
        switch (kind, type) {
        case (.days, .date), (.days, .instant): return (day, 1)
        case (.workingDays, .date), (.workingDays, .instant): return (day * 7, 5)
        case (.months, .date), (.months, .instant): return (day * 30, 1)
        case (.elapsed, .instant), (.elapsed, .time): return (1, 1)
        case (.workingTime, .instant): return (4, 1)
        default: return nil
        }
    }

    /// Nothing, one, and the declared bounds; of dates and times there are no plain ones.
    private func plainest(_ fact: UsedFact) -> [Int128] {
        let bounds = question.slot(at: fact.path)?.bounds
        let ends = [bounds?.lowerBound, bounds?.upperBound].compactMap(\.self)
        switch fact.type {
        case .number(let scale), .money(_, let scale): return [0, (0..<scale).reduce(1) { one, _ in one * 10 }] + ends
        case .amount: return [0, Self.firstStep(fact.type)] + ends
        default: return ends
        }
    }

    /// Each side of each comparison, with the other.
    private var sides: [(ObservedComparison.Side, ObservedComparison.Side)] {
        comparisons.flatMap { [($0.left, $0.right), ($0.right, $0.left)] }
    }

    private func isUnknown(_ side: ObservedComparison.Side) -> Bool {
        if case .unknown = side.value { true } else { false }
    }
}

extension WritType {
    /// Whether a value of one may stand for one of the other: the scales of numbers may differ.
    fileprivate func isLike(_ other: WritType) -> Bool {
        switch (self, other) {
        case (.number, .number): true
        case (.money(let mine, _), .money(let theirs, _)): mine == theirs
        default: self == other
        }
    }
}
