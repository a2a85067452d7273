import WritEngine
import WritSemantics
import WritValues

/// Thinks of changes of one fact that may change what a decision makes of a case: to where comparisons turn out otherwise, to
/// each value of an enumeration, to nothing known, and to what other tests tell.
struct ChangeGuesses {
    let model: CheckedModel
    let pool: ValuePool

    /// Of one quantity at most so many values are tried.
    private static let limit = 24

    /// The most promising first.
    func changes(of question: Question, _ trace: CaseTrace) -> [CaseChange] {
        trace.reads.flatMap { read -> [CaseChange] in
            let slot = model.slot(at: read.path, in: question.facts)
            var values = guesses(read, slot, trace)
            if slot?.isOptional == true { values.append(.unknown(.missing(read.path))) }
            return distinct(values, but: read.value).map { CaseChange(path: read.path, value: $0, type: read.type) }
        } + lists(question, trace)
    }

    private func distinct(_ values: [Datum], but current: Datum) -> [Datum] {
        var found: [Datum] = []
        for value in values where !found.contains(value) && !isSame(value, current) { found.append(value) }
        return found
    }

    private func isSame(_ value: Datum, _ other: Datum) -> Bool {
        if case .unknown = value, case .unknown = other { return true }
        return value == other
    }

    private func guesses(_ read: CaseTrace.Read, _ slot: Slot?, _ trace: CaseTrace) -> [Datum] {
        switch read.type {
        case .boolean: return [.boolean(true), .boolean(false)]
        case .variant(let id):
            let cases = model[id].cases
            let plain = cases.indices.filter { cases[$0].fields.isEmpty }.map { Datum.variant($0, []) }
            return plain + pool.values(at: read.path)
        case .calendar: return model.calendars.indices.map { .variant($0, []) }
        case .text, .zone: return texts(read, trace) + pool.values(at: read.path)
        case .list(let element): return lists(read, element) + pool.values(at: read.path)
        case let type where type.isQuantity:
            let range = slot?.bounds ?? type.allCounts
            return quantities(read, trace).filter { range.contains($0) }.map(Datum.count)
                + pool.values(at: read.path).prefix(4)
        default: return pool.values(at: read.path)
        }
    }

    /// Whole lists that other tests tell, for those of which only parts were read.
    private func lists(_ question: Question, _ trace: CaseTrace) -> [CaseChange] {
        var seen: Set<FactID> = []
        return trace.reads.flatMap { read -> [CaseChange] in
            guard !read.path.steps.isEmpty, seen.insert(read.path.fact).inserted else { return [] }
            let slot = model[read.path.fact].slot
            guard case .list(let element) = slot.type else { return [] }
            let whole = CaseTrace.Read(
                path: FactPath(fact: read.path.fact, name: read.path.name), value: question.facts[read.path.fact],
                type: slot.type)
            let values = lists(whole, element) + pool.values(of: read.path.fact)
            return distinct(values, but: whole.value).map { CaseChange(path: whole.path, value: $0, type: slot.type) }
        }
    }

    /// Nothing, without one, and one twice; for an empty list a plain element.
    private func lists(_ read: CaseTrace.Read, _ element: WritType) -> [Datum] {
        guard case .list(let elements) = read.value, let first = elements.first else {
            return [.list([]), .list([OrdinaryCase.element(element, of: read.path, model)])]
        }
        return [
            .list([]), .list(Array(elements.dropLast())), .list(Array(elements.dropFirst())), .list(elements + [first]),
        ]
    }

    private func texts(_ read: CaseTrace.Read, _ trace: CaseTrace) -> [Datum] {
        var direct: [Datum] = []
        var indirect: [Datum] = []
        for comparison in trace.nearComparisons + trace.farComparisons {
            for (side, other) in [(comparison.left, comparison.right), (comparison.right, comparison.left)] {
                guard case .text? = other.value, side.type == read.type else { continue }
                if side.path == read.path { direct.append(other.value!) } else { indirect.append(other.value!) }
            }
        }
        return direct + indirect.prefix(6) + (read.type == .text ? [.text("")] : [])
    }

