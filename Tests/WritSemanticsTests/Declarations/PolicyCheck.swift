import Testing
import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// Policy files with all that checking them gives.
struct PolicyCheck {
    let result: CheckResult
    let syntax: [Diagnostic]

    /// One file. `tables` are CSV files by name.
    init(_ text: String, tables: [String: String] = [:]) { self.init([text], tables: tables) }

    /// Several files, named `a.writ`, `b.writ`, …
    init(
        _ texts: [String], name: String? = nil, reportedUses: Set<String> = [], tables: [String: String] = [:]
    ) {
        var sink = DiagnosticSink()
        let units = zip("abcdefgh", texts).map { letter, text in
            let file = SourceFile(path: "rules/\(letter).writ", text: text)
            return PolicyUnit(file: file, tree: Parser.parse(file, sink: &sink))
        }
        syntax = sink.diagnostics
        result = TypeChecker.check(units, name: name, reportedUses: reportedUses) { path, _ in
            tables[path].map { SourceFile(path: "rules/\(path)", text: $0) }
        }
    }

    var diagnostics: [Diagnostic] { syntax + result.diagnostics.diagnostics }

    /// `error W0203 «words under the carets»`, one a line.
    var report: String {
        diagnostics.map { "\($0.severity.rawValue) \($0.code.id) «\($0.primary.location.text)»" }.joined(
            separator: "\n")
    }

    /// The report with everything that is said, for a failing test.
    var details: String {
        diagnostics.map { "\($0.primary.location.description): \($0.code.id) \($0.message) [\($0.help ?? "")]" }
            .joined(separator: "\n")
    }

    var model: CheckedModel { result.partial }

    func decision(_ name: String) -> Decision? { model.decisions.first { $0.heading.name == name } }
}

/// Checks that files are reported as expected, and with nothing else.
func expectReport(
    _ texts: [String], tables: [String: String] = [:], _ expected: [String], location: CallPlace = #_sourceLocation
) {
    let check = PolicyCheck(texts, tables: tables)
    #expect(check.report == expected.joined(separator: "\n"), "\(check.details)", sourceLocation: location)
}

func expectReport(
    _ text: String, tables: [String: String] = [:], _ expected: String..., location: CallPlace = #_sourceLocation
) {
    expectReport([text], tables: tables, expected, location: location)
}

func expectClean(_ texts: String..., tables: [String: String] = [:], location: CallPlace = #_sourceLocation) {
    expectReport(texts, tables: tables, [], location: location)
}

/// The first diagnostic's help, for what it suggests.
func help(_ text: String) -> String? { PolicyCheck(text).diagnostics.first?.help }

typealias CallPlace = Testing.SourceLocation
