import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

extension PolicySources {
    /// The same under other names: for files that were only put somewhere to be read.
    func renamed(from prefix: String, to name: String) -> PolicySources {
        func path(_ path: String) -> String {
            path.hasPrefix(prefix) ? name + path.dropFirst(prefix.count) : path
        }
        func file(_ file: SourceFile) -> SourceFile {
            SourceFile(path: path(file.path), bytes: file.bytes, firstLine: file.firstLine)
        }
        var known: [ObjectIdentifier: SourceFile] = [:]
        var renamed = PolicySources()
        renamed.given = given.map(path)
        renamed.missing = missing
        for unit in units {
            let named = file(unit.file)
            known[ObjectIdentifier(unit.file)] = named
            // Its mistakes were said already.
            var sink = DiagnosticSink()
            renamed.units.append(PolicyUnit(file: named, tree: Parser.parse(named, sink: &sink)))
        }
        for (key, table) in tables {
            let key = TableKey(policyPath: path(key.policyPath), tablePath: key.tablePath)
            renamed.tables[key] = file(table)
        }
        func place(_ place: SourceLocation) -> SourceLocation {
            SourceLocation(known[ObjectIdentifier(place.file)] ?? file(place.file), place.range)
        }
        renamed.refusedTables = Set(refusedTables.map(place))
        for diagnostic in sink.diagnostics {
            var diagnostic = diagnostic
            diagnostic.message = diagnostic.message.replacing(prefix, with: name)
            diagnostic.help = diagnostic.help?.replacing(prefix, with: name)
            diagnostic.primary.location = place(diagnostic.primary.location)
            for index in diagnostic.secondary.indices {
                diagnostic.secondary[index].location = place(diagnostic.secondary[index].location)
            }
            renamed.sink.report(diagnostic)
        }
        return renamed
    }
}
