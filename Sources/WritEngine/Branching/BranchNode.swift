/// What a node of a branching program does. Operands are named a, b and c; `to` is where a known value goes.
enum BranchOp: UInt8, Sendable {
    // MARK: Tests: yes, no or unknown
    /// Fact a is from `low` to `high`. Most nodes are this one, so it has the shortest way.
    case rangeOfFact
    /// The same of any cell.
    case range
    /// Bit a of `low` is set.
    case mask
    /// a is less than b; less or equal; equal.
    case less
    case lessOrEqual
    case equal
    /// b less a is from `low` to `high`.
    case rangeOfDifference
    /// The same of dates, where a moved by the number c must be a date too.
    case rangeOfDays
    /// a equals b in all parts, of the types with number `low`.
    case equalParts
    case isKnown
    /// List a has no elements: yes or no.
    case isEmpty
    /// a is known with all parts that must be, as the demand with number `low` says.
    case isWhole
    /// The comparison with number `low`, of scaled counts and quotients.
    case compare
    case textTest
    case like
    /// Any element of a list, or every one, has a cell in a range, as the whole loop with number `low` says.
    case anyInRange
    case everyInRange

    // MARK: Values, into temporary a; then to yes
    /// `low`.
    case set
    /// `low` cells from b.
    case copy
    /// From operands b and c; unknown when one is.
    case add
    case subtract
    case multiply
    case least
    case greatest
    case negate
    /// b times `low`.
    case scale
    /// b rounded, as the rounding with number `low` says.
    case round
    /// b less or more by `low`, which must be a date.
    case moveDate
    case time
    case textLength
    case plainText
    /// How many elements of a list have a cell in a range, as the whole loop with number `low` says.
    case countInRange
    /// The sum of a cell of the elements of a list, or of the products of two, as the whole loop with number `low` says.
    case sumOfCells
    /// An empty list with room for as many elements (of `low` cells) as list b has.
    case reserveLike
    /// An empty list with room for c elements of `low` cells.
    case reserve
    /// List a gets b (`low` cells) as a further element.
    case append

    // MARK: Control
    case jump
    /// Runs block b once a case, and goes on at yes.
    case once
    /// Runs block b, and goes on at yes.
    case call
    case end
    /// The table with number `low` finds a row by the values in temporaries from a: to the node with that number after yes;
    /// where there is none, with number c.
    case table
    /// To the node with number yes + cell a.
    case choose
    /// Loop b over list a: yes with the first element, no when there is none.
    case loopBegin
    case loopNext
    /// Sets temporary a to `low` and temporary b to `high`, and ends the block: what most conclusions are. When a program is
    /// finished, a known cell c that is copied before it, to temporary `no`, becomes part of it.
    case conclude
    /// Several tests of facts at once (``BranchFan``); made when a program is finished, in place of the nodes it stands for.
    case fan
    /// The same with a few ranges only.
    case smallFan
    /// This case needs the machine.
    case bail
}

/// One step of a branching program: what it looks at, and where each result leads.
struct BranchNode: Sendable {
    var op: BranchOp
    /// Where operands a, b and c lie.
    var aBase: CellBase = .temporary
    var bBase: CellBase = .temporary
    var cBase: CellBase = .temporary
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var yes: Int32 = BranchNode.bail
    var no: Int32 = BranchNode.bail
    var unknown: Int32 = BranchNode.bail
    var low: Int64 = 0
    var high: Int64 = 0

    /// The bytes from one node to the next: what labels are counted in once a program is made.
    static var stride: Int32 { Int32(MemoryLayout<BranchNode>.stride) }

    /// The node that gives the case to the machine: the first of every program.
    static let bail: Int32 = 0
}

/// What cells are counted from.
struct CellBase: Sendable, Hashable {
    var number: UInt16

    static let fact = CellBase(number: 0)
    static let temporary = CellBase(number: 1)
    /// The element of a loop. Each loop has a base of its own: a block that is worked out in the middle of a loop may have
    /// loops too.
    static func element(_ loop: Int) -> CellBase { CellBase(number: UInt16(2 + loop)) }
    static let mostLoops = 60_000
}

/// A value's first cell.
struct CellPlace: Sendable, Hashable {
    var base: CellBase
    var index: Int32

    func advanced(by offset: Int) -> CellPlace { CellPlace(base: base, index: index + Int32(offset)) }
}
