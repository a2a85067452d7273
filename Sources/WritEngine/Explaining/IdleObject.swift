import Synchronization

/// A place for one object that nobody uses now. Nothing here waits: who finds it empty makes another.
final class IdleObject<Object: AnyObject & Sendable>: Sendable {
    // What the place holds is counted as held here.
    nonisolated(unsafe) private let place = Atomic<UnsafeMutableRawPointer?>(nil)

    deinit { _ = take() }

    /// The object, for the caller alone; nil when somebody has it.
    func take() -> Object? {
        place.exchange(nil, ordering: .acquiring).map { Unmanaged<Object>.fromOpaque($0).takeRetainedValue() }
    }

    /// Leaves an object for who comes next. Where there is one already, it goes.
    func leave(_ object: Object) {
        let mine = Unmanaged.passRetained(object)
        let (isLeft, _) = place.compareExchange(expected: nil, desired: mine.toOpaque(), ordering: .releasing)
        if !isLeft { mine.release() }
    }
}
