import WritSemantics
import WritSource
import WritValues

/// Compiles a checked model into a plan.
///
/// Blocks are made one at a time, what is called before what calls it, so the code of a block lies together and calls
/// point backwards.
public struct Lowering {
    let model: CheckedModel
    var plan: Plan
    var uses: UseCounts
    var locals: [LocalID: LocalBinding] = [:]
    /// Locals whose counts fit 64 bits.
    var narrowLocals: Set<LocalID> = []
    var paramBlocks: [ParamID: Int32] = [:]
    var defines: [DefinePlace?]
    var pool = SlotPool()
    var labels = LabelTable()
    var constantSlots: [ConstantKey: Int32] = [:]
    var textIDs: [String: Int32] = [:]
    /// How many locals it made up itself.
    var syntheticLocals = 0
    /// Whether comparisons of counts that fit 64 bits use the narrow instructions. For measurements.
    var usesNarrowCounts = true

    struct ConstantKey: Hashable {
        var datum: Datum
        var type: WritType
    }

    enum LocalBinding {
        case place(Int32)
        /// A table's column: a block that runs when it is first read.
        case column(flag: Int32, block: Int32, slot: Int32)
    }

    struct DefinePlace {
        var block: Int32
        /// Nil with parameters: then every call runs it.
        var flag: Int32?
        var parameters: [Place]
        var result: Place
    }

    public init(_ model: CheckedModel) {
        self.model = model
        plan = Plan(name: model.name, shapes: ShapeTable())
        uses = UseCounts(model)
        defines = Array(repeating: nil, count: model.defines.count)
    }

    /// The plan of the whole model.
    public static func plan(of model: CheckedModel) -> Plan {
        var lowering = Lowering(model)
        return lowering.lower()
    }

    mutating func lower() -> Plan {
        plan.calendars = model.calendars.map(\.calendar)
        plan.facts = model.facts.map { place($0.slot.type) }
        plan.params = model.params.map { ParamPlace(place: place($0.slot.type)) }
        plan.decisions = model.decisions.map { decisionPlaces($0) }
        for declaration in DependencyOrder(model).declarations {
            switch declaration {
            case .param(let id): param(id)
            case .define(let id): define(id)
            case .decision(let id): decision(id)
            }
        }
        for promise in model.promises { self.promise(promise) }
        return plan
    }

    private mutating func param(_ id: ParamID) {
        let param = model[id]
        if case .constant(let datum) = param.value.kind {
            plan.params[id.index].constant = datum
            return
        }
        plan.params[id.index].flag = flag()
        let place = plan.params[id.index].place
        paramBlocks[id] = block("param \(param.heading.name)", results: [place]) {
            $0.value(param.value, into: place.slot)
        }
    }

    private mutating func define(_ id: DefineID) {
        let define = model[id]
        if decidesToInline(id) { return }
        let parameters = define.parameters.map { place(model[$0].type) }
        for (local, place) in zip(define.parameters, parameters) { locals[local] = .place(place.slot) }
        let result = place(define.body.type)
        let flag = define.parameters.isEmpty ? self.flag() : nil
        let block = block("define \(define.heading.name)", parameters: parameters, results: [result]) {
            $0.value(define.body, into: result.slot)
        }
        defines[id.index] = DefinePlace(block: block, flag: flag, parameters: parameters, result: result)
    }

    /// A define without arguments that is used once, or whose body is a leaf, has no block of its own. Chains of such
    /// defines are cut, for lowering goes down them recursively.
    private mutating func decidesToInline(_ id: DefineID) -> Bool {
        let define = model[id]
        guard define.parameters.isEmpty, define.body.isLeaf || uses.isUsedOnceOutsideLoops(id) else { return false }
        var depth = 1
        define.body.forEachReferring { term in
            if case .define(let inner, _) = term.kind { depth = max(depth, 1 + inlineDepths[inner, default: 0]) }
        }
        if depth > 16 { return false }
        inlineDepths[id] = depth
        return true
    }

    /// How deep the bodies nest of defines that stand where they are used.
    var inlineDepths: [DefineID: Int] = [:]

    private mutating func promise(_ promise: Promise) {
        let result = place(.boolean)
        let block = block("promise \(promise.heading.name)", results: [result]) {
            $0.value(promise.condition, into: result.slot)
        }
        plan.promises.append(PromisePlan(block: block, result: result.slot))
    }

    // MARK: Blocks and slots

    /// Makes a block of what `body` emits.
    mutating func block(
        _ name: String, parameters: [Place] = [], results: [Place] = [], conclusionOf decision: Int32? = nil,
        sharing shared: SlotPool? = nil, _ body: (inout Lowering) -> Void
    ) -> Int32 {
        let outer = pool
        pool = shared ?? SlotPool()
        let start = Int32(plan.code.count)
        scoped(body)
        emit(.end)
        plan.blocks.append(
            Block(
                name: name, start: start, end: Int32(plan.code.count), parameters: parameters, results: results,
                conclusionOf: decision))
        lastPool = pool
        pool = outer
        return Int32(plan.blocks.count - 1)
    }

    /// The pool of the block made last, for a block that never runs at the same time.
    var lastPool = SlotPool()

    mutating func flag() -> Int32 {
        plan.flagCount += 1
        return Int32(plan.flagCount - 1)
    }

    mutating func shape(_ type: WritType) -> ShapeID { plan.shapes.shape(of: type, in: model) }

    /// New slots that keep their value for the whole case.
    mutating func place(_ type: WritType) -> Place {
        let shape = shape(type)
        return Place(slot: newSlots(shape), shape: shape)
    }

    mutating func newSlots(_ shape: ShapeID) -> Int32 {
        let slot = Int32(plan.slots.count)
        plan.slots += plan.shapes.slotKinds(of: shape)
        return slot
    }

    /// Slots for a value within the current scope.
    mutating func temporary(_ shape: ShapeID) -> Int32 {
        if let slot = pool.take(.value(shape)) { return slot }
        let slot = newSlots(shape)
        pool.add(slot, .value(shape))
        return slot
    }

    mutating func temporary(_ type: WritType) -> Int32 { temporary(shape(type)) }

    mutating func control(_ kind: SlotKind) -> Int32 {
        if let slot = pool.take(kind) { return slot }
        let slot = Int32(plan.slots.count)
        plan.slots.append(kind)
        pool.add(slot, kind)
        return slot
    }

    /// Temporaries taken inside are free afterwards.
    mutating func scoped<Result>(_ body: (inout Lowering) -> Result) -> Result {
        let mark = pool.mark
        let result = body(&self)
        pool.release(to: mark)
        return result
    }

    @discardableResult
    mutating func emit(
        _ opcode: Opcode, a: Int32 = 0, b: Int32 = 0, c: Int32 = 0, d: Int32 = 0, e: Int32 = 0
    ) -> Int {
        plan.code.append(Instruction(opcode, a: a, b: b, c: c, d: d, e: e))
        return plan.code.count - 1
    }

    mutating func site(_ term: Term, _ left: WritType = .boolean, _ right: WritType = .boolean) -> Int32 {
        plan.sites.append(Site(location: term.location, left: left, right: right))
        return Int32(plan.sites.count - 1)
    }

    func width(_ shape: ShapeID) -> Int32 { Int32(plan.shapes[shape].width) }
}

extension Term {
    /// Whether evaluating it again costs no more than reading a slot.
    var isLeaf: Bool {
        switch kind {
        case .constant, .fact, .local: true
        case .field(let record, _): record.isLeaf
        default: false
        }
    }
}
