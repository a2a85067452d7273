import Foundation
import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// The policy files of a folder, in path order.
struct PolicyFolder {
    let name: String
    let files: [SourceFile]

    init(_ path: String) throws {
        name = URL(fileURLWithPath: path).lastPathComponent
        let paths = FileManager.default.subpaths(atPath: path) ?? []
        files = try paths.filter { $0.hasSuffix(".writ") }.sorted().map {
            SourceFile(path: path + "/" + $0, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0))))
        }
    }

    var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }

    func lex() {
        var sink = DiagnosticSink()
        for file in files { use(Lexer.lex(file, sink: &sink)) }
    }

    func parse() -> [PolicyUnit] {
        var sink = DiagnosticSink()
        return files.map { PolicyUnit(file: $0, tree: Parser.parse($0, sink: &sink)) }
    }

    func check(_ units: [PolicyUnit]) -> CheckResult {
        TypeChecker.check(units) { path, from in
            let folder = URL(fileURLWithPath: from.path).deletingLastPathComponent()
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else { return nil }
            return SourceFile(path: path, bytes: Array(data))
        }
    }
}
