import Glibc

/// Work on a thread of its own. Tasks would do, but their threads are as many as cores, and a machine with two would never
/// let all of them meet.
///
/// Unchecked, because the compiler cannot see that what a thread found is read only once it has ended.
final class Worker: @unchecked Sendable {
    private let work: @Sendable () -> Findings
    private var findings = Findings()
    private var thread = pthread_t()

    init(_ work: @escaping @Sendable () -> Findings) { self.work = work }

    /// Does all the work at once, and gathers what was found.
    static func run(_ works: [@Sendable () -> Findings]) -> Findings {
        let workers = works.map(Worker.init)
        for worker in workers { worker.start() }
        return workers.reduce(into: Findings()) { $0.add($1.joined()) }
    }

    private func start() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let status = pthread_create(
            &thread, nil,
            { context in
                let worker = Unmanaged<Worker>.fromOpaque(context!).takeUnretainedValue()
                worker.findings = worker.work()
                return nil
            }, context)
        precondition(status == 0, "no thread could be had")
    }

    private func joined() -> Findings {
        pthread_join(thread, nil)
        return findings
    }
}

/// What a thread found: how many answers it had, those that were wrong, and the versions that gave them.
struct Findings {
    var answers = 0
    var wrong: [String] = []
    var seen: Set<String> = []

    mutating func add(_ other: Findings) {
        answers += other.answers
        wrong += other.wrong
        seen.formUnion(other.seen)
    }
}
