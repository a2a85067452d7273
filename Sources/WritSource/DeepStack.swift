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
    public static func run<Result>(_ work: () -> Result) -> Result { run(work, beside: {}).0 }

    /// Runs `work` to its end on a stack of its own, and `other` meanwhile on the caller's; where there can be none, one after the other.
    ///
    /// Neither may change what the other looks at.
    public static func run<Result, Other>(_ work: () -> Result, beside other: () -> Other) -> (Result, Other) {
        #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
            var result: Result?
            var otherResult: Other?
            withoutActuallyEscaping({ result = work() }) { escapable in
                let isDone = runOnThread(escapable) { otherResult = other() }
                if !isDone { escapable() }
            }
            return (result!, otherResult ?? other())
        #else
            return (work(), other())
        #endif
    }

    #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
        /// Whether a thread could be had; it has ended then.
        private static func runOnThread(_ work: @escaping () -> Void, meanwhile other: () -> Void) -> Bool {
            let context = UnsafeMutablePointer<() -> Void>.allocate(capacity: 1)
            context.initialize(to: work)
            defer {
                context.deinitialize(count: 1)
                context.deallocate()
            }
            guard let thread = start(UnsafeMutableRawPointer(context)) else { return false }
            other()
            pthread_join(thread, nil)
            return true
        }

        private static func start(_ context: UnsafeMutableRawPointer) -> pthread_t? {
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
