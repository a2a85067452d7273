import Synchronization
import WritKit

/// Tries all mutants of a policy, on several threads.
final class MutationRun: Sendable {
    private let tester: MutationTester
    private let next = Atomic(0)
    private let state: Mutex<State>

    private struct State: Sendable {
        var results: [MutantResult?]
        var done = 0
        /// Called with how many more are done.
        var step: @Sendable (Int) -> Void
    }

    init(_ tester: MutationTester, step: @escaping @Sendable (Int) -> Void) {
        self.tester = tester
        state = Mutex(State(results: Array(repeating: nil, count: tester.mutants.count), step: step))
    }

    /// The results, in the order of the mutants, whichever thread was first.
    func run(jobs: Int) -> [MutantResult] {
        let threads = (1..<max(1, jobs)).compactMap { _ in WorkerThread { self.work() } }
        work()
        for thread in threads { thread.join() }
        return state.withLock { $0.results.compactMap(\.self) }
    }

    private func work() {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < tester.mutants.count else { return }
            let result = tester.result(of: tester.mutants[index])
            state.withLock { state in
                state.results[index] = result
                state.step(1)
            }
        }
    }
}
