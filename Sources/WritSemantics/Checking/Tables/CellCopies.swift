import WritDiagnostics
import WritSource
import WritSyntax

/// The copies in which cells of CSV files were parsed, and what is said of them told of the CSV files themselves.
final class CellCopies {
    private var copies: [ObjectIdentifier: CellCopy] = [:]
    /// The CSV files: cells without quotes are parsed where they stand.
    private var files: Set<ObjectIdentifier> = []

    func add(_ file: SourceFile) { files.insert(ObjectIdentifier(file)) }

    func copy(of field: CSVField, isText: Bool) -> CellCopy {
        let copy = CellCopy(of: field, isText: isText)
        copies[ObjectIdentifier(copy.file)] = copy
        return copy
    }

    /// The part of a copy that is the cell; nil for another file.
    func range(of file: SourceFile) -> SourceRange? { copies[ObjectIdentifier(file)]?.range }

    func original(_ location: SourceLocation) -> SourceLocation {
        copies[ObjectIdentifier(location.file)]?.original(location.range) ?? location
    }

    /// The same message with the places and edits of the CSV file. An edit that would break the field is left out, and all
    /// that go with it.
    func original(_ diagnostic: Diagnostic) -> Diagnostic {
        var told = diagnostic
        told.primary.location = original(diagnostic.primary.location)
        for index in told.secondary.indices {
            told.secondary[index].location = original(told.secondary[index].location)
        }
        let edits = diagnostic.fixIts.compactMap(original)
        told.fixIts = edits.count == diagnostic.fixIts.count ? edits : []
        return told
    }

    private func original(_ edit: FixIt) -> FixIt? {
        let file = ObjectIdentifier(edit.location.file)
        if let copy = copies[file] {
            return copy.original(edit.replacement).map {
                FixIt(edit.message, replacing: copy.original(edit.location.range), with: $0)
            }
        }
        let breaks: Set<Character> = [",", "\"", "\n", "\r", "\r\n"]
        return files.contains(file) && edit.replacement.contains(where: breaks.contains) ? nil : edit
    }
}
