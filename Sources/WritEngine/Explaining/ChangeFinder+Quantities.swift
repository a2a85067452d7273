import WritSemantics
import WritValues

extension ChangeFinder {
    /// The values at which comparisons turn out otherwise, the nearest first; failing these, ever larger steps.
    mutating func findQuantity(_ fact: UsedFact) {
        let range = allowed(fact)
        let all = Self.few(range)
        guard case .count(let current) = fact.value else {
            if all == nil { leaveSome() }
            return tryEach(guesses(fact, range) + (all ?? []), fact)
        }
        if let all { return tryEach(all, fact) }
        leaveSome()
        tryDaysNearby(fact, current, range)
        let boundaries = boundaries(fact, current).filter { range.contains($0) && $0 != current }
        let below = follow(boundaries.filter { $0 < current }.sorted(by: >), from: current, fact)
        let above = follow(boundaries.filter { $0 > current }.sorted(), from: current, fact)
        if below || above { return }
        for isUpwards in [false, true] { gallop(fact, from: current, isUpwards, range) }
    }

    /// All values, where they are few.
    private static func few(_ range: ClosedRange<Int128>) -> [Int128]? {
        let (distance, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        return overflow || distance >= 100 ? nil : Array(range)
    }

    private mutating func tryEach(_ counts: [Int128], _ fact: UsedFact) {
        for count in counts where fact.value != .count(count) {
            if changes(fact, to: .count(count)) == nil { return }
        }
    }

    /// Of dates every day of a month and more on either side, the nearest first: what depends on the weekday or on the place in
    /// the month comes and goes, and lies between the days at which comparisons turn out otherwise.
    private mutating func tryDaysNearby(_ fact: UsedFact, _ current: Int128, _ range: ClosedRange<Int128>) {
        guard fact.type == .date else { return }
        for distance in 1...40 as ClosedRange<Int128> {
            tryEach([current - distance, current + distance].filter { range.contains($0) }, fact)
        }
    }

    /// Tries values ever farther away; whether one changed the answer. What lies between the last that did not and the
    /// first that did is looked through.
    private mutating func follow(_ candidates: [Int128], from current: Int128, _ fact: UsedFact) -> Bool {
        var last = current
        var isChanged = false
        for candidate in candidates {
            guard let changes = changes(fact, to: .count(candidate)) else { return true }
            if changes, !isChanged { narrow(fact, from: last, to: candidate) }
            isChanged = isChanged || changes
            last = candidate
        }
        return isChanged
    }

    /// Halves the way from a value that does not change the answer to one that does, in steps that a person would write.
    private mutating func narrow(_ fact: UsedFact, from unchanged: Int128, to changed: Int128) {
        let step = Self.firstStep(fact.type)
        var (near, far) = (unchanged, changed)
        while abs(far - near) > 1 {
            let half = near + (far - near) / 2
            let middle = half - ((half % step) + step) % step
            guard min(near, far) < middle, middle < max(near, far) else { return }
            guard let changes = changes(fact, to: .count(middle)) else { return }
            if changes { far = middle } else { near = middle }
        }
    }

    private mutating func gallop(
        _ fact: UsedFact, from current: Int128, _ isUpwards: Bool, _ range: ClosedRange<Int128>
    ) {
        var step = Self.firstStep(fact.type)
        var last = current
        for _ in 0..<12 {
            let next = min(max(isUpwards ? current + step : current - step, range.lowerBound), range.upperBound)
            if next == last { return }
            guard let changes = changes(fact, to: .count(next)) else { return }
            if changes { return narrow(fact, from: last, to: next) }
            last = next
            step *= 4
        }
    }

    /// One of the type's counts; a minute of what is counted in microseconds.
    static func firstStep(_ type: WritType) -> Int128 {
        switch type {
        case .time, .instant, .amount(.elapsed), .amount(.workingTime): 60_000_000
        default: 1
        }
    }

    /// What a host may tell.
    private func allowed(_ fact: UsedFact) -> ClosedRange<Int128> {
        if let bounds = question.slot(at: fact.path)?.bounds { return bounds }
        return switch fact.type {
        case .date: Int128(CivilDate.first.dayNumber)...Int128(CivilDate.last.dayNumber)
        case .time: 0...Int128(CivilTime.microsecondsPerDay) - 1
        case .instant: Int128(Instant.first.microseconds)...Int128(Instant.last.microseconds)
        default: Int128(Int64.min)...Int128(Int64.max)
        }
    }

    /// The values that would bring the two sides of a comparison together, and those beside them.
    private func boundaries(_ fact: UsedFact, _ current: Int128) -> Set<Int128> {
        let step = Self.firstStep(fact.type)
        var boundaries: Set<Int128> = []
        for comparison in comparisons {
            guard let left = count(comparison.left, as: fact.type), let right = count(comparison.right, as: fact.type)
            else {
                continue
            }
            let (difference, overflow) = right.subtractingReportingOverflow(left)
            guard !overflow, difference.magnitude <= Int64.max.magnitude * 2 else { continue }
            let shifts: [Int128] =
                comparison.left.path == fact.path
                ? [difference] : comparison.right.path == fact.path ? [-difference] : [difference, -difference]
            for shift in shifts { for beside in [-step, 0, step] { boundaries.insert(current + shift + beside) } }
        }
        return boundaries
    }

    /// A side of a comparison in counts of another type; nil when they do not measure the same.
    func count(_ side: ObservedComparison.Side, as type: WritType) -> Int128? {
        guard case .count(let count) = side.value, count.magnitude <= Int64.max.magnitude * 2 else { return nil }
        switch (side.type, type) {
        case (.number, .number): break
        case (.money(let mine, _), .money(let theirs, _)) where mine == theirs: break
        case (.date, .date), (.time, .time), (.instant, .instant): break
        case (.amount(.days), .date), (.amount(.elapsed), .instant), (.amount(.workingTime), .instant): break
        case (.amount(let mine), .amount(let theirs)) where mine == theirs: break
        default: return nil
        }
        return Ratio(count, scale: side.type.scale).rounded(to: 1, scale: type.scale, .down)
    }
}
