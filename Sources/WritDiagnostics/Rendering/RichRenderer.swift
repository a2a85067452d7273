import WritSource

/// Diagnostics for a person at a terminal: the words, the line, and carets under what is wrong.
///
/// ```
/// error[W0201]: nothing is named `amont`
///  --> rules/refund.writ:3:14
///   |
/// 3 |   when order.amont > 5 USD
///   |              ^^^^^ not a field of `order`
/// help: did you mean `amount`?
/// ```
public struct RichRenderer: DiagnosticRenderer, Sendable {
    private let paint: Paint

    public init(color: Bool) { paint = Paint(isOn: color) }

    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined(separator: "\n")
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        let ink = Paint.Ink(diagnostic.severity)
        let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]"
        var text = paint(title, ink) + paint(": " + VisibleText.lines(diagnostic.message, indent: "  "), .strong) + "\n"
        let labels =
            [(label: diagnostic.primary, isPrimary: true)] + diagnostic.secondary.map { (label: $0, isPrimary: false) }
        let gutter = gutterWidth(labels.map(\.label.location.end.line))
        for (number, group) in grouped(labels).enumerated() {
            text += place(group[0].label.location, arrow: number == 0 ? "-->" : ":::", gutter: gutter)
            // An empty file has no line to show.
            if group[0].label.location.file.bytes.isEmpty { continue }
            text += Snippet(group, gutter: gutter, paint: paint, ink: ink).render()
        }
        if let help = diagnostic.help {
            text += paint("help", .note) + ": " + VisibleText.lines(help, indent: "      ") + "\n"
        }
        for fixIt in diagnostic.fixIts { text += fix(fixIt, gutter: gutter) }
        if let example = diagnostic.finding?.example { text += self.example(example) }
        return text
    }

    /// The case as a test, so that a person reads it as she would write it.
    private func example(_ example: FindingNote.Example) -> String {
        let lines = example.test.split(separator: "\n").map { "  " + VisibleText.oneLine(String($0)) + "\n" }
        return paint("example", .note) + ":\n" + lines.joined()
    }

    private func fix(_ fixIt: FixIt, gutter: Int) -> String {
        var text = paint("fix", .fix) + ": " + VisibleText.lines(fixIt.message, indent: "     ") + "\n"
        if let label = FixPreview(fixIt).label {
            text += Snippet([(label, true)], gutter: gutter, paint: paint, ink: .fix).render()
        }
        return text
    }

    /// The labels of each file, the file of the first label first.
    private func grouped(_ labels: [(label: Label, isPrimary: Bool)]) -> [[(label: Label, isPrimary: Bool)]] {
        var groups: [[(label: Label, isPrimary: Bool)]] = []
        for label in labels {
            let file = label.label.location.file
            if let group = groups.firstIndex(where: { $0[0].label.location.file === file }) {
                groups[group].append(label)
            } else {
                groups.append([label])
            }
        }
        return groups
    }

    private func place(_ location: SourceLocation, arrow: String, gutter: Int) -> String {
        let margin = String(repeating: " ", count: gutter)
        return paint(margin + arrow, .frame) + " " + VisibleText.oneLine(location.description) + "\n"
    }

    private func gutterWidth(_ lines: [Int]) -> Int { String(lines.max() ?? 1).utf8.count }
}
