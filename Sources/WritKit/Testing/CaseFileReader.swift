import WritDiagnostics
import WritFacts
import WritSource

/// Reads files of cases: YAML or JSON, a list of cases or one case a document.
struct CaseFileReader {
    private(set) var sink = DiagnosticSink()

    /// The cases of the files, each on top of what it is like. Names are looked for in the same file first.
    mutating func read(_ paths: [String]) -> [CaseEntry] {
        let files = paths.map { entries(of: $0) }
        let all = files.flatMap { $0 }
        return files.flatMap { entries in
            entries.compactMap { resolve($0, in: entries, all, seen: []) }
        }
    }

    /// The files of cases beside policies: those in `cases` in each folder.
    static func paths(beside folders: [String]) -> [String] {
        folders.flatMap { folder -> [String] in
            let cases = FilePath.join(folder, "cases")
            let names = (try? FileSystem.names(in: cases)) ?? []
            return names.filter { DocumentFormat.guess(path: $0) != nil }.map { FilePath.join(cases, $0) }
        }
    }

    private mutating func entries(of path: String) -> [CaseEntry] {
        do throws(FileFailure) {
            let file = SourceFile(path: path, bytes: try FileSystem.readPlain(path))
            let format = DocumentFormat.guess(path: path) ?? .yaml
            let documents = DocumentReader.read(file, as: format, sink: &sink)
            let entries = documents.compactMap { document -> CaseEntry? in
                guard let root = document.root, !root.isNull else { return nil }
                return CaseEntry(root, sink: &sink)
            }
            reportDuplicates(entries)
            return entries
        } catch {
            let place = SourceLocation(SourceFile(path: path, text: ""), .at(0))
            sink.report(Diagnostic(.fileNotRead, .error, "cannot read \(error.message)", at: Label(place)))
            return []
        }
    }

    private mutating func reportDuplicates(_ entries: [CaseEntry]) {
        var first: [String: CaseEntry] = [:]
        for entry in entries {
            guard let earlier = first[entry.name] else {
                first[entry.name] = entry
                continue
            }
            sink.report(
                Diagnostic(
                    .duplicateCase, .error, "two cases are called `\(entry.name)`",
                    at: Label(entry.nameLocation, "called so again"), also: [Label(earlier.nameLocation, "the first")],
                    help: "give each case a name of its own"))
        }
    }

    /// Lays a case over what it is like, and that over what it is like in turn.
    private mutating func resolve(
        _ entry: CaseEntry, in file: [CaseEntry], _ all: [CaseEntry], seen: [String]
    ) -> CaseEntry? {
        guard let like = entry.like else { return entry }
        guard case .scalar(let name, _) = like.content else { return complain(like, "`like` names another case", all) }
        if seen.contains(name) || name == entry.name { return complain(like, "`\(name)` builds on itself", all) }
        guard let base = file.first(where: { $0.name == name }) ?? all.first(where: { $0.name == name }) else {
            return complain(like, "there is no case `\(name)`", all, guess: name)
        }
        return resolve(base, in: file, all, seen: seen + [entry.name]).map { entry.over($0) }
    }

    private mutating func complain(
        _ node: DocumentNode, _ message: String, _ all: [CaseEntry], guess: String? = nil
    ) -> CaseEntry? {
        sink.report(
            Diagnostic(
                .unknownBase, .error, message, at: Label(node.location, "like what?"),
                help: guess.flatMap { Spelling.question($0, among: all.map(\.name)) }))
        return nil
    }
}
