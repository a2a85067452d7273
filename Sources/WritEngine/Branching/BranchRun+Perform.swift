import WritSemantics
import WritValues

/// What nodes do that are met seldom, or take long anyway.
extension BranchRun {
    /// The label of the next node; that of the machine's where something goes wrong.
    @inline(never)
    mutating func perform(_ node: UnsafePointer<BranchNode>, _ row: CaseRow) -> Int32 {
        let (temporaries, bases, unknown) = (self.temporaries, self.bases, CaseRow.unknown)
        switch node.pointee.op {
        case .equalParts:
            let (a, b) = (bases[node.aBase] + Int(node.pointee.a), bases[node.bBase] + Int(node.pointee.b))
            let types = program.typePairs[Int(node.pointee.low)]
            let isEqual = isEqual(a, types.left, b, types.right, row)
            return isEqual.map { $0 ? node.pointee.yes : node.pointee.no } ?? node.pointee.unknown
        case .isEmpty:
            let run = temporaries[Int(node.pointee.a)]
            return run != unknown && CaseRow.count(of: run) == 0 ? node.pointee.yes : node.pointee.no
        case .isWhole:
            let place = bases[node.aBase] + Int(node.pointee.a)
            let demand = program.demands[Int(node.pointee.low)]
            return isWhole(place, demand.type, demand.isOptional, row) ? node.pointee.yes : node.pointee.no
        case .compare:
            guard let order = compare(program.comparisons[Int(node.pointee.low)]) else { return BranchNode.bail }
            return order.map { $0 ? node.pointee.yes : node.pointee.no } ?? node.pointee.unknown
        case .textTest:
            let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
            if a == unknown || b == unknown {
                return node.pointee.unknown
            } else {
                let holds = program.textTests[Int(node.pointee.low)].holds(a, b, madeTexts, row)
                return holds ? node.pointee.yes : node.pointee.no
            }
        case .like:
            let a = bases[node.aBase][Int(node.pointee.a)]
            if a == unknown {
                return node.pointee.unknown
            } else {
                let holds = program.patterns[Int(node.pointee.low)].matches(text(a, row))
                return holds ? node.pointee.yes : node.pointee.no
            }
        case .negate, .scale:
            let value = bases[node.bBase][Int(node.pointee.b)]
            if value != unknown {
                let factor = node.pointee.op == .negate ? -1 : node.pointee.low
                let (result, overflow) = value.multipliedReportingOverflow(by: factor)
                if overflow || result == unknown { return BranchNode.bail }
                temporaries[Int(node.pointee.a)] = result
            } else {
                temporaries[Int(node.pointee.a)] = unknown
            }
            return node.pointee.yes
        case .round:
            guard let result = rounded(program.roundings[Int(node.pointee.low)]) else { return BranchNode.bail }
            temporaries[Int(node.pointee.a)] = result
            return node.pointee.yes
        case .time:
            guard let result = time(program.times[Int(node.pointee.low)], row) else { return BranchNode.bail }
            temporaries[Int(node.pointee.a)] = result
            return node.pointee.yes
        case .textLength:
            let value = bases[node.bBase][Int(node.pointee.b)]
            temporaries[Int(node.pointee.a)] =
                value == unknown ? unknown : Int64(text(value, row).unicodeScalars.count)
            return node.pointee.yes
        case .plainText:
            let value = bases[node.bBase][Int(node.pointee.b)]
            temporaries[Int(node.pointee.a)] =
                value == unknown
                ? unknown : number(of: TextForms.nfc(TextForms.halfWidth(text(value, row))), row)
            return node.pointee.yes
        case .reserveLike, .reserve:
            let count =
                node.pointee.op == .reserve
                ? Int(node.pointee.c) : CaseRow.count(of: bases[node.bBase][Int(node.pointee.b)])
            guard let list = lists.reserve(count, width: Int(node.pointee.low)) else { return BranchNode.bail }
            temporaries[Int(node.pointee.a)] = list
            return node.pointee.yes
        case .append:
            let list = temporaries[Int(node.pointee.a)]
            let place = elements(list, row) + CaseRow.count(of: list) * Int(node.pointee.low)
            place.update(from: bases[node.bBase] + Int(node.pointee.b), count: Int(node.pointee.low))
            temporaries[Int(node.pointee.a)] = list + 1
            return node.pointee.yes
        default: preconditionFailure("the loop does the others")
        }
    }

