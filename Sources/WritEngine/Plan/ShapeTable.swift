import WritSemantics

/// The shapes of a plan, each once.
public struct ShapeTable: Sendable {
    public private(set) var shapes: [Shape] = []
    private var byType: [WritType: ShapeID] = [:]

    public static let boolean: ShapeID = 0
    public static let integer: ShapeID = 1
    public static let text: ShapeID = 2

    init() {
        shapes = [
            Shape(kind: .boolean, width: 1), Shape(kind: .count(scale: 0), width: 1), Shape(kind: .text, width: 1),
        ]
        byType = [.boolean: Self.boolean, .integer: Self.integer, .text: Self.text]
    }

    public subscript(_ id: ShapeID) -> Shape { shapes[Int(id)] }

    /// Whether there is a list in a value of this shape.
    func holdsLists(_ id: ShapeID) -> Bool {
        switch self[id].kind {
        case .list: true
        case .record(_, let fields): fields.contains { holdsLists($0.shape) }
        case .variant(_, let cases): cases.contains { $0.contains { holdsLists($0.shape) } }
        default: false
        }
    }

    /// The shape of a type. A record that holds itself does so through a list, whose one slot needs no element's width.
    mutating func shape(of type: WritType, in model: CheckedModel) -> ShapeID {
        if let known = byType[type] { return known }
        let id = ShapeID(shapes.count)
        byType[type] = id
        shapes.append(Shape(kind: .boolean, width: 1))
        shapes[Int(id)] = make(type, in: model)
        return id
    }

    private mutating func make(_ type: WritType, in model: CheckedModel) -> Shape {
        switch type {
        case .boolean: return Shape(kind: .boolean, width: 1)
        case .number, .money, .date, .time, .instant, .amount: return Shape(kind: .count(scale: type.scale), width: 1)
        case .text: return Shape(kind: .text, width: 1)
        case .zone: return Shape(kind: .zone, width: 1)
        case .calendar: return Shape(kind: .calendar, width: 1)
        case .message: return Shape(kind: .message, width: 1)
        case .quotient: return Shape(kind: .quotient, width: 3)
        case .list(let element): return Shape(kind: .list(element: shape(of: element, in: model)), width: 1)
        case .record(let id):
            var width = 1
            let fields = parts(model[id].fields, from: &width, in: model)
            return Shape(kind: .record(id, fields: fields), width: width)
        case .variant(let id):
            var width = 1
            let cases = model[id].cases.map { parts($0.fields, from: &width, in: model) }
            return Shape(kind: .variant(id, cases: cases), width: width)
        // Only the elements of an empty list that was written without a type: there are none.
        case .poison: return Shape(kind: .boolean, width: 1)
        }
    }

    private mutating func parts(_ slots: [Slot], from width: inout Int, in model: CheckedModel) -> [Shape.Part] {
        slots.map { slot in
            let id = shape(of: slot.type, in: model)
            defer { width += self[id].width }
            return Shape.Part(offset: width, shape: id, isOptional: slot.isOptional)
        }
    }

    /// The kinds of the slots of a value, one for each.
    func slotKinds(of id: ShapeID) -> [SlotKind] {
        switch self[id].kind {
        case .boolean, .count, .text, .zone, .calendar, .message, .list: [.value(id)]
        case .quotient: [.value(id), .value(Self.integer), .value(Self.integer)]
        case .record(_, let fields): [.value(id)] + fields.flatMap { slotKinds(of: $0.shape) }
        case .variant(_, let cases): [.value(id)] + cases.joined().flatMap { slotKinds(of: $0.shape) }
        }
    }

    /// Whether what one slot holds may be read as the other: all counts are alike, whatever their decimals.
    func agree(_ left: ShapeID, _ right: ShapeID) -> Bool {
        if left == right { return true }
        switch (self[left].kind, self[right].kind) {
        case (.count, .count): return true
        case (.list(let a), .list(let b)): return agree(a, b)
        case (.record(let a, _), .record(let b, _)): return a == b
        case (.variant(let a, _), .variant(let b, _)): return a == b
        default: return self[left].kind == self[right].kind
        }
    }
}

extension ShapeTable {
    /// Whether a value of the shape may have a message in it.
    func holdsMessages(_ id: ShapeID) -> Bool {
        var seen: Set<ShapeID> = []
        var open = [id]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            switch self[next].kind {
            case .message: return true
            case .record(_, let fields): open += fields.map(\.shape)
            case .variant(_, let cases): open += cases.joined().map(\.shape)
            case .list(let element): open.append(element)
            default: break
            }
        }
        return false
    }
}
