#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that is run to its end, without a shell, its streams being files: neither waits for the other.
struct ChildProcess {
    /// What became of it: its exit code, and what it wrote.
    struct Result {
        var code: Int32
        var output: [UInt8]
        var error: String
    }

    /// Runs a program found on the path.
    ///
    /// - Parameters:
    ///   - input: a file to read from; nothing where it is nil.
    ///   - folder: where what it writes is kept until it is read.
    static func run(
        _ program: String, _ arguments: [String], input: String? = nil, in folder: String
    ) throws(FileFailure) -> Result {
        let (output, error) = (FilePath.join(folder, "output"), FilePath.join(folder, "error"))
        let child = try spawn(program, arguments, [input ?? "/dev/null", output, error])
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 {
            if errno != EINTR { throw .last(program) }
        }
        // What a signal ended is no success.
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
        return Result(
            code: code, output: try FileSystem.read(output),
            error: String(decoding: try FileSystem.read(error), as: UTF8.self))
    }

    private static func spawn(
        _ program: String, _ arguments: [String], _ streams: [String]
    ) throws(FileFailure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, streams[0], O_RDONLY, 0)
        for (descriptor, path) in [(Int32(1), streams[1]), (2, streams[2])] {
            posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let settings = environment().map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        var child: pid_t = 0
        let result = posix_spawnp(&child, program, &actions, nil, words, settings)
        guard result == 0 else { throw FileFailure(path: program, reason: String(cString: strerror(result))) }
        return child
    }

    /// What a program needs to be found and to find its settings; not what a surrounding `git` tells its hooks, which is about another
    /// index and another folder.
    private static func environment() -> [String] {
        let names = [
            "PATH", "HOME", "USER", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "XDG_CONFIG_HOME",
            "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
        ]
        return names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } } + ["LC_ALL=C"]
    }
}
