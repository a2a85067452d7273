import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// Finds and parses the files of a policy: those asked for, those they use, and the tables they name.
///
/// A path is a policy file or a folder, which is read with all folders in it. `use a.b` is looked for among the given
/// files, then in the folder of the file that says it, then in each folder around that as `a/b.writ` and as the files of
/// `a/b/`. In names of files `-` and `_` are the same.
public struct PolicyLoader {
    /// Policy files end so.
    public static let suffix = ".writ"

    var sources = PolicySources()
    /// The folders that were given, and those of the files that were given.
    var roots: [String] = []
    private var loaded: Set<String> = []
    /// The policies that the files added say they are.
    var declaredNames: Set<String> = []
    /// What stands in each folder that was looked into: the policies that one uses are mostly looked for in the same folders.
    var names: [String: [String]] = [:]
    var policies: [String: [String: [String]]] = [:]
    /// Every file that was parsed, also those that turned out to be another policy.
    private var parsed: [String: (unit: PolicyUnit, sink: DiagnosticSink)] = [:]

    /// Reads everything that the paths need. What cannot be read is reported in the sources' sink.
    public static func load(_ paths: [String]) -> PolicySources {
        var loader = PolicyLoader()
        loader.roots = paths.map { FileSystem.isFolder($0) ? $0 : FilePath.folder(of: $0) }
        for path in loader.policyFiles(at: paths) { loader.add(path) }
        loader.sources.given = loader.sources.units.map(\.file.path)
        loader.followUses()
        loader.readTables()
        return loader.sources
    }

    /// Takes a single text for a whole policy; `use` is then looked for beside `path`.
    public static func load(_ file: SourceFile) -> PolicySources {
        var loader = PolicyLoader()
        var sink = DiagnosticSink()
        let tree = Parser.parse(file, sink: &sink)
        loader.sources.sink.absorb(sink)
        loader.take(PolicyUnit(file: file, tree: tree))
        loader.loaded = [FilePath.normal(file.path)]
        loader.sources.given = [file.path]
        loader.followUses()
        loader.readTables()
        return loader.sources
    }

    // MARK: Files

    private mutating func policyFiles(at paths: [String]) -> [String] {
        var files: [String] = []
        for path in paths {
            if FileSystem.isFolder(path) {
                files += folder(path)
            } else if path.hasSuffix(Self.suffix) {
                files.append(path)
            } else {
                complain(
                    FileSystem.exists(path) ? .notAPolicyFile : .fileNotRead,
                    FileSystem.exists(path)
                        ? "`\(path)` is not a policy: policy files end in `\(Self.suffix)`"
                        : "`\(path)` does not exist", at: path)
            }
        }
        return files
    }

    private mutating func folder(_ path: String) -> [String] {
        do throws(FileFailure) {
            let files = try FileSystem.files(below: path, ending: Self.suffix)
            if files.isEmpty {
                complain(
                    .noPolicyFiles, "there is no policy in `\(path)`: no file in it ends in `\(Self.suffix)`", at: path)
            }
            return files
        } catch {
            complain(.fileNotRead, "cannot read \(error.message)", at: path)
            return []
        }
    }

    /// Adds a file to the policy, once.
    mutating func add(_ path: String) {
        guard loaded.insert(FilePath.normal(path)).inserted, let unit = parse(path) else { return }
        take(unit)
        sources.sink.absorb(parsed[FilePath.normal(path)]?.sink ?? DiagnosticSink())
    }

    private mutating func take(_ unit: PolicyUnit) {
        sources.units.append(unit)
        if let name = unit.declaredName { declaredNames.insert(name) }
    }

    /// The file's syntax; a file that cannot be read is reported, its mistakes only once it is added.
    mutating func parse(_ path: String) -> PolicyUnit? {
        let key = FilePath.normal(path)
        if let known = parsed[key] { return known.unit }
        do throws(FileFailure) {
            let file = SourceFile(path: path, bytes: try FileSystem.readPlain(path))
            var sink = DiagnosticSink()
            let unit = PolicyUnit(file: file, tree: Parser.parse(file, sink: &sink))
            parsed[key] = (unit, sink)
            return unit
        } catch {
            complain(.fileNotRead, "cannot read \(error.message)", at: path)
            return nil
        }
    }

    /// Complains of something outside any text; the path stands for the text.
    private mutating func complain(_ code: DiagnosticCode, _ message: String, at path: String) {
        let file = SourceFile(path: path, text: "")
        sources.sink.report(Diagnostic(code, .error, message, at: Label(SourceLocation(file, .at(0)))))
    }
}
