import WritSource
import WritValues

/// The fingerprint of everything that was read: the same files have the same one, wherever their folder is.
struct PolicyDigest {
    private var hash = SHA256()

    /// The name, a zero byte, the length in decimal, a zero byte, the bytes.
    mutating func add(_ name: String, _ file: SourceFile) {
        hash.update(name.utf8)
        hash.update([0])
        hash.update(String(file.bytes.count).utf8)
        hash.update([0])
        hash.update(file.bytes)
    }

    var text: String { hash.hexDigest() }

    /// The digest of the policies, then of their tables, both in path order.
    static func digest(of units: [PolicyUnit], tables: [SourceFile]) -> String {
        var digest = PolicyDigest()
        for unit in units { digest.add(unit.policyName ?? baseName(unit.file), unit.file) }
        for table in tables.sorted(by: { $0.path < $1.path }) { digest.add(baseName(table), table) }
        return digest.text
    }

    private static func baseName(_ file: SourceFile) -> String {
        file.path.split(separator: "/").last.map(String.init) ?? file.path
    }
}