    /// Whether a value is known with all parts that must be.
    private func isWhole(
        _ cells: UnsafePointer<Int64>, _ type: WritType, _ isOptional: Bool, _ row: CaseRow
    ) -> Bool {
        if cells.pointee == CaseRow.unknown { return isOptional }
        let (model, layout) = (program.model, program.layout)
        switch type {
        case .record(let id):
            for (index, slot) in model[id].fields.enumerated() {
                let part = cells + layout.offset(of: index, in: id)
                if !isWhole(part, slot.type, slot.isOptional, row) { return false }
            }
        case .variant(let id):
            let number = Int(cells.pointee)
            for (index, slot) in model[id].cases[number].fields.enumerated() {
                let part = cells + layout.offset(of: index, inCase: number, of: id)
                if !isWhole(part, slot.type, slot.isOptional, row) { return false }
            }
        case .list(let element):
            let (start, width) = (elements(cells.pointee, row), layout.width(of: element))
            for index in 0..<CaseRow.count(of: cells.pointee)
            where !isWhole(start + index * width, element, false, row) { return false }
        default: break
        }
        return true
    }

    // MARK: Texts

    func text(_ number: Int64, _ row: CaseRow) -> String { madeTexts.text(Int(number), beside: row) }

    private mutating func number(of text: String, _ row: CaseRow) -> Int64 {
        Int64(madeTexts.number(of: text, beside: row))
    }

    // MARK: Numbers

    private func cell(_ place: CellPlace) -> Int64 { bases[Int(place.base.number)][Int(place.index)] }

    /// The known cell, or nil.
    func known(_ place: CellPlace) -> Int64? {
        let value = cell(place)
        return value == CaseRow.unknown ? nil : value
    }

    /// Whether the comparison holds, nil when an operand is unknown; nothing at all where a divisor is zero.
    private func compare(_ comparison: BranchComparison) -> Bool?? {
        guard let left = ratio(comparison.left), let right = ratio(comparison.right) else { return nil }
        guard let left, let right else { return .some(nil) }
        return comparison.relation.holds(left.compared(with: right))
    }

    private func ratio(_ ratio: BranchRatio) -> Ratio?? {
        guard let numerator = known(ratio.numerator) else { return .some(nil) }
        guard let place = ratio.divisor else { return Ratio(Int128(numerator), scale: ratio.scale) }
        guard let divisor = known(place) else { return .some(nil) }
        if divisor == 0 { return nil }
        return Ratio(Int128(numerator), scale: ratio.scale, over: Int128(divisor), scale: ratio.divisorScale)
    }

    /// The rounded value, unknown when an operand is; nil where the machine must say what went wrong.
    private func rounded(_ rounding: BranchRounding) -> Int64? {
        guard let ratio = ratio(rounding.ratio) else { return nil }
        guard let ratio else { return CaseRow.unknown }
        let result: Int128?
        if rounding.ratio.divisor == nil, rounding.ratio.scale == rounding.unitScale {
            result = Exact.round(ratio.numerator, toMultipleOf: rounding.unit, rounding.mode)
        } else {
            result = ratio.rounded(to: rounding.unit, scale: rounding.unitScale, rounding.mode)
        }
        guard let result, let cell = Int64(exactly: result), cell != CaseRow.unknown else { return nil }
        return cell
    }
}

extension Term.TextTest {
    /// Of the bytes of two texts of a row, as equality is.
    fileprivate func holds(_ text: Int64, _ part: Int64, _ made: MadeTexts, _ row: CaseRow) -> Bool {
        made.withText(Int(text), beside: row) { text in
            made.withText(Int(part), beside: row) { part in holds(text, part) }
        }
    }

    private func holds(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= part.count else { return false }
        switch self {
        case .startsWith: return text.prefix(part.count).elementsEqual(part)
        case .endsWith: return text.suffix(part.count).elementsEqual(part)
        case .contains: return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
        }
    }
}
