import Glibc
import WritKit

/// A folder for the files of one example, gone when the last user is.
public final class ScratchFolder: Sendable {
    public let path: String

    public init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/writ-page-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) != nil else {
            throw ScratchFailure(reason: "cannot make a folder in \(parent)")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Writes a file, and the folders that its name goes through.
    public func write(_ bytes: [UInt8], to name: String) throws {
        var folder = path
        for step in name.split(separator: "/").dropLast() {
            folder = FilePath.join(folder, String(step))
            try FileSystem.makeFolder(folder)
        }
        try FileSystem.write(bytes, to: FilePath.join(path, name))
    }

    private static func remove(_ path: String) {
        if FileSystem.isFolder(path) {
            for name in (try? FileSystem.names(in: path)) ?? [] { remove(FilePath.join(path, name)) }
        }
        Glibc.remove(path)
    }
}

public struct ScratchFailure: Error {
    public let reason: String
}
