#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A thread of the system that runs one piece of work to its end.
final class WorkerThread {
    private var thread: pthread_t
    private let work: Unmanaged<Work>

    private final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts the work; nil when there can be no thread.
    init?(_ run: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(run))
        #if canImport(Darwin)
            var started: pthread_t?
            let result = pthread_create(&started, nil, { WorkerThread.run($0) }, work.toOpaque())
        #else
            var started = pthread_t()
            let result = pthread_create(&started, nil, { WorkerThread.run($0!) }, work.toOpaque())
        #endif
        guard result == 0 else {
            work.release()
            return nil
        }
        #if canImport(Darwin)
            thread = started!
        #else
            thread = started
        #endif
        self.work = work
    }

    private static func run(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run()
        return nil
    }

    /// Waits for the end of the work. To be called once.
    func join() {
        pthread_join(thread, nil)
        work.release()
    }
}
