import Synchronization

/// A value that threads take turns with.
///
/// A `Mutex`, and an atomic that is written at the end of each turn and read at the start of the next. The mutex alone is
/// enough for the program; but on Linux it waits inside the system's own library, where the thread sanitizer does not look,
/// and which would see a race in every turn.
struct Guarded<Value: Sendable>: ~Copyable, Sendable {
    private let mutex: Mutex<Value>
    private let turn = Atomic(0)

    init(_ value: Value) { mutex = Mutex(value) }

    borrowing func withLock<Result: Sendable, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try mutex.withLock { value throws(Failure) in
            let number = turn.load(ordering: .acquiring)
            defer { turn.store(number &+ 1, ordering: .releasing) }
            return try body(&value)
        }
    }
}
