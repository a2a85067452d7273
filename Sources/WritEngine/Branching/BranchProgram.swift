import WritSemantics
import WritValues

/// A model compiled into a branching program: a graph of tests over the cells of a ``CaseRow``, each with three ways on.
///
/// Where the machine gathers why something is unknown, the program only follows where it leads: an unknown that cannot
/// matter costs nothing, and a case in which one may matter, or in which a calculation goes wrong, is given to the machine
/// (``BranchNode/bail``), which works it out from the start. So the program answers the ordinary cases, and nothing about
/// unknowns is told twice. What it answers is what the machine answers.
public final class BranchProgram: Sendable {
    public let model: CheckedModel
    public let layout: CaseLayout
    private let code: BranchCode
    /// The nodes and fans, where labels are counted from.
    nonisolated(unsafe) let nodes: UnsafeRawPointer
    /// How many fans there are.
    public let fanCount: Int
    let temporaryCount: Int
    let flagCount: Int
    let stackDepth: Int
    let loopCount: Int
    /// The loops that are one node.
    nonisolated(unsafe) let loops: UnsafePointer<BranchLoop>
    /// The elements of lists that are constants.
    nonisolated(unsafe) let constantElements: UnsafeMutablePointer<Int64>
    /// The temporaries that are constants.
    let constants: [(index: Int32, value: Int64)]
    let decisions: [BranchDecision?]
    /// By decision: what answers say of it.
    let told: [ToldDecision?]
    /// What of the decisions is needed for every case, by number.
    nonisolated(unsafe) let heads: UnsafePointer<BranchHead>
    /// Whether lists or texts may be made on the way.
    let makesThings: Bool
    /// Why a decision is not here, by its number.
    public let obstacles: [String?]
    /// What in decisions is left to the machine, and how often it was met.
    public let partialObstacles: [String: Int]
    let comparisons: [BranchComparison]
    let roundings: [BranchRounding]
    let times: [BranchTime]
    let demands: [BranchDemand]
    let typePairs: [BranchTypePair]
    private let tables: [TableIndex]
    /// The same without a count of references at each look-up.
    nonisolated(unsafe) let tableIndexes: UnsafePointer<Unmanaged<TableIndex>>
    let textTests: [Term.TextTest]
    let patterns: [PicturePattern]
    let calendars: [WorkingCalendar]

    /// Compiles what can be compiled; decisions that cannot are asked the machine.
    ///
    /// - Parameter params: values that stand in for the policy's own.
    public convenience init(_ model: CheckedModel, params: ParamSet) {
        self.init(model, params: params, isTracing: false)
    }

    /// - Parameter isTracing: whether it can also tell what became of the rules that were passed over.
    init(_ model: CheckedModel, params: ParamSet, isTracing: Bool) {
        var compiler = BranchCompiler(model, params, isTracing: isTracing)
        compiler.compile()
        self.model = model
        layout = CaseLayout(model, texts: compiler.texts)
        let verifier = BranchVerifier(compiler)
        let isSound = verifier.isSound
        assert(isSound, "the compiler of branching programs made one that is not sound")
        // Explanations ask about each operand by itself.
        let fans = isSound && !isTracing ? compiler.fans().filter { verifier.isSound($0.value) } : [:]
        let code = BranchCode(compiler.nodes, fans, spare: compiler.temporaryCount)
        (self.code, nodes, fanCount) = (code, UnsafeRawPointer(code.memory), fans.count)
        let loops = UnsafeMutablePointer<BranchLoop>.allocate(capacity: compiler.wholeLoops.count + 1)
        loops.initialize(from: compiler.wholeLoops, count: compiler.wholeLoops.count)
        self.loops = UnsafePointer(loops)
        constantElements = .allocate(capacity: compiler.constantElements.count + 1)
        constantElements.initialize(from: compiler.constantElements, count: compiler.constantElements.count)
        temporaryCount = Int(compiler.temporaryCount)
        flagCount = Int(compiler.flagCount)
        stackDepth = compiler.blockCount + 2
        loopCount = compiler.loopCount
        constants = compiler.constants
        let decisions = compiler.decisions.map { $0?.finished(in: code) }
        self.decisions = decisions
        told = model.decisions.indices.map { index in
            decisions[index].map { ToldDecision(DecisionID(index), $0, model.decisions[index]) }
        }
        let heads = UnsafeMutablePointer<BranchHead>.allocate(capacity: decisions.count + 1)
        heads.initialize(
            from: compiler.decisions.map { BranchHead(isSound ? $0 : nil, compiler.nodes, code) },
            count: decisions.count)
        self.heads = UnsafePointer(heads)
        makesThings = compiler.nodes.contains { $0.op == .reserve || $0.op == .reserveLike || $0.op == .plainText }
        obstacles = compiler.obstacles
        partialObstacles = compiler.found
        comparisons = compiler.comparisons
        roundings = compiler.roundings
        times = compiler.times
        demands = compiler.demands
        typePairs = compiler.typePairs
        tables = compiler.tables
        let indexes = UnsafeMutablePointer<Unmanaged<TableIndex>>.allocate(capacity: tables.count + 1)
        indexes.initialize(from: tables.map { .passUnretained($0) }, count: tables.count)
        tableIndexes = UnsafePointer(indexes)
        textTests = compiler.textTests
        patterns = compiler.patterns
        calendars = model.calendars.map(\.calendar)
    }

