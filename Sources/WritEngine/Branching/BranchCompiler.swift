import WritSemantics
import WritValues

/// Compiles a model into a branching program, from the end to the beginning: what follows a test is there before the test
/// is, so every node knows where it leads.
struct BranchCompiler {
    /// Something that only the machine does.
    struct Obstacle: Error {
        var reason: String
        init(_ reason: String) { self.reason = reason }
    }
    typealias Label = Int32

    let model: CheckedModel
    let params: ParamSet
    /// Whether explanations are wanted of what becomes of rules.
    let isTracing: Bool
    let layout: CaseLayout
    let uses: UseCounts
    var nodes = [BranchNode(op: .bail)]
    var temporaryCount: Int32 = 0
    var flagCount: Int32 = 0
    var blockCount = 0
    var constants: [(index: Int32, value: Int64)] = []
    private var constantPlaces: [Int64: Int32] = [:]
    var texts: [String] = []
    var textNumbers: [String: Int] = [:]
    var comparisons: [BranchComparison] = []
    var roundings: [BranchRounding] = []
    var times: [BranchTime] = []
    var demands: [BranchDemand] = []
    var typePairs: [BranchTypePair] = []
    var wholeLoops: [BranchLoop] = []
    var constantElements: [Int64] = []
    var tables: [TableIndex] = []
    var textTests: [Term.TextTest] = []
    var patterns: [PicturePattern] = []

    /// What is left to the machine, and how often it was met.
    var found: [String: Int] = [:]
    var decisions: [BranchDecision?]
    var obstacles: [String?]
    var locals: [LocalID: Binding] = [:]
    var paramBlocks: [ParamID: Block] = [:]
    var defineBlocks: [DefineID: Block] = [:]
    var loopCount = 0
    var inlineDepth = 0
    /// How many locals it made up itself.
    var syntheticLocals = 0

    /// What a local is bound to.
    enum Binding {
        case place(CellPlace)
        case block(Block)
        case constant(Datum)
    }

    /// A value that is worked out once a case.
    struct Block {
        var entry: Label
        var flag: Int32
        var result: CellPlace
    }

    /// Programs larger than this are not worth their memory.
    static let mostNodes = 2_000_000

    init(_ model: CheckedModel, _ params: ParamSet, isTracing: Bool = false) {
        self.model = model
        self.params = params
        self.isTracing = isTracing
        layout = CaseLayout(model)
        uses = UseCounts(model)
        decisions = Array(repeating: nil, count: model.decisions.count)
        obstacles = Array(repeating: nil, count: model.decisions.count)
    }

    /// Declarations after what they read. One with an obstacle is an obstacle to those that read it.
    mutating func compile() {
        for declaration in DependencyOrder(model).declarations {
            do {
                switch declaration {
                case .param(let id): try param(id)
                case .define(let id): try define(id)
                case .decision(let id): try decision(id)
                }
            } catch {
                if case .decision(let id) = declaration { obstacles[id.index] = error.reason }
            }
        }
        promises()
    }

    private mutating func param(_ id: ParamID) throws(Obstacle) {
        if params[id] != nil { return }
        if case .constant = model[id].value.kind { return }
        paramBlocks[id] = try block(of: model[id].value)
    }

    private mutating func define(_ id: DefineID) throws(Obstacle) {
        let define = model[id]
        guard define.parameters.isEmpty, !define.body.isLeaf else { return }
        guard layout.isFlat(define.body.type) else { return }
        defineBlocks[id] = try block(of: define.body)
    }

    /// A block that leaves the term's value in cells of its own.
    mutating func block(of term: Term) throws(Obstacle) -> Block {
        let result = temporary(layout.width(of: term.type))
        let entry = try block { compiler, end throws(Obstacle) in try compiler.value(term, into: result, next: end) }
        return Block(entry: entry, flag: flag(), result: result)
    }

    /// A block: what `body` makes of its end.
    mutating func block(
        _ body: (inout BranchCompiler, Label) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        blockCount += 1
        let end = try emit(BranchNode(op: .end))
        do { return try body(&self, end) } catch { return try obstacle(error) }
    }

    // MARK: Making nodes

    /// Gives the case to the machine, and remembers why; what is too large stays an error.
    mutating func obstacle(_ obstacle: Obstacle) throws(Obstacle) -> Label {
        if nodes.count >= Self.mostNodes { throw obstacle }
        found[obstacle.reason, default: 0] += 1
        return BranchNode.bail
    }

    mutating func emit(_ node: BranchNode) throws(Obstacle) -> Label {
        guard nodes.count < Self.mostNodes else { throw Obstacle("too large") }
        nodes.append(node)
        return Label(nodes.count - 1)
    }

    mutating func temporary(_ width: Int = 1) -> CellPlace {
        defer { temporaryCount += Int32(width) }
        return CellPlace(base: .temporary, index: temporaryCount)
    }

