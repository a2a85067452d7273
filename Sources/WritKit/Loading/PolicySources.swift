import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// The files of a policy as they were read: those asked for and those they use.
public struct PolicySources: Sendable {
    /// The paths that were asked for, in path order.
    public internal(set) var given: [String] = []
    /// The policy files: those given, then those used, each once.
    public internal(set) var units: [PolicyUnit] = []
    /// The CSV files of tables, by the policy file and the path written there.
    public internal(set) var tables: [TableKey: SourceFile] = [:]
    /// The policies that some `use` names and that are nowhere, as `sink` says.
    public internal(set) var missing: Set<String> = []
    /// Where tables are named that are there and were not read, as `sink` says.
    public internal(set) var refusedTables: Set<SourceLocation> = []
    /// What was wrong with reading and parsing.
    public internal(set) var sink = DiagnosticSink()

    /// A CSV file as a policy names it.
    public struct TableKey: Hashable, Sendable {
        /// The policy file that names it.
        public var policyPath: String
        /// The path as it is written there, relative to the policy file.
        public var tablePath: String
    }

    /// The folders that hold the given files, each once.
    public var folders: [String] {
        given.reduce(into: []) { folders, path in
            let folder = FilePath.folder(of: path)
            if !folders.contains(folder) { folders.append(folder) }
        }
    }

    /// What the policy goes by: the name in the header of the first given file.
    public var name: String {
        guard let first = units.first else { return "" }
        return first.declaredName ?? FilePath.stem(of: first.file.path)
    }
}

extension PolicyUnit {
    /// The name in the header.
    var declaredName: String? { tree.fileSyntax?.header?.name?.dotted }

    var uses: [UseSyntax] {
        (tree.fileSyntax?.declarations ?? []).compactMap { declaration in
            if case .use(let use) = declaration { return use }
            return nil
        }
    }
}

extension QualifiedNameSyntax {
    /// `a.b`
    var dotted: String { parts.map(\.text).joined(separator: ".") }
}
