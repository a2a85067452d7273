#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A repository of `git` in the folder of a test.
struct TestRepository {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Commits everything in the folder. False where there is no `git` to test with.
    func begin() throws -> Bool {
        guard run(["init", "-q", path]) else { return false }
        let author = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
        return run(["-C", path, "add", "-A"]) && run(["-C", path] + author + ["commit", "-q", "-m", "Begin"])
    }

    private func run(_ arguments: [String]) -> Bool {
        let words = (["git"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "git", nil, nil, words, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        return status == 0
    }
}
