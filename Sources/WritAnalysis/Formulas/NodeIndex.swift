/// Finds the number of a node by what it says. It keeps digests and not nodes, so that it is small and grows without looking at them.
struct NodeIndex {
    /// Numbers, at the place of their digest or the next free one; −1 where none is. A power of two, at most half of them taken.
    private var slots: [Int32] = Array(repeating: -1, count: 1024)
    /// By number.
    private var digests: [UInt64] = []

    /// The number of the node that has this digest and is the one looked for.
    func find(_ digest: UInt64, where isIt: (Int) -> Bool) -> Int? {
        var place = Int(truncatingIfNeeded: digest) & (slots.count - 1)
        while slots[place] >= 0 {
            let number = Int(slots[place])
            if digests[number] == digest, isIt(number) { return number }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Takes up the next node.
    mutating func append(_ digest: UInt64) {
        digests.append(digest)
        if digests.count * 2 > slots.count {
            slots = Array(repeating: -1, count: slots.count * 2)
            for number in digests.indices { place(number) }
        } else {
            place(digests.count - 1)
        }
    }

    private mutating func place(_ number: Int) {
        var place = Int(truncatingIfNeeded: digests[number]) & (slots.count - 1)
        while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = Int32(number)
    }
}
