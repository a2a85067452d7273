import WritSemantics
import WritValues

/// Works out the table of a ``RowSchema``.
///
/// A record is in the table once for each way it is read, for what may be missing of it differs.
struct RowSchemaBuilder {
    let model: CheckedModel
    let layout: CaseLayout
    let reach: ReachedFacts
    var parts = RowParts()
    private var recordGroups: [RecordReach: Int32] = [:]
    private var variantGroups: [VariantReach: Int32] = [:]
    private var absentCells: [WritType: Int32] = [:]
    private var zoneGroup: Int32?
    private var calendarGroup: Int32?

    private struct RecordReach: Hashable {
        var id: RecordID
        var reach: RowReach
    }

    private struct VariantReach: Hashable {
        var id: VariantID
        var reach: RowReach
    }

    init(_ model: CheckedModel, _ layout: CaseLayout, _ reach: ReachedFacts) {
        self.model = model
        self.layout = layout
        self.reach = reach
    }

    mutating func build(presets: [FactID: Datum]) -> RowParts {
        for fact in model.facts { parts.absent += absent(fact.slot.type, isOptional: fact.slot.isOptional) }
        let fields = facts(presets: presets)
        guard let cells = cells(of: presets), nesting <= Self.deepest else { return parts }
        parts.presets = cells
        parts.facts = addGroup()
        fill(parts.facts, with: fields)
        return parts
    }

    /// The careful reader ends the way down a missing record somewhere; a table is only for models that never get there.
    private static let deepest = 8

    /// How deep records stand in each other without a list between them.
    private var nesting: Int { model.records.indices.map { nesting(of: .record(RecordID($0))) }.max() ?? 0 }

    private func nesting(of type: WritType) -> Int {
        switch type {
        case .record(let id): 1 + (model[id].fields.map { nesting(of: $0.type) }.max() ?? 0)
        case .variant(let id): 1 + (model[id].cases.flatMap(\.fields).map { nesting(of: $0.type) }.max() ?? 0)
        default: 0
        }
    }

    /// The cells that presets fill; nil when one is more than a single quantity.
    private func cells(of presets: [FactID: Datum]) -> [RowPreset]? {
        var cells: [RowPreset] = []
        for (fact, datum) in presets {
            let cell = Int32(layout.facts[fact.index])
            switch datum {
            case .boolean(let truth): cells.append(RowPreset(cell: cell, value: truth ? 1 : 0))
            case .count(let count):
                guard let value = Int64(exactly: count), value != CaseRow.unknown else { return nil }
                cells.append(RowPreset(cell: cell, value: value))
            default: return nil
            }
        }
        return cells
    }

    // MARK: Facts

    /// A field of a group before it is in the table.
    struct Field {
        var name: String
        var place: Int
        var shape: RowShape
        /// The others that documents call the same.
        var twins: [(place: Int, shape: RowShape)] = []
    }

    /// Facts of one name are told by one key: each that is asked for takes its value, and one that is not asked for none.
    private mutating func facts(presets: [FactID: Datum]) -> [Field] {
        var byName: [String: [Int]] = [:]
        for (index, fact) in model.facts.enumerated() { byName[fact.slot.wireName, default: []].append(index) }
        var fields: [Field] = []
        for (name, facts) in byName.sorted(by: { $0.value[0] < $1.value[0] }) {
            let asked = facts.count == 1 ? facts : facts.filter { reach.needs(FactID($0)) }
            var shapes = asked.map { fact in
                (place: layout.facts[fact], shape: shape(ofFact: fact, isPreset: presets[FactID(fact)] != nil))
            }
            if name == "id" { shapes.insert((0, RowShape(kind: .caseName)), at: 0) }
            let first = shapes.isEmpty ? (place: 0, shape: RowShape(kind: .ignored)) : shapes.removeFirst()
            fields.append(Field(name: name, place: first.place, shape: first.shape, twins: shapes))
        }
        if byName["id"] == nil { fields.append(Field(name: "id", place: 0, shape: RowShape(kind: .caseName))) }
        return fields
    }

    private mutating func shape(ofFact index: Int, isPreset: Bool) -> RowShape {
        let slot = model.facts[index].slot
        return shape(slot, slot.type, isPreset ? .nothing : RowReach(reach.facts[FactID(index)]), slot.isOptional)
    }

    // MARK: Types

    private mutating func shape(_ slot: Slot, _ type: WritType, _ reach: RowReach, _ isOptional: Bool) -> RowShape {
        var shape = RowShape(kind: .refused)
        shape.isNeeded = reach.lacks(type, isOptional: isOptional, in: model)
        shape.width = Int32(layout.width(of: type))
        switch type {
        case .boolean: shape.kind = .boolean
        case .number(let scale): (shape.kind, shape.scale) = (.number, Int32(scale))
        case .money(let currency, let scale):
            (shape.kind, shape.scale) = (.money, Int32(scale))
            shape.unit = currency.code.utf8.reversed().reduce(0) { $0 << 8 | Int64($1) }
        case .amount(let kind):
            (shape.kind, shape.scale, shape.unit) = (.amount, Int32(kind.rawValue), slot.unit?.multiplier ?? 0)
        case .text, .message: shape.kind = .text
        case .date: shape.kind = .date
        case .time: shape.kind = .time
        case .instant: shape.kind = .instant
        case .zone: (shape.kind, shape.part) = (.zone, zones())
        case .calendar: (shape.kind, shape.part) = (.calendar, calendars())
        case .variant(let id): (shape.kind, shape.part) = (.variant, variant(id, reach))
        case .record(let id):
            (shape.kind, shape.part, shape.absent) = (.record, record(id, reach), absentCells(of: type))
        case .list(let element):
            (shape.kind, shape.part) = (.list, list(of: element, slot, reach))
        case .quotient, .poison: break
        }
        limit(&shape, to: slot.bounds, of: type.innermost)
        return shape
    }