    deinit {
        code.memory.deallocate()
        loops.deallocate()
        heads.deallocate()
        constantElements.deallocate()
        tableIndexes.deallocate()
    }

    /// Whether the program makes the decision; if not, all its cases are the machine's.
    public func makes(_ decision: DecisionID) -> Bool { heads[decision.index].flag >= 0 }
}

/// The beginnings of a decision and of its promises.
struct BranchHead {
    var entry: Int32 = 0
    /// -1 where there are no promises.
    var promises: Int32 = -1
    /// -1 where the decision is the machine's.
    var flag: Int32 = -1
    var rule: Int32 = 0

    init(_ decision: BranchDecision?, _ nodes: [BranchNode], _ code: BranchCode) {
        guard let decision, decision.entry != BranchNode.bail, let flag = decision.flag else { return }
        (entry, self.flag, rule) = (code.place(decision.entry), flag, decision.rule)
        promises = nodes[Int(decision.promises)].op == .end ? -1 : code.place(decision.promises)
    }
}

/// A decision in a program.
struct BranchDecision: Sendable {
    /// Its block, and the flag that it ran when it has no parameters.
    var entry: Int32
    var flag: Int32?
    var parameters: [CellPlace]
    /// The temporary that holds the number of the conclusion reached: a rule's, or the number of rules for `otherwise`.
    var rule: Int32
    var result: CellPlace
    /// The list of the numbers of rules that applied, where all are tried and ``rule`` is -1.
    var fired: CellPlace
    /// By the number of the conclusion.
    var conclusions: [BranchConclusion]
    /// The block that looks at the promises that concern it: it bails when one is broken. Nil when one cannot be compiled.
    var promises: Int32
    /// Nil where nobody wants it, or the plain evaluator alone can tell.
    var trace: BranchTrace?

    /// The decision with labels as the run reads them.
    fileprivate func finished(in code: BranchCode) -> BranchDecision {
        var decision = self
        decision.entry = code.place(entry)
        decision.promises = code.place(promises)
        if let entries = trace?.entries { decision.trace?.entries = entries.map(code.place) }
        for index in conclusions.indices {
            decision.conclusions[index].because = conclusions[index].because.map(code.place)
        }
        return decision
    }
}

/// What an answer shows of a conclusion: where its actions' arguments lie, and how to come by the values in its reason.
struct BranchConclusion: Sendable {
    /// By action and parameter; nil where an optional one was left out.
    var arguments: [[CellPlace?]]
    /// The block that works out the values of the holes.
    var because: Int32?
    /// By text and hole, in the order of the segments.
    var holes: [[CellPlace]]
}

/// A comparison of values that are not two counts of one scale.
struct BranchComparison: Sendable {
    var relation: ScaledComparison.Relation
    var left: BranchRatio
    var right: BranchRatio
}

/// A count, or a quotient of two.
struct BranchRatio: Sendable {
    var numerator: CellPlace
    var scale: Int
    var divisor: CellPlace?
    var divisorScale = 0
}

/// A value whose parts must be known, but for the optional ones.
struct BranchDemand: Sendable {
    var type: WritType
    /// Whether the value itself may be unknown.
    var isOptional: Bool
}

/// The types of two values that are compared: alike, but for the decimals of counts.
struct BranchTypePair: Sendable {
    var left: WritType
    var right: WritType
}

/// Which memory the elements of a list lie in: two bits of where they start.
enum BranchArena {
    static let made = 1 << 29
    static let constant = 1 << 30
    /// What of a start is the place.
    static let places = made - 1

    @inline(__always)
    static func elements(
        _ run: Int64, _ told: UnsafeMutablePointer<Int64>, _ made: UnsafeMutablePointer<Int64>,
        _ constants: UnsafeMutablePointer<Int64>
    ) -> UnsafeMutablePointer<Int64> {
        let start = CaseRow.start(of: run)
        if start < Self.made { return told + start }
        return (start < Self.constant ? made : constants) + (start & places)
    }
}
