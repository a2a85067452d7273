import Synchronization

/// Something that is made at most once for all who need it, and seldom twice.
final class MadeOnce<Object: AnyObject & Sendable>: Sendable {
    // What the place holds is counted as held here.
    nonisolated(unsafe) private let place = Atomic<UnsafeMutableRawPointer?>(nil)

    deinit {
        if let made = place.load(ordering: .acquiring) { Unmanaged<Object>.fromOpaque(made).release() }
    }

    /// Nobody waits for anybody: of two that are made at one time the first to be ready stays.
    func get(_ make: () -> Object) -> Object {
        if let made = place.load(ordering: .acquiring) {
            return Unmanaged<Object>.fromOpaque(made).takeUnretainedValue()
        }
        let mine = Unmanaged.passRetained(make())
        let (isMine, other) = place.compareExchange(
            expected: nil, desired: mine.toOpaque(), ordering: .acquiringAndReleasing)
        if isMine { return mine.takeUnretainedValue() }
        mine.release()
        return Unmanaged<Object>.fromOpaque(other!).takeUnretainedValue()
    }
}
