#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program `z3` on this machine.
struct SolverLocation: Hashable, Sendable {
    var path: String

    /// Why there is none.
    enum Absence: Error, Hashable, CustomStringConvertible {
        case turnedOff
        case notOnPath
        case notExecutable(String)

        var description: String {
            switch self {
            case .turnedOff: "\(SolverLocation.variable) is none"
            case .notOnPath: "z3 is not on the PATH"
            case .notExecutable(let path): "\(SolverLocation.variable) names \(path), which cannot be run"
            }
        }
    }

    /// The environment variable that names another program, by its path or its name on the PATH, or `none`.
    static let variable = "WRIT_SOLVER"

    /// Looks in the environment, by default that of the process.
    static func find(
        in environment: (String) -> String? = SolverLocation.environment
    ) throws(Absence) -> SolverLocation {
        let wish = environment(variable) ?? ""
        if wish == "none" { throw .turnedOff }
        if wish.contains("/") {
            guard isProgram(wish) else { throw .notExecutable(wish) }
            return SolverLocation(path: wish)
        }
        let name = wish.isEmpty ? "z3" : wish
        for folder in (environment("PATH") ?? "").split(separator: ":") where isProgram("\(folder)/\(name)") {
            return SolverLocation(path: "\(folder)/\(name)")
        }
        throw wish.isEmpty ? .notOnPath : .notExecutable(wish)
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        return access(path, X_OK) == 0
    }
}
