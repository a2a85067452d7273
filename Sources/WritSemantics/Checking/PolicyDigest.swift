import WritSource
import WritValues

/// The fingerprint of everything that was read: the same files have the same one, wherever their folder is.
struct PolicyDigest: Sendable {
    /// What goes into it, in order.
    private var files: [(name: String, file: SourceFile)] = []

    /// That of the policies, then of their tables, both in path order.
    init(of units: [PolicyUnit], tables: [SourceFile]) {
        files = units.map { ($0.policyName ?? Self.baseName($0.file), $0.file) }
        files += tables.sorted { $0.path < $1.path }.map { (Self.baseName($0), $0) }
    }

    /// Of each file the name, a zero byte, the length in decimal, a zero byte, the bytes.
    var text: String {
        var hash = SHA256()
        for (name, file) in files {
            hash.update(name.utf8)
            hash.update([0])
            hash.update(String(file.bytes.count).utf8)
            hash.update([0])
            hash.update(file.bytes)
        }
        return hash.hexDigest()
    }

    private static func baseName(_ file: SourceFile) -> String {
        file.path.split(separator: "/").last.map(String.init) ?? file.path
    }
}
