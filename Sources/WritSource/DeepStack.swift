#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Room for deep recursion: a policy may chain thousands of defines, and the threads of a service have small stacks.
public enum DeepStack {
    /// Memory that is set aside, and taken only as far as it is used.
    private static let size = 256 << 20

    /// Runs `work` to its end on a stack of its own; on the caller's where there can be none.
    public static func run<Result>(_ work: () -> Result) -> Result {
        #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
            var result: Result?
            withoutActuallyEscaping({ result = work() }) { escapable in
                if !runOnThread(escapable) { escapable() }
            }
            return result!
        #else
            return work()
        #endif
    }

    /// Runs all of `works` to their ends, at the same time as far as there are threads to be had, each on a stack of its own.
    ///
    /// - Returns: the results, in the order of the works.
    public static func runTogether<Result: Sendable>(_ works: [@Sendable () -> Result]) -> [Result] {
        #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
            nonisolated(unsafe) let results = UnsafeMutablePointer<Result?>.allocate(capacity: works.count)
            results.initialize(repeating: nil, count: works.count)
            defer {
                results.deinitialize(count: works.count)
                results.deallocate()
            }
            let running = works.enumerated().map { index, work in Running { results[index] = work() } }
            for one in running { one.finish() }
            return (0..<works.count).map { results[$0]! }
        #else
            return works.map { $0() }
        #endif
    }

    #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
        /// Whether a thread could be had; it has ended then.
        private static func runOnThread(_ work: @escaping () -> Void) -> Bool {
            let running = Running(work)
            let hasThread = running.thread != nil
            if hasThread { running.finish() } else { running.abandon() }
            return hasThread
        }

        /// Work on a thread of its own, begun as this is made.
        private struct Running {
            private let context: UnsafeMutablePointer<() -> Void>
            /// Nil where there is none to be had.
            let thread: pthread_t?

            init(_ work: @escaping () -> Void) {
                context = .allocate(capacity: 1)
                context.initialize(to: work)
                thread = DeepStack.start(UnsafeMutableRawPointer(context))
            }

            /// Waits for its end; without a thread the work is done here.
            func finish() {
                if let thread { pthread_join(thread, nil) } else { context.pointee() }
                abandon()
            }

            func abandon() {
                context.deinitialize(count: 1)
                context.deallocate()
            }
        }

        fileprivate static func start(_ context: UnsafeMutableRawPointer) -> pthread_t? {
            var attributes = pthread_attr_t()
            guard pthread_attr_init(&attributes) == 0 else { return nil }
            defer { pthread_attr_destroy(&attributes) }
            guard pthread_attr_setstacksize(&attributes, size) == 0 else { return nil }
            #if canImport(Darwin)
                var thread: pthread_t?
            #else
                var thread = pthread_t()
            #endif
            return pthread_create(&thread, &attributes, runWork, context) == 0 ? thread : nil
        }
    #endif
}

#if canImport(Darwin)
    private let runWork: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { context in
        context.assumingMemoryBound(to: (() -> Void).self).pointee()
        return nil
    }
#else
    private let runWork: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        context!.assumingMemoryBound(to: (() -> Void).self).pointee()
        return nil
    }
#endif
