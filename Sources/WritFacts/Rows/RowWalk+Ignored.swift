import WritSemantics

/// Values that no fact takes: those of a key which only policies that are not asked for know. They must be right as JSON.
extension RowWalk {
    mutating func ignored() -> Bool {
        let start = position
        switch bytes[start] {
        case UInt8(ascii: "\""): if text(at: start) == nil { return false }
        case UInt8(ascii: "t"), UInt8(ascii: "f"): if truth(start) == CaseRow.unknown { return false }
        case UInt8(ascii: "n"):
            if !isWord("null", at: start) { return false }
            end = start + 4
        case UInt8(ascii: "["): return ignoredList()
        case UInt8(ascii: "{"): return ignoredObject()
        default: if digits(start) == nil { return false }
        }
        token += 1
        return isEnded
    }

    private mutating func ignoredList() -> Bool {
        guard depth < deepest, accept("[") else { return false }
        depth += 1
        defer { depth -= 1 }
        if bytes[position] != UInt8(ascii: "]") {
            repeat { if !ignored() { return false } } while accept(",")
        }
        end = position + 1
        return accept("]")
    }

    private mutating func ignoredObject() -> Bool {
        guard depth < deepest, accept("{") else { return false }
        depth += 1
        defer { depth -= 1 }
        if bytes[position] != UInt8(ascii: "}") {
            guard withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.mostKeys, { ignoredEntries($0) }) else {
                return false
            }
        }
        end = position + 1
        return accept("}")
    }

    /// Each key is compared with all before it, so there may not be many.
    private static let mostKeys = 32

    private mutating func ignoredEntries(_ keys: UnsafeMutableBufferPointer<Int>) -> Bool {
        var count = 0
        repeat {
            let start = position
            guard count < keys.count, isPlainKey(start) else { return false }
            for key in keys[..<count] where isSameKey(key, start) { return false }
            keys[count] = start
            count += 1
            token += 1
            guard accept(":"), ignored() else { return false }
        } while accept(",")
        return true
    }

    /// Whether a key is in ASCII and without escapes: then it is equal to no key of other bytes.
    private func isPlainKey(_ start: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "\"") else { return false }
        var end = start + 1
        while bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] >= 0x80 || bytes[end] == UInt8(ascii: "\\") || end >= count { return false }
            end += 1
        }
        return true
    }

    private func isSameKey(_ one: Int, _ other: Int) -> Bool {
        var length = 1
        while bytes[one + length] == bytes[other + length] {
            if bytes[one + length] == UInt8(ascii: "\"") { return true }
            length += 1
        }
        return false
    }
}
