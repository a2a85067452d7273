import WritSemantics

/// Lists, and how many elements they have: that must be known before the first is read, so that they lie side by side.
extension RowWalk {
    mutating func list(_ shape: UnsafePointer<RowShape>, at place: Place) -> Bool {
        guard depth < deepest, accept("[") else { return false }
        depth += 1
        defer { depth -= 1 }
        let element = table.shapes + Int(shape.pointee.part)
        let width = Int(element.pointee.width)
        guard let elements = countElements(), let start = reserve(elements * width) else { return false }
        for index in 0..<elements {
            if index > 0, !accept(",") { return false }
            guard self.element(element, at: Place(isInArena: true, offset: start + index * width)) else { return false }
        }
        pointer(place).pointee = CaseRow.run(start: start, count: elements)
        end = position + 1
        return accept("]")
    }

    private mutating func reserve(_ count: Int) -> Int? {
        let row = row.takeUnretainedValue()
        guard row.arenaCount + count <= Self.mostCells else { return nil }
        let start = row.reserve(count)
        arena = row.arena
        return start
    }

    /// An element that is `null` is there, and unknown.
    private mutating func element(_ shape: UnsafePointer<RowShape>, at place: Place) -> Bool {
        pointer(place).update(from: table.absent + Int(shape.pointee.absent), count: Int(shape.pointee.width))
        return value(shape, at: place, 0)
    }

    /// How many elements are in the list whose opening bracket was just read; nil when it is never closed.
    private func countElements() -> Int? {
        var (token, open, elements) = (token, 0, 1)
        if bytes[Int(positions[token])] == UInt8(ascii: "]") { return 0 }
        while true {
            let position = Int(positions[token])
            if position >= count { return nil }
            switch bytes[position] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if open == 0 { return elements }
                open -= 1
            case UInt8(ascii: ","): elements += open == 0 ? 1 : 0
            default: break
            }
            token += 1
        }
    }
}
