import WritSemantics
import WritSource
import WritSyntax

extension PolicyLoader {
    /// Reads the CSV files that tables name, relative to the policy file that names them.
    ///
    /// A file named by an absolute path is not read, for a policy must mean the same on every machine. The checker says
    /// what is not there.
    mutating func readTables() {
        for unit in sources.units {
            for case let name? in unit.tables.map(\.plainText) where !name.isEmpty && !name.hasPrefix("/") {
                let key = PolicySources.TableKey(policyPath: unit.file.path, tablePath: name)
                let path = FilePath.normal(FilePath.join(FilePath.folder(of: unit.file.path), name))
                if let bytes = try? FileSystem.read(path) { sources.tables[key] = SourceFile(path: path, bytes: bytes) }
            }
        }
    }
}

extension PolicyUnit {
    /// The names of the files that the decisions' tables come from.
    var tables: [TextSyntax] {
        (tree.fileSyntax?.declarations ?? []).flatMap { declaration -> [TextSyntax] in
            switch declaration {
            case .decision(let decision): decision.items.compactMap(\.tableFile)
            case .extend(let extend): extend.items.compactMap(\.tableFile)
            default: []
            }
        }
    }
}

extension DecisionItemSyntax {
    fileprivate var tableFile: TextSyntax? {
        if case .table(let table) = self { return table.file }
        return nil
    }
}
