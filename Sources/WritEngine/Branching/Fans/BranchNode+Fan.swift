import WritSemantics

extension BranchNode {
    /// The node's test where a fan can make it, and whether "yes" is that it does not hold.
    ///
    /// Only facts are looked at: what is worked out on the way may not be there yet.
    var fanTest: (test: FanTest, isTurned: Bool)? {
        switch op {
        case .rangeOfFact: return (.range(FanRange(cell: a, low: low, high: high)), false)
        case .mask where aBase == .fact: return (.mask(cell: a, bits: low), false)
        case .less where areFacts: return (.comparison(FanComparison(a: a, b: b, shift: -1)), false)
        case .lessOrEqual where areFacts: return (.comparison(FanComparison(a: a, b: b, shift: 0)), false)
        case .rangeOfDays where areFacts: return days
        default: return nil
        }
    }

    private var areFacts: Bool { aBase == .fact && bBase == .fact }

    /// Date b is at most so many days after date a, or at least. Both a and the moved day must be days of the calendar.
    private var days: (test: FanTest, isTurned: Bool)? {
        let (first, last) = (BranchRun.days.lowerBound, BranchRun.days.upperBound)
        var comparison = FanComparison(
            a: b, b: a, shift: 0, low: max(first, first - Int64(c)), high: min(last, last - Int64(c)))
        if low == CaseCell.least, abs(high) <= last {
            comparison.shift = high
            return (.comparison(comparison), false)
        }
        if high == .max, abs(low) <= last {
            comparison.shift = low - 1
            return (.comparison(comparison), true)
        }
        return nil
    }
}

/// What the cells of facts hold.
enum CaseCell {
    /// The least known value.
    static let least = CaseRow.unknown + 1
}

extension CheckedModel {
    /// The cells of facts that hold one of a few values, and how many: tags of variants and booleans.
    func fewValuedCells(_ layout: CaseLayout) -> [Int32: Int] {
        var found: [Int32: Int] = [:]
        func look(_ type: WritType, at cell: Int) {
            switch type {
            case .boolean: found[Int32(cell)] = 2
            case .record(let id):
                for (index, field) in self[id].fields.enumerated() {
                    look(field.type, at: cell + layout.offset(of: index, in: id))
                }
            case .variant(let id):
                found[Int32(cell)] = self[id].cases.count
                for (number, variantCase) in self[id].cases.enumerated() {
                    for (index, field) in variantCase.fields.enumerated() {
                        look(field.type, at: cell + layout.offset(of: index, inCase: number, of: id))
                    }
                }
            default: break
            }
        }
        for (index, fact) in facts.enumerated() { look(fact.slot.type, at: layout.facts[index]) }
        return found
    }
}
