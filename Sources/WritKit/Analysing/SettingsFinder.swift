import WritAnalysis
import WritDiagnostics
import WritSource

/// Finds the `writ.yaml` of each folder: its own or that of the nearest folder around it, up to the root of the repository.
struct SettingsFinder {
    /// What the file is called.
    static let fileName = "writ.yaml"

    private var byFolder: [String: FindingSettings] = [:]
    private var byFile: [String: FindingSettings] = [:]
    private(set) var sink = DiagnosticSink()

    /// The settings of files, by path. Files without any are left out.
    mutating func settings(for paths: [String]) -> [String: FindingSettings] {
        var found: [String: FindingSettings] = [:]
        for path in paths { found[path] = settings(in: FilePath.folder(of: path)) }
        return found
    }

    private mutating func settings(in folder: String) -> FindingSettings {
        if let known = byFolder[folder] { return known }
        var found = FindingSettings()
        for outer in FilePath.ancestors(of: folder) {
            let path = FilePath.join(outer, Self.fileName)
            if FileSystem.exists(path) {
                found = read(path)
                break
            }
            if FileSystem.exists(FilePath.join(outer, ".git")) { break }
        }
        byFolder[folder] = found
        return found
    }

    private mutating func read(_ path: String) -> FindingSettings {
        let path = FilePath.normal(path)
        if let known = byFile[path] { return known }
        var reader = SettingsReader()
        var settings = FindingSettings()
        do throws(FileFailure) {
            settings = reader.read(SourceFile(path: path, bytes: try FileSystem.readPlain(path)))
            sink.absorb(reader.sink)
        } catch {
            let place = SourceLocation(SourceFile(path: path, text: ""), .at(0))
            sink.report(Diagnostic(.fileNotRead, .error, "cannot read \(error.message)", at: Label(place)))
        }
        byFile[path] = settings
        return settings
    }
}