    mutating func flag() -> Int32 {
        defer { flagCount += 1 }
        return flagCount
    }

    // MARK: Constants

    /// A cell that holds the value in every case.
    mutating func constant(_ value: Int64) -> CellPlace {
        if let known = constantPlaces[value] { return CellPlace(base: .temporary, index: known) }
        let place = temporary()
        constants.append((place.index, value))
        constantPlaces[value] = place.index
        return place
    }

    /// Cells that hold a constant in every case.
    mutating func constant(_ datum: Datum, _ type: WritType) throws(Obstacle) -> CellPlace {
        let cells = try cells(of: datum, type)
        if cells.count == 1 { return constant(cells[0]) }
        let place = temporary(cells.count)
        for (offset, cell) in cells.enumerated() { constants.append((place.index + Int32(offset), cell)) }
        return place
    }

    mutating func number(of text: String) -> Int {
        if let known = textNumbers[text] { return known }
        textNumbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// The cells of a constant.
    mutating func cells(of datum: Datum, _ type: WritType) throws(Obstacle) -> [Int64] {
        var cells = [Int64](repeating: CaseRow.unknown, count: layout.width(of: type))
        switch (datum, type) {
        case (.boolean(let truth), _): cells[0] = truth ? 1 : 0
        case (.count(let count), _):
            guard let cell = Int64(exactly: count), cell != CaseRow.unknown else { throw Obstacle("a wide constant") }
            cells[0] = cell
        case (.text(let text), _): cells[0] = Int64(number(of: text))
        case (.variant(let index, _), .calendar): cells[0] = Int64(index)
        case (.variant(let index, let values), .variant(let id)):
            cells[0] = Int64(index)
            for (field, value) in values.enumerated() {
                let offset = layout.offset(of: field, inCase: index, of: id)
                let part = try self.cells(of: value, model[id].cases[index].fields[field].type)
                cells.replaceSubrange(offset..<offset + part.count, with: part)
            }
        case (.record(let values), .record(let id)):
            cells[0] = 0
            for (field, value) in values.enumerated() {
                let offset = layout.offset(of: field, in: id)
                let part = try self.cells(of: value, model[id].fields[field].type)
                cells.replaceSubrange(offset..<offset + part.count, with: part)
            }
        case (.list(let elements), .list(let element)):
            var all: [Int64] = []
            for datum in elements { all += try self.cells(of: datum, element) }
            guard constantElements.count + all.count < BranchArena.places else { throw Obstacle("too large") }
            cells[0] = CaseRow.run(start: constantElements.count | BranchArena.constant, count: elements.count)
            constantElements += all
        case (.unknown, _): throw Obstacle("an unknown constant")
        default:
            throw Obstacle("a constant \(String(describing: datum).prefix(9)) \(String(describing: type).prefix(9))")
        }
        return cells
    }

    /// The value of a term that is the same in every case.
    func constantDatum(_ term: Term) -> Datum? {
        switch term.kind {
        case .constant(let datum): return datum
        case .param(let id):
            if let given = params[id] { return given }
            if case .constant(let datum) = model[id].value.kind { return datum }
            return nil
        case .local(let id):
            if case .constant(let datum) = locals[id] { return datum }
            return nil
        case .define(let id, let arguments) where arguments.isEmpty: return constantDatum(model[id].body)
        case .makeCase(_, let index, let fields) where fields.isEmpty: return .variant(index, [])
        case .bounded(let operand): return constantDatum(operand)
        case .rescale(let operand, let scale):
            guard case .count(let count) = constantDatum(operand) else { return nil }
            return Exact.rescale(count, from: operand.type.scale, to: scale).map { .count($0) }
        case .add(let left, let right): return constant(left, right) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right): return constant(left, right) { $0.subtractingReportingOverflow($1) }
        case .multiply(let left, let right):
            // An amount of time times a number with decimals is rounded.
            if case .amount = term.type, left.type.scale + right.type.scale > 0 { return nil }
            return constant(left, right) { $0.multipliedReportingOverflow(by: $1) }
        default: return nil
        }
    }

    /// What a calculation with two constants gives; nil when it goes wrong.
    private func constant(
        _ left: Term, _ right: Term, _ operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
    ) -> Datum? {
        guard case .count(let a) = constantDatum(left), case .count(let b) = constantDatum(right) else { return nil }
        let (result, overflow) = operation(a, b)
        return overflow ? nil : .count(result)
    }

    /// A constant of one cell.
    mutating func constantCell(_ term: Term) -> Int64? {
        guard let datum = constantDatum(term), layout.width(of: term.type) == 1 else { return nil }
        return try? cells(of: datum, term.type)[0]
    }
}

extension CaseLayout {
    /// Whether a value is its cells alone: no run of a list, no message, no quotient.
    func isFlat(_ type: WritType) -> Bool {
        switch type {
        case .message, .quotient, .poison: false
        default: true
        }
    }
}
