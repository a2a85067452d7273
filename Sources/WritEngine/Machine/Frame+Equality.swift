import WritSemantics
import WritValues

/// What an equality comes to.
enum Equality {
    case equal, different
    case unknown(UInt32)
}

extension Frame {
    /// Part by part: different if one part is for certain, else unknown if one is, else equal.
    mutating func equality(_ left: Cells, _ leftShape: ShapeID, _ right: Cells, _ rightShape: ShapeID) -> Equality {
        let state = causes.merge(left.states.pointee, right.states.pointee)
        if state != 0 { return .unknown(state) }
        let (a, b) = (left.values.pointee, right.values.pointee)
        let (mine, theirs) = (plan.plan.shapes[leftShape].kind, plan.plan.shapes[rightShape].kind)
        switch (mine, theirs) {
        case (.count(let scale), .count(let other)):
            return Exact.compare(a.count, scale: scale, with: b.count, scale: other) == 0 ? .equal : .different
        case (.record(_, let fields), .record(_, let others)): return equality(left, fields, right, others)
        case (.variant(_, let cases), .variant(_, let others)):
            if a.tag != b.tag { return .different }
            guard cases.indices.contains(a.tag) else { return .equal }
            return equality(left, cases[a.tag], right, others[a.tag])
        case (.list(let element), .list(let other)): return equality(a, element, b, other)
        case (.message, .message): return message(a) == message(b) ? .equal : .different
        case (.quotient, .quotient): return ratio(left).compared(with: ratio(right)) == 0 ? .equal : .different
        default: return a.tag == b.tag ? .equal : .different
        }
    }

    private mutating func equality(
        _ left: Cells, _ parts: [Shape.Part], _ right: Cells, _ others: [Shape.Part]
    ) -> Equality {
        var state: UInt32 = 0
        for index in parts.indices {
            let part = equality(
                left.advanced(by: parts[index].offset), parts[index].shape, right.advanced(by: others[index].offset),
                others[index].shape)
            switch part {
            case .different: return .different
            case .unknown(let cause): state = causes.merge(state, cause)
            case .equal: break
            }
        }
        return state == 0 ? .equal : .unknown(state)
    }

    private mutating func equality(_ left: Value, _ shape: ShapeID, _ right: Value, _ other: ShapeID) -> Equality {
        if left.length != right.length { return .different }
        let (width, otherWidth) = (plan.plan.shapes[shape].width, plan.plan.shapes[other].width)
        guard arena.holds(left, width: width), arena.holds(right, width: otherWidth) else { return .different }
        var state: UInt32 = 0
        for index in 0..<left.length {
            let element = equality(
                arena.cells(at: left.start + index * width), shape, arena.cells(at: right.start + index * otherWidth),
                other)
            switch element {
            case .different: return .different
            case .unknown(let cause): state = causes.merge(state, cause)
            case .equal: break
            }
        }
        return state == 0 ? .equal : .unknown(state)
    }

    /// Whether a list has an element that is equal: true for one is true, unknown for one is unknown.
    mutating func membership(_ sought: Cells, _ shape: ShapeID, of run: Value, _ element: ShapeID) -> Equality {
        let width = plan.plan.shapes[element].width
        guard arena.holds(run, width: width) else { return .different }
        var state: UInt32 = 0
        for index in 0..<run.length {
            switch equality(sought, shape, arena.cells(at: run.start + index * width), element) {
            case .equal: return .equal
            case .unknown(let cause): state = causes.merge(state, cause)
            case .different: break
            }
        }
        return state == 0 ? .different : .unknown(state)
    }

    /// A quotient in its three slots.
    func ratio(_ cells: Cells) -> Ratio {
        let scales = cells.values[2].tag & 4095
        let divisor = cells.values[1].count
        return Ratio(cells.values[0].count, scale: scales / 64, over: divisor == 0 ? 1 : divisor, scale: scales % 64)
    }
}
