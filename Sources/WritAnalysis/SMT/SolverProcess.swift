#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that reads commands and writes answers, as a child of this process.
///
/// Its input and output are one socket rather than two pipes: writing to a child that has gone is then an error to be handled, and not a
/// signal that ends the program. Nothing that the child does or fails to do holds up the parent for longer than its patience. For one thread.
final class SolverProcess {
    let child: pid_t
    /// Our end of the socket.
    let socket: Int32
    let patience: Duration
    var fences = 0

    /// Starts a program.
    ///
    /// - Parameter patience: how long an answer may take on the clock, the last resort against a child that hangs.
    init(path: String, arguments: [String], patience: Duration) throws(SolverFailure) {
        let ends = try SolverProcess.socketPair()
        defer { close(ends.child) }
        do throws(SolverFailure) {
            child = try SolverProcess.spawn(path, arguments, socket: ends.child)
        } catch {
            close(ends.parent)
            throw error
        }
        socket = ends.parent
        self.patience = patience
    }

    deinit {
        close(socket)
        kill(child, SIGKILL)
        // Killed, it ends at once; without this it would stay as a zombie.
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
    }

    /// A socket whose ends no other child inherits, ours without blocking.
    private static func socketPair() throws(SolverFailure) -> (parent: Int32, child: Int32) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin)
            let result = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
        #else
            let result = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends)
        #endif
        guard result == 0 else { throw .notStarted(message(errno)) }
        #if canImport(Darwin)
            var yes: Int32 = 1
            setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #endif
        _ = fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK)
        return (ends[0], ends[1])
    }

    private static func spawn(_ path: String, _ arguments: [String], socket: Int32) throws(SolverFailure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, 0)
        posix_spawn_file_actions_adddup2(&actions, socket, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let settings = environment().map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, path, &actions, nil, words, settings)
        guard result == 0 else { throw .notStarted(message(result)) }
        return child
    }

    /// What a program needs to find its libraries, and nothing that could change its answers.
    private static func environment() -> [String] {
        ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"].compactMap { name in
            SolverLocation.environment(name).map { "\(name)=\($0)" }
        } + ["LC_ALL=C"]
    }

    static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