    // MARK: Quantities

    private func quantities(_ read: CaseTrace.Read, _ trace: CaseTrace) -> [Int128] {
        let step = read.type.smallestStep
        var found: [Int128] = []
        func add(_ counts: [Int128]) { for count in counts where !found.contains(count) { found.append(count) } }
        let comparisons = trace.nearComparisons + trace.farComparisons
        guard case .count(let current) = read.value else {
            for comparison in comparisons {
                for count in sides(comparison, as: read.type) { add([count, count - step, count + step]) }
            }
            return Array((found + [0, step]).prefix(Self.limit * 2))
        }
        for isDirect in [true, false] {
            for comparison in comparisons {
                for shift in shifts(comparison, read, isDirect) {
                    add([0, -step, step].map { current + shift + $0 })
                }
            }
        }
        var counts = Array(found.prefix(Self.limit))
        counts += [current - step, current + step]
        if case .number = read.type { counts += [0, current * 2, current * 10 + 1, current / 2] }
        if case .money = read.type { counts += [0, current * 2, current * 10, current / 2] }
        if read.type == .date { counts += [1, 2, 3, 4, 5, 6, 7, 30, 365].flatMap { [current - $0, current + $0] } }
        if read.type == .instant {
            counts += [1, 24, 48, 72, 168].flatMap { [current - $0 * 3_600_000_000, current + $0 * 3_600_000_000] }
        }
        return counts
    }

    /// By how much a quantity must change for the sides of a comparison to meet.
    private func shifts(_ comparison: ObservedComparison, _ read: CaseTrace.Read, _ isDirect: Bool) -> [Int128] {
        let isLeft = comparison.left.path == read.path
        let isRight = comparison.right.path == read.path
        guard isDirect == (isLeft || isRight), let left = count(comparison.left, as: read.type),
            let right = count(comparison.right, as: read.type)
        else { return [] }
        let difference = right - left
        return isLeft ? [difference] : isRight ? [-difference] : [difference, -difference]
    }

    private func sides(_ comparison: ObservedComparison, as type: WritType) -> [Int128] {
        [comparison.left, comparison.right].compactMap { count($0, as: type) }
    }

    /// A side of a comparison in counts of another type; nil when they do not measure the same.
    private func count(_ side: ObservedComparison.Side, as type: WritType) -> Int128? {
        guard case .count(let count)? = side.value, count.magnitude < 1 << 62 else { return nil }
        switch (side.type, type) {
        case (.number(let from), .number(let to)): return rescaled(count, from, to)
        case (.money(let mine, let from), .money(let theirs, let to)) where mine == theirs:
            return rescaled(count, from, to)
        case (.date, .date), (.time, .time), (.instant, .instant), (.amount(.days), .date),
            (.amount(.workingDays), .date),
            (.amount(.elapsed), .instant), (.amount(.workingTime), .instant), (.amount(.elapsed), .time):
            return count
        case (.amount(let mine), .amount(let theirs)) where mine == theirs: return count
        default: return nil
        }
    }

    private func rescaled(_ count: Int128, _ from: Int, _ to: Int) -> Int128 {
        var count = count
        for _ in from..<max(from, to) where count.magnitude < 1 << 100 { count *= 10 }
        for _ in to..<max(from, to) { count /= 10 }
        return count
    }
}

extension WritType {
    /// What a host may tell where no bounds are declared.
    fileprivate var allCounts: ClosedRange<Int128> {
        switch self {
        case .date: Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
        case .time: 0...Int128(CivilTime.microsecondsPerDay) - 1
        case .instant: Int128(Instant.first.microseconds)...Int128(Instant.last.microseconds)
        default: Int128(Int64.min)...Int128(Int64.max)
        }
    }
}
