#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of nobody else's that is gone with everything in it when it is no longer held.
final class PassingFolder {
    let path: String

    init() throws(FileFailure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array(FilePath.join(parent, "writ-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .last(parent) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Writes a file, in folders that are made for it.
    func write(_ bytes: [UInt8], to name: String) throws(FileFailure) {
        var folder = path
        for step in name.split(separator: "/").dropLast() {
            folder += "/" + step
            try FileSystem.makeFolder(folder)
        }
        try FileSystem.write(bytes, to: path + "/" + name)
    }

    private static func remove(_ path: String) {
        guard FileSystem.isFolder(path) else {
            unlink(path)
            return
        }
        for name in (try? FileSystem.names(in: path)) ?? [] { remove(path + "/" + name) }
        rmdir(path)
    }
}
