import WritSemantics
import WritValues

/// All that changes while a branching program runs: the temporaries, which blocks ran, the open calls. It serves one case
/// after another; it is not shared.
public struct BranchRun: ~Copyable {
    public let program: BranchProgram
    let temporaries: UnsafeMutablePointer<Int64>
    /// What each base counts from: the facts, the temporaries, the elements of open loops.
    let bases: UnsafeMutablePointer<UnsafeMutablePointer<Int64>>
    /// By flag: the case in which its block ran last.
    let ran: UnsafeMutablePointer<UInt32>
    let returns: UnsafeMutablePointer<Int32>
    // The program's own, a step nearer.
    let heads: UnsafePointer<BranchHead>
    let nodes: UnsafeRawPointer
    let makesThings: Bool
    var caseNumber: UInt32 = 0
    var lists = MadeLists()
    let madeTexts = MadeTexts()

    public init(_ program: BranchProgram) {
        self.program = program
        (heads, nodes, makesThings) = (program.heads, program.nodes, program.makesThings)
        temporaries = .allocate(capacity: program.temporaryCount + 1)
        temporaries.initialize(repeating: CaseRow.unknown, count: program.temporaryCount + 1)
        for constant in program.constants { temporaries[Int(constant.index)] = constant.value }
        bases = .allocate(capacity: 2 + program.loopCount)
        bases.initialize(repeating: temporaries, count: 2 + program.loopCount)
        ran = .allocate(capacity: program.flagCount + 1)
        ran.initialize(repeating: 0, count: program.flagCount + 1)
        returns = .allocate(capacity: program.stackDepth)
        returns.initialize(repeating: 0, count: program.stackDepth)
    }

    deinit {
        temporaries.deallocate()
        bases.deallocate()
        ran.deallocate()
        returns.deallocate()
    }

    /// Forgets what was worked out, for the next case or the same one anew.
    @inline(__always)
    public mutating func begin() {
        caseNumber &+= 1
        if _slowPath(makesThings || caseNumber == 0) { beginAnew() }
    }

    @inline(never)
    private mutating func beginAnew() {
        lists.removeAll()
        madeTexts.removeAll()
        if caseNumber > 0 { return }
        ran.update(repeating: 0, count: program.flagCount)
        caseNumber = 1
    }

    /// Makes a decision that takes no arguments about a row, and looks at its promises.
    ///
    /// - Returns: whether the program made it, determined and with every promise kept; if not, the machine must be asked.
    public mutating func decide(_ decision: DecisionID, _ row: CaseRow) -> Bool {
        guard make(decision, row) else { return false }
        let promises = heads[decision.index].promises
        return _fastPath(promises < 0) || run(promises, row)
    }

    /// The same without a look at the promises.
    @inline(__always)
    mutating func make(_ decision: DecisionID, _ row: CaseRow) -> Bool {
        begin()
        let head = heads + decision.index
        if _slowPath(head.pointee.flag < 0) { return false }
        ran[Int(head.pointee.flag)] = caseNumber
        return reach(head.pointee.entry, row)
    }

    /// The number of the conclusion reached last: a rule's, or the number of rules for `otherwise`.
    @inline(__always)
    public func conclusion(of decision: DecisionID) -> Int {
        Int(temporaries[Int(heads[decision.index].rule)])
    }

    /// The elements of a list.
    @inline(__always)
    func elements(_ run: Int64, _ row: CaseRow) -> UnsafeMutablePointer<Int64> {
        BranchArena.elements(run, row.arena, lists.elements, program.constantElements)
    }

    /// The cells of a value of the row or of the run.
    func cells(_ place: CellPlace, _ row: CaseRow) -> UnsafeMutablePointer<Int64> {
        (place.base == .fact ? row.cells : temporaries) + Int(place.index)
    }

    static let days = Int64(CivilDate.dayNumbers.lowerBound)...Int64(CivilDate.dayNumbers.upperBound)
}
