import WritSemantics
import WritValues

/// Keys, and texts that name something: the cases of variants, calendars and zones.
extension RowWalk {
    /// The entry of a group that the text at the next token names, -1 for none: the one that it was last time, or the next in
    /// the table, or one found by its hash.
    @inline(__always)
    mutating func find(in group: RowGroup, _ guess: UnsafeMutablePointer<Int32>) -> Int32 {
        let start = position
        let entry = guess.pointee
        if bytes[start] == UInt8(ascii: "\""), entry >= 0, isNamed(entry, start &+ 1) { return entry }
        return search(group, guess, start)
    }

    private mutating func search(_ group: RowGroup, _ guess: UnsafeMutablePointer<Int32>, _ start: Int) -> Int32 {
        let entry = lookUp(group, start)
        if entry >= 0 { guess.pointee = entry }
        return entry
    }

    /// The entry that the text at `start` names, by its hash; -1 for none.
    @inline(__always)
    private func lookUp(_ group: RowGroup, _ start: Int) -> Int32 {
        guard bytes[start] == UInt8(ascii: "\""), let length = plainLength(start &+ 1) else { return -1 }
        var bucket = Int32(truncatingIfNeeded: RowName.hash(bytes + (start &+ 1), length)) & group.mask
        while true {
            let entry = table.buckets[Int(group.buckets &+ bucket)]
            if entry < 0 || isNamed(entry, start &+ 1) { return entry }
            bucket = (bucket &+ 1) & group.mask
        }
    }

    @inline(__always)
    private func isNamed(_ entry: Int32, _ start: Int) -> Bool {
        table.entries[Int(entry)].name.isAt(bytes + start, room: count &- start, names: table.names)
    }

    /// How many bytes are before the closing mark; nil when there is none.
    @inline(__always)
    private func plainLength(_ start: Int) -> Int? {
        var end = start
        while end < count {
            let found = RowName.marks(UInt8(ascii: "\""), in: RowName.load(bytes + end))
            if found != 0 { return end &+ found.trailingZeroBitCount &>> 3 &- start }
            end &+= 8
        }
        return nil
    }

    /// Finds the entry that the text at `start` names, and goes past the text. Which one it is, is not guessed: other than
    /// keys, values seldom repeat.
    @inline(__always)
    private mutating func named(_ part: Int32, _ start: Int) -> UnsafePointer<RowEntry>? {
        let entry = lookUp(table.groups[Int(part)], start)
        if entry < 0 { return nil }
        end = start &+ Int(table.entries[Int(entry)].name.count) &+ 2
        return table.entries + Int(entry)
    }

    @inline(__always)
    mutating func calendar(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        named(shape.pointee.part, start).map { Int64($0.pointee.place) } ?? CaseRow.unknown
    }

    /// A case given by its name alone, where that is enough. A case with fields has more cells than one.
    @inline(__always)
    mutating func plainCase(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64? {
        guard let entry = named(shape.pointee.part, start) else { return CaseRow.unknown }
        return entry.pointee.fields < 0 ? Int64(entry.pointee.place) : nil
    }

    // MARK: Variants

    /// The name of a case with fields, or `{"refund": {"amount": 12.00}}`.
    mutating func variant(_ shape: UnsafePointer<RowShape>, at place: Place) -> Bool {
        let isObject = bytes[position] == UInt8(ascii: "{")
        guard depth < deepest - 1, !isObject || accept("{"), let entry = named(shape.pointee.part, position) else {
            return false
        }
        token += 1
        pointer(place).pointee = Int64(entry.pointee.place)
        depth += 1
        defer { depth -= 1 }
        if isObject {
            guard accept(":"), fields(entry, at: place) else { return false }
            end = position + 1
            return accept("}")
        }
        return absentFields(entry, at: place) && isEnded
    }

    private mutating func fields(_ entry: UnsafePointer<RowEntry>, at place: Place) -> Bool {
        if bytes[position] == UInt8(ascii: "n") {
            guard isWord("null", at: position), absentFields(entry, at: place) else { return false }
            end = position + 4
            token += 1
            return isEnded
        }
        guard bytes[position] == UInt8(ascii: "{") else { return false }
        guard entry.pointee.fields >= 0 else {
            token += 1
            end = position + 1
            return accept("}")
        }
        let part = table.cases[Int(entry.pointee.fields)]
        fillAbsent(part, at: place)
        return group(part.fields, at: place)
    }

    private mutating func absentFields(_ entry: UnsafePointer<RowEntry>, at place: Place) -> Bool {
        guard entry.pointee.fields >= 0 else { return true }
        let part = table.cases[Int(entry.pointee.fields)]
        fillAbsent(part, at: place)
        return !part.isNeeded
    }

    private func fillAbsent(_ part: RowCase, at place: Place) {
        (pointer(place) + Int(part.offset)).update(from: table.absent + Int(part.absent), count: Int(part.width))
    }

    // MARK: Zones

    /// One of the names of the tz database, or an offset such as `+08:00`.
    mutating func zone(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        guard bytes[start] == UInt8(ascii: "\"") else { return CaseRow.unknown }
        if named(shape.pointee.part, start) == nil {
            guard plainLength(start &+ 1) == 6,
                bytes[start + 1] == UInt8(ascii: "+") || bytes[start + 1] == UInt8(ascii: "-")
            else { return CaseRow.unknown }
            let name = String(decoding: UnsafeBufferPointer(start: bytes + start + 1, count: 6), as: UTF8.self)
            guard Zone.named(name) != nil else { return CaseRow.unknown }
            end = start + 8
        }
        return number(of: UnsafeBufferPointer(start: bytes + start + 1, count: end - start - 2))
    }
}
