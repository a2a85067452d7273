#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or folder that could not be read or written.
public struct FileFailure: Error, Sendable, Hashable {
    /// The path as it was asked for.
    public let path: String
    /// What the system says of it.
    public let reason: String

    /// - Parameter reason: what to say behind the path.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The failure that the system has just reported in `errno`.
    static func last(_ path: String) -> FileFailure {
        FileFailure(path: path, reason: String(cString: strerror(errno)))
    }

    /// The path and what the system says of it, for a person.
    public var message: String { "`\(path)`: \(reason)" }
}
