import WritSemantics

/// The temporaries of a block, used again when the scope that took them has ended. Each keeps its kind for ever, so
/// that the verifier knows what a slot holds wherever it is read.
struct SlotPool {
    private var free: [SlotKind: [Int32]] = [:]
    private var taken: [(slot: Int32, kind: SlotKind)] = []

    /// What is taken after a mark is free again after `release(to:)` with it.
    var mark: Int { taken.count }

    mutating func take(_ kind: SlotKind) -> Int32? {
        guard let slot = free[kind]?.popLast() else { return nil }
        taken.append((slot, kind))
        return slot
    }

    mutating func add(_ slot: Int32, _ kind: SlotKind) { taken.append((slot, kind)) }

    mutating func release(to mark: Int) {
        for (slot, kind) in taken[mark...] { free[kind, default: []].append(slot) }
        taken.removeSubrange(mark...)
    }
}
