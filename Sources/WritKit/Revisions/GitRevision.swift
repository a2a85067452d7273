import WritDiagnostics
import WritSource

/// A policy as it was at a revision of the `git` repository that holds it.
///
/// What it uses and the tables it names are those of the revision too: all policies, tables and settings of the repository are put into
/// a folder of their own, which is gone when they are read. Nothing in the repository or its work tree is touched.
public struct GitRevision {
    private let name: String
    private let folder: String

    /// - Parameter name: anything that `git` takes for a commit: `main`, `HEAD~1`, `v1.2`, the beginning of its number.
    public init(_ name: String, near path: String) {
        self.name = name
        folder = FileSystem.isFolder(path) ? path : FilePath.folder(of: path)
    }

    /// Reads and checks the policy that these paths made up. Messages call its files `REVISION:path`.
    ///
    /// - Throws: when there is no `git`, no repository, no such revision, or no such path in it.
    public func compilation(of paths: [String]) throws(PolicyError) -> Compilation {
        let sources: PolicySources?
        do throws(FileFailure) { sources = try self.sources(of: paths) } catch {
            throw .unread("cannot read the old version: \(error.message)", error.path)
        }
        guard let sources else {
            throw .unread(
                "the git repository of `\(folder)` has no revision `\(name)`", name,
                help: "name a branch, a tag or a commit")
        }
        return Compilation(sources)
    }

    /// Nil where there is no such revision.
    private func sources(of paths: [String]) throws(FileFailure) -> PolicySources? {
        let passing = try PassingFolder()
        guard let commit = try commit(passing) else { return nil }
        try materialise(commit, passing)
        var places: [String] = []
        for path in paths { places.append(try place(of: path, passing)) }
        return PolicyLoader.load(places).renamed(from: passing.path + "/tree/", to: "\(name):")
    }

    // MARK: Asking git

    private func commit(_ passing: PassingFolder) throws(FileFailure) -> String? {
        _ = try git(["rev-parse", "--git-dir"], passing) { "is in no git repository: \($0)" }
        let result = try run(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], passing)
        return result.code == 0 ? String(decoding: result.output, as: UTF8.self).trimmed : nil
    }

    /// Where a path of the work tree leads in the folder.
    private func place(of path: String, _ passing: PassingFolder) throws(FileFailure) -> String {
        let isFolder = FileSystem.isFolder(path)
        let own = GitRevision(name, near: path)
        let prefix = try own.git(["rev-parse", "--show-prefix"], passing) { "is in no git repository: \($0)" }
        let inside = String(decoding: prefix, as: UTF8.self).trimmed + (isFolder ? "" : FilePath.name(of: path))
        let place = FilePath.normal(passing.path + "/tree/" + inside)
        guard FileSystem.exists(place) else {
            throw FileFailure(path: path, reason: "is not in the revision `\(name)`, or has no policy there")
        }
        return place
    }

    private func git(
        _ arguments: [String], _ passing: PassingFolder, input: String? = nil, _ reason: (String) -> String
    ) throws(FileFailure) -> [UInt8] {
        let result = try run(arguments, passing, input: input)
        if result.code != 0 {
            let said = result.error.split(separator: "\n").first.map { String($0).trimmed } ?? "it says no more"
            throw FileFailure(path: folder, reason: reason(said))
        }
        return result.output
    }

    private func run(
        _ arguments: [String], _ passing: PassingFolder, input: String? = nil
    ) throws(FileFailure) -> ChildProcess.Result {
        do throws(FileFailure) {
            return try ChildProcess.run("git", ["-C", folder] + arguments, input: input, in: passing.path)
        } catch {
            throw FileFailure(path: folder, reason: "`git` cannot be run: \(error.reason)")
        }
    }

    // MARK: Files

    private func materialise(_ commit: String, _ passing: PassingFolder) throws(FileFailure) {
        let listing = try git(["ls-tree", "-r", "-z", "--full-tree", commit], passing) { "cannot be listed: \($0)" }
        let entries = listing.split(separator: 0).compactMap { GitEntry($0) }.filter(\.isWanted)
        try FileSystem.makeFolder(passing.path + "/tree")
        let asked = entries.map { $0.object + "\n" }.joined()
        try passing.write(Array(asked.utf8), to: "asked")
        let contents = try git(["cat-file", "--batch"], passing, input: passing.path + "/asked") {
            "cannot be read: \($0)"
        }
        var rest = contents[...]
        for entry in entries {
            guard let content = GitEntry.nextContent(&rest) else {
                throw FileFailure(path: entry.path, reason: "git does not give its content")
            }
            try passing.write(content, to: "tree/" + entry.path)
        }
    }
}

/// A file of a commit, as `git ls-tree` tells it.
struct GitEntry {
    let mode: Substring
    let object: Substring
    let path: String

    /// `100644 blob 8ab6… TAB rules/desk.writ`
    init?(_ line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: 0x09) else { return nil }
        let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
        guard words.count == 3, words[1] == "blob" else { return nil }
        mode = words[0]
        object = words[2]
        path = String(decoding: line[(tab + 1)...], as: UTF8.self)
    }

    /// Whether a policy may be made of it: a plain file, no link, and not hidden, for what is hidden is not read.
    var isWanted: Bool {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard mode.hasPrefix("100"), !steps.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else {
            return false
        }
        return [PolicyLoader.suffix, ".csv"].contains { path.hasSuffix($0) } || steps.last == "writ.yaml"
    }

    /// The next content that `git cat-file --batch` gives: `8ab6… blob 12 LF content LF`.
    static func nextContent(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 3, let size = Int(words[2]), size >= 0, rest.endIndex - end > size else { return nil }
        let content = rest[(end + 1)..<(end + 1 + size)]
        rest = rest[content.endIndex...].dropFirst()
        return Array(content)
    }
}

extension String {
    /// Without blanks and line breaks around.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        while text.first?.isWhitespace == true { text.removeFirst() }
        return String(text)
    }
}

extension PolicyError {
    /// What keeps a revision from being read.
    fileprivate static func unread(_ message: String, _ word: String, help: String? = nil) -> PolicyError {
        let file = SourceFile(path: "--git", text: word)
        let place = SourceLocation(file, SourceRange(0, file.bytes.count))
        return PolicyError(.input, [Diagnostic(.fileNotRead, .error, message, at: Label(place), help: help)])
    }
}
