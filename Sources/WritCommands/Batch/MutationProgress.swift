/// A bar that several threads move, one at a time: who calls holds a lock.
final class MutationProgress: @unchecked Sendable {
    private let progress: Progress

    init(_ progress: Progress) { self.progress = progress }

    func step(_ count: Int) { progress.step(count) }
    func finish() { progress.finish() }
}
