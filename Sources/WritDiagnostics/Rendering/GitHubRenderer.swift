import WritSource

/// Workflow commands that GitHub shows as annotations at the lines of a pull request.
public struct GitHubRenderer: DiagnosticRenderer, Sendable {
    public init() {}

    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined()
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.primary.location
        let (start, end) = (location.start, location.end)
        var properties = [
            "file=" + escapeProperty(location.file.path), "line=\(start.line)", "endLine=\(end.line)",
            "col=\(start.column)",
        ]
        // GitHub refuses an end column for more than one line.
        if start.line == end.line { properties.append("endColumn=\(end.column)") }
        properties.append("title=" + escapeProperty("\(diagnostic.code.id) \(diagnostic.code.title)"))
        var message = diagnostic.message
        if !diagnostic.primary.text.isEmpty { message += " (\(diagnostic.primary.text))" }
        if let help = diagnostic.help { message += "\nhelp: \(help)" }
        if let example = diagnostic.finding?.example { message += "\nexample:\n\(example.test)" }
        return "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))::\(escapeData(message))\n"
    }

    private func command(_ severity: Severity) -> String { severity == .note ? "notice" : severity.rawValue }

    private func escapeData(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.lines(text, indent: "").unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private func escapeProperty(_ text: String) -> String {
        var escaped = ""
        for scalar in escapeData(text).unicodeScalars {
            switch scalar {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
