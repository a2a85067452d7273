#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Pieces of work that one thread hands out and takes back in order, and that others do in between.
///
/// There are as many places as pieces may be under way, so memory does not grow with the work. A place is with the giver,
/// with a worker, or waits for one of them.
final class WorkRing<Piece: AnyObject>: @unchecked Sendable {
    private enum State { case free, filled, working, done }

    private let pieces: [Piece]
    private var states: [State]
    /// The numbers of the piece to be handed out next, to be worked on next, and to be taken back next.
    private var given = 0
    private var begun = 0
    private var taken = 0
    private var isClosed = false
    private var mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ pieces: [Piece]) {
        self.pieces = pieces
        states = pieces.map { _ in .free }
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    private func change(_ body: () -> Void) {
        locked(body)
        pthread_cond_broadcast(changed)
    }

    // MARK: The giver

    /// A free piece, to be filled; nil when all are under way.
    var free: Piece? {
        locked { given - taken < pieces.count ? pieces[given % pieces.count] : nil }
    }

    /// The free piece is filled.
    func give() {
        change {
            states[given % pieces.count] = .filled
            given += 1
        }
    }

    /// The oldest piece that is under way, if it is done; nil also when none is under way.
    ///
    /// - Parameter waits: whether to wait until it is.
    func oldestDone(waits: Bool) -> Piece? {
        locked {
            guard taken < given else { return nil }
            while states[taken % pieces.count] != .done {
                if !waits { return nil }
                pthread_cond_wait(changed, mutex)
            }
            return pieces[taken % pieces.count]
        }
    }

    /// The oldest piece is free again.
    func takeBack() {
        change {
            states[taken % pieces.count] = .free
            taken += 1
        }
    }

    /// Nothing more comes: workers go home.
    func close() { change { isClosed = true } }

    // MARK: The workers

    /// Works on pieces until the ring is closed.
    func work(_ body: (Piece) -> Void) {
        while let number = next() {
            body(pieces[number % pieces.count])
            change { states[number % pieces.count] = .done }
        }
    }

    private func next() -> Int? {
        locked {
            while begun == given {
                if isClosed { return nil }
                pthread_cond_wait(changed, mutex)
            }
            if isClosed { return nil }
            defer { begun += 1 }
            states[begun % pieces.count] = .working
            return begun
        }
    }
}
