import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

extension PolicyLoader {
    /// Reads the CSV files that tables name, relative to the policy file that names them.
    mutating func readTables() {
        for unit in sources.units {
            for table in unit.tables { read(table, of: unit) }
        }
    }

    private mutating func read(_ table: TextSyntax, of unit: PolicyUnit) {
        guard let name = table.plainText, !name.isEmpty else {
            return complain("a table's file is named by a plain text", table, help: nil)
        }
        if name.hasPrefix("/") {
            return complain(
                "`\(name)` is a place on one machine", table, help: "name the file relative to this policy file")
        }
        let key = PolicySources.TableKey(policyPath: unit.file.path, tablePath: name)
        let path = FilePath.normal(FilePath.join(FilePath.folder(of: unit.file.path), name))
        do throws(FileFailure) {
            sources.tables[key] = SourceFile(path: path, bytes: try FileSystem.read(path))
        } catch {
            complain("cannot read the table \(error.message)", table, help: "the file is looked for beside this policy file")
        }
    }

    private mutating func complain(_ message: String, _ table: TextSyntax, help: String?) {
        sources.sink.report(
            Diagnostic(.tableNotRead, .error, message, at: Label(table.location, "this file"), help: help))
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
