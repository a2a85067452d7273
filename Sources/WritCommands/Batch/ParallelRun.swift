import Synchronization

/// Does pieces of work that are independent of each other, on as many threads as the machine has processors.
final class ParallelRun<Result: Sendable>: Sendable {
    private let count: Int
    private let work: @Sendable (Int) -> Result
    private let next = Atomic(0)
    private let state: Mutex<State>

    private struct State: Sendable {
        var results: [Result?]
        var done = 0
    }

    init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.work = work
        state = Mutex(State(results: Array(repeating: nil, count: count)))
    }

    /// The results, in the order of the pieces, whichever was done first.
    ///
    /// - Parameter progress: moved by this thread only.
    func run(_ progress: Progress) -> [Result] {
        let threads = (1..<max(1, min(count, Processors.count))).compactMap { _ in WorkerThread { self.run { _ in } } }
        var shown = 0
        run { done in
            progress.step(done - shown)
            shown = done
        }
        for thread in threads { thread.join() }
        return state.withLock { $0.results.compactMap(\.self) }
    }

    private func run(_ tell: (Int) -> Void) {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let result = work(index)
            let done = state.withLock { state in
                state.results[index] = result
                state.done += 1
                return state.done
            }
            tell(done)
        }
    }
}
