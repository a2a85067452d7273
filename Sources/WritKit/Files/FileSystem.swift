#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few things Writ asks of the file system.
public enum FileSystem {
    /// No policy, table or facts file that is read whole is larger.
    public static let maxBytes = 256 << 20

    /// All bytes of a file.
    public static func read(_ path: String) throws(FileFailure) -> [UInt8] {
        if isFolder(path) { throw FileFailure(path: path, reason: "is a folder") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        defer { close(descriptor) }
        return try readAll(descriptor, path)
    }

    /// All bytes of a plain file. Pipes and devices, which may never end, are not read, and opening one does not wait.
    public static func readPlain(_ path: String) throws(FileFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last(path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return try readAll(descriptor, path)
        case S_IFDIR: throw FileFailure(path: path, reason: "is a folder")
        default: throw FileFailure(path: path, reason: "is a pipe or a device, and no plain file")
        }
    }

    /// The folder that relative paths count from.
    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// What is left to read of an open descriptor, such as standard input.
    public static func readAll(_ descriptor: Int32, _ path: String) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Self.read(descriptor, into: &buffer)
            if count == 0 { return bytes }
            if count < 0 { throw .last(path) }
            bytes += buffer[..<count]
            if bytes.count > maxBytes { throw FileFailure(path: path, reason: "has more than \(maxBytes >> 20) MB") }
        }
    }

    private static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                #if canImport(Darwin)
                    Darwin.read(descriptor, bytes.baseAddress, bytes.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, bytes.baseAddress, bytes.count)
                #else
                    Glibc.read(descriptor, bytes.baseAddress, bytes.count)
                #endif
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Writes a file, in place of what was there.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        guard let file = fopen(path, "wb") else { throw .last(path) }
        let written = fwrite(bytes, 1, bytes.count, file)
        let isClosed = fclose(file) == 0
        guard written == bytes.count, isClosed else { throw .last(path) }
    }

    /// Makes a folder in one that exists; nothing happens if it is there already.
    ///
    /// - Throws: ``FileFailure`` when it cannot be made.
    public static func makeFolder(_ path: String) throws(FileFailure) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(path) }
    }

    /// Whether a file, a folder or anything else has this path.
    public static func exists(_ path: String) -> Bool { kind(path) != nil }

    /// Whether the path leads to a folder, links followed.
    public static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

    /// Whether the path leads to a plain file, links followed.
    public static func isFile(_ path: String) -> Bool { kind(path) == S_IFREG }

    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// The names in a folder, sorted by their bytes, without hidden ones.
    public static func names(in folder: String) throws(FileFailure) -> [String] {
        guard let stream = opendir(folder) else { throw .last(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// All files below a folder whose name ends so, in path order. Links to folders are not followed.
    public static func files(below folder: String, ending suffix: String) throws(FileFailure) -> [String] {
        var found: [String] = []
        for name in try names(in: folder) {
            let path = FilePath.join(folder, name)
            if isFolder(path) {
                if !isLink(path) { found += try files(below: path, ending: suffix) }
            } else if name.hasSuffix(suffix) {
                found.append(path)
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
