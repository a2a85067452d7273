import WritSemantics
import WritValues

/// All that changes while a branching program runs: the temporaries, which blocks ran, the open calls. It serves one case
/// after another; it is not shared.
public struct BranchRun: ~Copyable {
    public let program: BranchProgram
    let temporaries: UnsafeMutablePointer<Int64>
    /// What each base counts from: the facts, the temporaries, the elements of open loops.
    private let bases: UnsafeMutablePointer<UnsafeMutablePointer<Int64>>
    /// By flag: the case in which its block ran last.
    private let ran: UnsafeMutablePointer<UInt32>
    private let returns: UnsafeMutablePointer<Int32>
    private var caseNumber: UInt32 = 0
    /// The elements of lists that were made for this case. Memory that became too small is kept until the next, for
    /// loops may still go over it.
    private var made: UnsafeMutablePointer<Int64>
    private var madeCount = 0
    private var madeCapacity = 64
    private var outgrown: [UnsafeMutablePointer<Int64>] = []

    private(set) var madeTexts = MadeTexts()

    /// Cases that make longer lists are the machine's, which gives back what it needs no more.
    private static let mostMade = 1 << 20

    public init(_ program: BranchProgram) {
        self.program = program
        temporaries = .allocate(capacity: program.temporaryCount + 1)
        temporaries.initialize(repeating: CaseRow.unknown, count: program.temporaryCount + 1)
        for constant in program.constants { temporaries[Int(constant.index)] = constant.value }
        bases = .allocate(capacity: CellBase.count)
        bases.initialize(repeating: temporaries, count: CellBase.count)
        ran = .allocate(capacity: program.flagCount + 1)
        ran.initialize(repeating: 0, count: program.flagCount + 1)
        returns = .allocate(capacity: program.stackDepth)
        returns.initialize(repeating: 0, count: program.stackDepth)
        made = .allocate(capacity: madeCapacity)
        made.initialize(repeating: 0, count: madeCapacity)
    }

    deinit {
        temporaries.deallocate()
        bases.deallocate()
        ran.deallocate()
        returns.deallocate()
        made.deallocate()
        for memory in outgrown { memory.deallocate() }
    }

    /// Forgets what was worked out, for the next case or the same one anew.
    @inline(__always)
    public mutating func begin() {
        caseNumber &+= 1
        madeCount = 0
        madeTexts.removeAll()
        if !outgrown.isEmpty { discardOutgrown() }
        if caseNumber == 0 {
            ran.update(repeating: 0, count: program.flagCount)
            caseNumber = 1
        }
    }

    /// Makes a decision that takes no arguments about a row, and looks at its promises.
    ///
    /// - Returns: whether the program made it, determined and with every promise kept; if not, the machine must be asked.
    public mutating func decide(_ decision: DecisionID, _ row: CaseRow) -> Bool {
        begin()
        guard let made = program.decisions[decision.index], made.isAnswerable, let flag = made.flag else {
            return false
        }
        ran[Int(flag)] = caseNumber
        return run(made.entry, row) && run(made.promises, row)
    }

    /// The number of the conclusion reached last: a rule's, or the number of rules for `otherwise`.
    public func conclusion(of decision: DecisionID) -> Int {
        program.decisions[decision.index].map { Int(temporaries[Int($0.rule)]) } ?? 0
    }

    private mutating func discardOutgrown() {
        for memory in outgrown { memory.deallocate() }
        outgrown.removeAll(keepingCapacity: true)
    }

    /// Room for the elements of a list; nil when it would be too much.
    private mutating func reserve(_ count: Int, _ width: Int) -> Int64? {
        let (cells, overflow) = count.multipliedReportingOverflow(by: width)
        if overflow || cells > Self.mostMade || madeCount + cells > Self.mostMade { return nil }
        let start = madeCount
        madeCount += cells
        if madeCount > madeCapacity {
            let larger = UnsafeMutablePointer<Int64>.allocate(capacity: madeCount * 2)
            larger.initialize(repeating: 0, count: madeCount * 2)
            larger.update(from: made, count: start)
            outgrown.append(made)
            made = larger
            madeCapacity = madeCount * 2
        }
        return CaseRow.run(start: start | BranchArena.made, count: 0)
    }

    /// The elements of a list.
    @inline(__always)
    func elements(_ run: Int64, _ row: CaseRow) -> UnsafeMutablePointer<Int64> {
        BranchArena.elements(run, row.arena, made, program.constantElements)
    }

    var madeElements: UnsafeMutablePointer<Int64> { made }

    /// The cells of a value of the row or of the run.
    func cells(_ place: CellPlace, _ row: CaseRow) -> UnsafeMutablePointer<Int64> {
        (place.base == .fact ? row.cells : temporaries) + Int(place.index)
    }