    private func limit(_ shape: inout RowShape, to bounds: ClosedRange<Int128>?, of type: WritType) {
        var range = Int128(shape.low)...Int128(shape.high)
        if type == .instant { range = Int128(Instant.first.microseconds)...Int128(Instant.last.microseconds) }
        let low = max(range.lowerBound, bounds?.lowerBound ?? range.lowerBound)
        let high = min(range.upperBound, bounds?.upperBound ?? range.upperBound)
        // Nothing lies between bounds that are beyond what a cell holds.
        (shape.low, shape.high) = low <= high ? (Int64(low), Int64(high)) : (1, 0)
    }

    private mutating func record(_ id: RecordID, _ reach: RowReach) -> Int32 {
        let key = RecordReach(id: id, reach: reach)
        if let known = recordGroups[key] { return known }
        let group = addGroup()
        recordGroups[key] = group
        let places = model[id].fields.indices.map { layout.offset(of: $0, in: id) }
        fill(group, with: fields(model[id].fields, places) { reach.below(.field($0)) })
        return group
    }

    private mutating func fields(_ slots: [Slot], _ places: [Int], _ reach: (Int) -> RowReach) -> [Field] {
        var fields: [Field] = []
        for (index, slot) in slots.enumerated() {
            var shape = shape(slot, slot.type, reach(index), slot.isOptional)
            // Nothing says which of two fields of one name is meant.
            if let same = fields.firstIndex(where: { $0.name == slot.wireName }) {
                fields[same].shape.kind = .refused
                shape.kind = .refused
            }
            fields.append(Field(name: slot.wireName, place: places[index], shape: shape))
        }
        return fields
    }

    private mutating func list(of type: WritType, _ slot: Slot, _ reach: RowReach) -> Int32 {
        var element = shape(slot, type, reach.below(.element), false)
        element.absent = absentCells(of: type)
        parts.shapes.append(element)
        return Int32(parts.shapes.count - 1)
    }

    // MARK: Names

    /// The names on the wire go first, as everywhere: a case may have the own name of another on the wire.
    private mutating func variant(_ id: VariantID, _ reach: RowReach) -> Int32 {
        let key = VariantReach(id: id, reach: reach)
        if let known = variantGroups[key] { return known }
        let group = addGroup()
        variantGroups[key] = group
        let cases = model[id].cases
        let parts = cases.indices.map { part(ofCase: $0, id, reach) }
        let names = cases.enumerated().map { ($1.wireName, $0) } + cases.enumerated().map { ($1.name, $0) }
        fill(group, withNames: names) { parts[$0] }
        return group
    }

    private mutating func part(ofCase index: Int, _ id: VariantID, _ reach: RowReach) -> Int32 {
        let slots = model[id].cases[index].fields
        if slots.isEmpty { return -1 }
        let places = slots.indices.map { layout.offset(of: $0, inCase: index, of: id) }
        let group = addGroup()
        fill(group, with: fields(slots, places) { reach.below(.caseField(index, $0)) })
        let cells = slots.flatMap { absent($0.type, isOptional: $0.isOptional) }
        let isNeeded = slots.enumerated().contains {
            reach.below(.caseField(index, $0)).lacks($1.type, isOptional: $1.isOptional, in: model)
        }
        parts.cases.append(
            RowCase(
                fields: group, absent: Int32(parts.absent.count), offset: Int32(places[0]), width: Int32(cells.count),
                isNeeded: isNeeded))
        parts.absent += cells
        return Int32(parts.cases.count - 1)
    }

    private mutating func zones() -> Int32 {
        if let zoneGroup { return zoneGroup }
        let group = addGroup()
        zoneGroup = group
        fill(group, withNames: Zone.names.map { ($0, 0) }) { _ in -1 }
        return group
    }

    private mutating func calendars() -> Int32 {
        if let calendarGroup { return calendarGroup }
        let group = addGroup()
        calendarGroup = group
        fill(group, withNames: model.calendars.enumerated().map { ($1.heading.name, $0) }) { _ in -1 }
        return group
    }

    // MARK: Cells

    /// Where the table has the cells of a required value that is not there, or of a record of which nothing is.
    private mutating func absentCells(of type: WritType) -> Int32 {
        if let known = absentCells[type] { return known }
        let start = Int32(parts.absent.count)
        parts.absent += absent(type, isOptional: false)
        absentCells[type] = start
        return start
    }

    /// The cells of a value that is not there: a required record is one whose fields are not there.
    private func absent(_ type: WritType, isOptional: Bool) -> [Int64] {
        guard !isOptional, case .record(let id) = type else {
            return Array(repeating: CaseRow.unknown, count: layout.width(of: type))
        }
        return [0] + model[id].fields.flatMap { absent($0.type, isOptional: $0.isOptional) }
    }
}
