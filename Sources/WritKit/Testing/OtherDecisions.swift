import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// The decisions of policy files that lie where a policy's files do and are not part of it.
struct OtherDecisions {
    /// The policy's own files.
    private let own: Set<String>
    /// By folder, what the other files in it declare, by their own names and with those of their policies.
    private var names: [String: Set<String>] = [:]

    init(than model: CheckedModel) { own = Set(model.files.map { FilePath.normal($0.path) }) }

    /// Whether one of the other files in a folder, or below it, declares a decision of this name.
    mutating func contain(_ name: String, in folder: String) -> Bool {
        if let known = names[folder] { return known.contains(name) }
        let paths = (try? FileSystem.files(below: folder, ending: PolicyLoader.suffix)) ?? []
        let found = Set(paths.filter { !own.contains(FilePath.normal($0)) }.flatMap { decisions(of: $0) })
        names[folder] = found
        return found.contains(name)
    }

    /// Of a file that cannot be read nothing is known, and what is wrong in one is nobody's concern here.
    private func decisions(of path: String) -> [String] {
        guard let bytes = try? FileSystem.readPlain(path) else { return [] }
        let file = SourceFile(path: path, bytes: bytes)
        var sink = DiagnosticSink()
        let unit = PolicyUnit(file: file, tree: Parser.parse(file, sink: &sink))
        let declared = (unit.tree.fileSyntax?.declarations ?? []).compactMap { declaration -> String? in
            if case .decision(let decision) = declaration { decision.name?.text } else { nil }
        }
        return declared + (unit.declaredName.map { policy in declared.map { "\(policy).\($0)" } } ?? [])
    }
}