    /// Runs a block; false when the case is the machine's.
    mutating func run(_ entry: Int32, _ row: CaseRow) -> Bool {
        let (nodes, facts, temporaries, bases) = (program.nodes, row.cells, self.temporaries, self.bases)
        let unknown = CaseRow.unknown
        bases[0] = facts
        var depth = 0
        var label = entry
        while true {
            let node = nodes + Int(label)
            switch node.pointee.op {
            case .rangeOfFact:
                let value = facts[Int(node.pointee.a)]
                if value == unknown {
                    label = node.pointee.unknown
                } else if value >= node.pointee.low && value <= node.pointee.high {
                    label = node.pointee.yes
                } else {
                    label = node.pointee.no
                }
            case .range:
                let value = bases[node.aBase][Int(node.pointee.a)]
                if value == unknown {
                    label = node.pointee.unknown
                } else if value >= node.pointee.low && value <= node.pointee.high {
                    label = node.pointee.yes
                } else {
                    label = node.pointee.no
                }
            case .mask:
                let value = bases[node.aBase][Int(node.pointee.a)]
                if value == unknown {
                    label = node.pointee.unknown
                } else {
                    label = node.pointee.low >> value & 1 != 0 && value < 64 ? node.pointee.yes : node.pointee.no
                }
            case .less:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                label =
                    a == unknown || b == unknown ? node.pointee.unknown : a < b ? node.pointee.yes : node.pointee.no
            case .lessOrEqual:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                label =
                    a == unknown || b == unknown ? node.pointee.unknown : a <= b ? node.pointee.yes : node.pointee.no
            case .equal:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                label =
                    a == unknown || b == unknown ? node.pointee.unknown : a == b ? node.pointee.yes : node.pointee.no
            case .rangeOfDifference:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                let difference = b &- a
                if a == unknown || b == unknown {
                    label = node.pointee.unknown
                } else if difference >= node.pointee.low && difference <= node.pointee.high {
                    label = node.pointee.yes
                } else {
                    label = node.pointee.no
                }
            case .equalParts:
                let (a, b) = (bases[node.aBase] + Int(node.pointee.a), bases[node.bBase] + Int(node.pointee.b))
                let types = program.typePairs[Int(node.pointee.low)]
                let isEqual = isEqual(a, types.left, b, types.right, row)
                label = isEqual.map { $0 ? node.pointee.yes : node.pointee.no } ?? node.pointee.unknown
            case .isKnown:
                label = bases[node.aBase][Int(node.pointee.a)] == unknown ? node.pointee.no : node.pointee.yes
            case .isEmpty:
                let run = temporaries[Int(node.pointee.a)]
                label = run != unknown && CaseRow.count(of: run) == 0 ? node.pointee.yes : node.pointee.no
            case .isWhole:
                let place = bases[node.aBase] + Int(node.pointee.a)
                let demand = program.demands[Int(node.pointee.low)]
                label = isWhole(place, demand.type, demand.isOptional, row) ? node.pointee.yes : node.pointee.no
            case .compare:
                guard let order = compare(program.comparisons[Int(node.pointee.low)]) else { return false }
                label = order.map { $0 ? node.pointee.yes : node.pointee.no } ?? node.pointee.unknown
            case .textTest:
                let (a, b) = (bases[node.aBase][Int(node.pointee.a)], bases[node.bBase][Int(node.pointee.b)])
                if a == unknown || b == unknown {
                    label = node.pointee.unknown
                } else {
                    let holds = program.textTests[Int(node.pointee.low)].holds(text(a, row), text(b, row))
                    label = holds ? node.pointee.yes : node.pointee.no
                }
            case .like:
                let a = bases[node.aBase][Int(node.pointee.a)]
                if a == unknown {
                    label = node.pointee.unknown
                } else {
                    let holds = program.patterns[Int(node.pointee.low)].matches(text(a, row))
                    label = holds ? node.pointee.yes : node.pointee.no
                }

            case .set:
                temporaries[Int(node.pointee.a)] = node.pointee.low
                label = node.pointee.yes
            case .copy:
                let source = bases[node.bBase] + Int(node.pointee.b)
                if node.pointee.low == 1 {
                    temporaries[Int(node.pointee.a)] = source.pointee
                } else {
                    temporaries.advanced(by: Int(node.pointee.a)).update(from: source, count: Int(node.pointee.low))
                }
                label = node.pointee.yes
            case .add, .subtract, .multiply, .least, .greatest:
                let (a, b) = (bases[node.bBase][Int(node.pointee.b)], bases[node.cBase][Int(node.pointee.c)])
                if a == unknown || b == unknown {
                    temporaries[Int(node.pointee.a)] = unknown
                } else {
                    let (result, overflow) = node.pointee.op.result(a, b)
                    if overflow || result == unknown { return false }
                    temporaries[Int(node.pointee.a)] = result
                }
                label = node.pointee.yes
            case .negate, .scale:
                let value = bases[node.bBase][Int(node.pointee.b)]
                if value != unknown {
                    let factor = node.pointee.op == .negate ? -1 : node.pointee.low
                    let (result, overflow) = value.multipliedReportingOverflow(by: factor)
                    if overflow || result == unknown { return false }
                    temporaries[Int(node.pointee.a)] = result
                } else {
                    temporaries[Int(node.pointee.a)] = unknown
                }
                label = node.pointee.yes
            case .round:
                guard let result = rounded(program.roundings[Int(node.pointee.low)]) else { return false }
                temporaries[Int(node.pointee.a)] = result
                label = node.pointee.yes
            case .moveDate:
                let value = bases[node.bBase][Int(node.pointee.b)]
                if value != unknown {
                    let moved = value &+ node.pointee.low
                    guard BranchRun.days.contains(moved), BranchRun.days.contains(value) else { return false }
                    temporaries[Int(node.pointee.a)] = moved
                } else {
                    temporaries[Int(node.pointee.a)] = unknown
                }
                label = node.pointee.yes
            case .time:
                guard let result = time(program.times[Int(node.pointee.low)], row) else { return false }
                temporaries[Int(node.pointee.a)] = result
                label = node.pointee.yes
            case .textLength:
                let value = bases[node.bBase][Int(node.pointee.b)]
                temporaries[Int(node.pointee.a)] =
                    value == unknown ? unknown : Int64(text(value, row).unicodeScalars.count)
                label = node.pointee.yes

            case .plainText:
                let value = bases[node.bBase][Int(node.pointee.b)]
                temporaries[Int(node.pointee.a)] =
                    value == unknown
                    ? unknown : number(of: TextForms.nfc(TextForms.halfWidth(text(value, row))), row)
                label = node.pointee.yes
            case .reserveLike, .reserve:
                let count =
                    node.pointee.op == .reserve
                    ? Int(node.pointee.c) : CaseRow.count(of: bases[node.bBase][Int(node.pointee.b)])
                guard let list = reserve(count, Int(node.pointee.low)) else { return false }
                temporaries[Int(node.pointee.a)] = list
                label = node.pointee.yes
            case .append:
                let list = temporaries[Int(node.pointee.a)]
                let place = elements(list, row) + CaseRow.count(of: list) * Int(node.pointee.low)
                place.update(from: bases[node.bBase] + Int(node.pointee.b), count: Int(node.pointee.low))
                temporaries[Int(node.pointee.a)] = list + 1
                label = node.pointee.yes

            case .jump: label = node.pointee.yes
            case .once:
                if ran[Int(node.pointee.a)] == caseNumber {
                    label = node.pointee.yes
                } else {
                    ran[Int(node.pointee.a)] = caseNumber
                    returns[depth] = node.pointee.yes
                    depth &+= 1
                    label = node.pointee.b
                }
            case .call:
                returns[depth] = node.pointee.yes
                depth &+= 1
                label = node.pointee.b
            case .end:
                if depth == 0 { return true }
                depth &-= 1
                label = returns[depth]
            case .conclude:
                temporaries[Int(node.pointee.a)] = node.pointee.low
                temporaries[Int(node.pointee.b)] = node.pointee.high
                if depth == 0 { return true }
                depth &-= 1
                label = returns[depth]
            case .choose: label = node.pointee.yes + Int32(bases[node.aBase][Int(node.pointee.a)])
            case .loopBegin:
                let run = bases[node.aBase][Int(node.pointee.a)]
                if run == unknown {
                    label = node.pointee.unknown
                } else if CaseRow.count(of: run) == 0 {
                    label = node.pointee.no
                } else {
                    temporaries[Int(node.pointee.b)] = Int64(CaseRow.count(of: run))
                    bases[node.bBase] = elements(run, row)
                    label = node.pointee.yes
                }
            case .loopNext:
                let rest = temporaries + Int(node.pointee.a)
                rest.pointee &-= 1
                if rest.pointee == 0 {
                    label = node.pointee.no
                } else {
                    bases[node.bBase] += Int(node.pointee.low)
                    label = node.pointee.yes
                }
            case .bail: return false
            }
        }
    }

    static let days = Int64(CivilDate.dayNumbers.lowerBound)...Int64(CivilDate.dayNumbers.upperBound)

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

extension BranchOp {
    @inline(__always)
    fileprivate func result(_ a: Int64, _ b: Int64) -> (Int64, Bool) {
        switch self {
        case .add: a.addingReportingOverflow(b)
        case .subtract: a.subtractingReportingOverflow(b)
        case .multiply: a.multipliedReportingOverflow(by: b)
        case .least: (min(a, b), false)
        default: (max(a, b), false)
        }
    }
}

extension UnsafePointer<BranchNode> {
    // The bases as indices.
    @inline(__always) fileprivate var aBase: Int { Int(pointee.aBase.number) }
    @inline(__always) fileprivate var bBase: Int { Int(pointee.bBase.number) }
    @inline(__always) fileprivate var cBase: Int { Int(pointee.cBase.number) }
}
