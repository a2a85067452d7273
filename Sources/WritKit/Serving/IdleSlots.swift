import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Things that nobody uses now, left by threads for whoever comes next.
///
/// Each thread has a slot that it looks into first, so that threads that ask at once do not meet: with one list behind a
/// lock, two threads decided less between them than one alone. Nothing here waits.
final class IdleSlots<Object: AnyObject & Sendable>: Sendable {
    private typealias Slot = Atomic<UnsafeMutableRawPointer?>

    private static var count: Int { 1 << countBits }
    private static var countBits: Int { 6 }
    /// How many slots a cache line has room for; one of them is used, so that neighbours do not share a line.
    private static var spacing: Int { 8 }

    /// What the slots hold is counted as held here.
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<Slot>

    init() {
        slots = .allocate(capacity: Self.count * Self.spacing)
        for index in 0..<Self.count * Self.spacing { (slots + index).initialize(to: Slot(nil)) }
    }

    deinit {
        while take() != nil {}
        slots.deinitialize(count: Self.count * Self.spacing)
        slots.deallocate()
    }

    /// Something that is idle, for the caller alone; nil when nothing is.
    func take() -> Object? {
        let own = Self.ownSlot
        for step in 0..<Self.count {
            let slot = slots + (own ^ step) * Self.spacing
            if step > 0, slot.pointee.load(ordering: .relaxed) == nil { continue }
            if let found = slot.pointee.exchange(nil, ordering: .acquiring) {
                return Unmanaged<Object>.fromOpaque(found).takeRetainedValue()
            }
        }
        return nil
    }

    /// Leaves something for who comes next. When there is no room for it, it goes.
    func leave(_ object: Object) {
        let pointer = Unmanaged.passRetained(object).toOpaque()
        let own = Self.ownSlot
        for step in 0..<Self.count {
            let slot = slots + (own ^ step) * Self.spacing
            if slot.pointee.compareExchange(expected: nil, desired: pointer, ordering: .releasing).exchanged { return }
        }
        Unmanaged<Object>.fromOpaque(pointer).release()
    }

    /// The slot of the calling thread: threads lie pages apart, and near each other.
    private static var ownSlot: Int {
        let thread = withUnsafeBytes(of: pthread_self()) { $0.load(as: UInt.self) }
        let mixed = (thread >> 12) &* 0x9E37_79B9_7F4A_7C15
        return Int(mixed >> (64 - UInt(countBits)))
    }
}
