import WritKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder with files that is gone when the test is over.
final class AnalysisFolder {
    let path: String

    init(_ files: [String: String]) throws {
        var template = Array("/tmp/writ-analysis-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileFailure(path: "/tmp", reason: "no temporary folder") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, text) in files {
            var folder = path
            for step in name.split(separator: "/").dropLast() {
                folder += "/" + step
                try FileSystem.makeFolder(folder)
            }
            try FileSystem.write(Array(text.utf8), to: path + "/" + name)
        }
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        guard FileSystem.isFolder(path) else { return _ = unlink(path) }
        for name in (try? FileSystem.names(in: path)) ?? [] { remove(path + "/" + name) }
        rmdir(path)
    }
}
