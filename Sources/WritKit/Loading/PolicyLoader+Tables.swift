import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

extension PolicyLoader {
    /// Reads the CSV files that tables name, relative to the policy file that names them.
    ///
    /// A file named by an absolute path is not read, for a policy must mean the same on every machine; nor is one outside
    /// the folders that were given, for a policy from elsewhere must not get at other files. The checker says what is not
    /// there.
    mutating func readTables() {
        for unit in sources.units {
            for table in unit.tables {
                guard let name = table.plainText, !name.isEmpty, !name.hasPrefix("/") else { continue }
                readTable(named: name, at: table.location, of: unit)
            }
        }
    }

    private mutating func readTable(named name: String, at location: SourceLocation, of unit: PolicyUnit) {
        let folder = FilePath.folder(of: unit.file.path)
        let path = FilePath.normal(FilePath.join(folder, name))
        guard (roots + [folder]).contains(where: { FilePath.isInside(path, $0) }) else {
            return refuse(
                .tableOutside, "the table \"\(name)\" is outside the folders that were given", at: location, "not read",
                help: "give `writ` the folder that holds both, or keep the table beside the policy")
        }
        do throws(FileFailure) {
            let key = PolicySources.TableKey(policyPath: unit.file.path, tablePath: name)
            sources.tables[key] = SourceFile(path: path, bytes: try FileSystem.readPlain(path))
        } catch {
            if !FileSystem.exists(path) { return }
            refuse(
                .fileNotRead, "the table \"\(name)\" cannot be read: it \(error.reason)", at: location, "not a table",
                help: "a table is a CSV file")
        }
    }

    /// Says what keeps a table from being read, so that the checker need not say that it is not there.
    private mutating func refuse(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String, help: String
    ) {
        sources.refusedTables.insert(location)
        sources.sink.report(Diagnostic(code, .error, message, at: Label(location, label), help: help))
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
