/// Paths as text, always with `/`.
public enum FilePath {
    /// A name in a folder; an absolute path stays what it is.
    public static func join(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The folder that holds a file; `.` for a bare name.
    public static func folder(of path: String) -> String {
        let path = trimmed(path)
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path: the name of the file or folder.
    public static func name(of path: String) -> String { String(trimmed(path).split(separator: "/").last ?? "") }

    /// The file's name without its ending.
    public static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The path without `.` steps, doubled slashes and, where it can be told, `..` steps.
    public static func normal(_ path: String) -> String {
        isNormal(path) ? path : rewritten(path)
    }

    /// Whether no step of it is empty or begins with a dot: then nothing is to be done, as nearly always.
    private static func isNormal(_ path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        var (last, isFirst) = (slash, true)
        for byte in path.utf8 {
            if last == slash, byte == UInt8(ascii: ".") || byte == slash && !isFirst { return false }
            (last, isFirst) = (byte, false)
        }
        return last != slash
    }

    private static func rewritten(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let joined = parts.joined(separator: "/")
        if path.hasPrefix("/") { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// Whether a path leads into a folder, as both are written: links are not followed.
    public static func isInside(_ path: String, _ folder: String) -> Bool {
        let (inner, outer) = (absolute(path), absolute(folder))
        return inner == outer || inner.hasPrefix(outer == "/" ? "/" : outer + "/")
    }

    private static func absolute(_ path: String) -> String { normal(join(FileSystem.workingFolder, path)) }

    /// A folder and those around it, innermost first. A relative path goes on outwards with `..`, at most eight times.
    public static func ancestors(of folder: String) -> [String] {
        var folders = [normal(folder)]
        while let inner = folders.last, inner != "/", inner != ".", !inner.hasSuffix("..") {
            folders.append(self.folder(of: inner))
        }
        guard folders.last != "/" else { return folders }
        let outer = folders.last == "." ? ".." : FilePath.join(folders.last ?? "", "..")
        return folders + (0..<8).map { outer + String(repeating: "/..", count: $0) }
    }

    private static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
    }
}
