import ArgumentParser
import WritDiagnostics
import WritKit
import WritSource
import WritSyntax

struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", _superCommandName: "writ", abstract: "Lay policies out in the one canonical way.",
        discussion: """
            A declaration with a mistake of syntax is left as it is, and the command ends with 1. With --check nothing is written, and the command ends with 1 if a \
            file is not laid out. With --stdin a policy is read from standard input and written to standard output.
            """)

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String] = []

    @Flag(help: "Only say which files are not laid out.")
    var check = false

    @Flag(help: "Read standard input and write standard output.")
    var stdin = false

    func validate() throws {
        if stdin == !paths.isEmpty { throw ValidationError("Give paths, or --stdin.") }
    }

    func run() throws {
        let console = Console.current
        if stdin { return try formatInput(console) }
        var isFine = true
        for path in try files() {
            let file = SourceFile(path: path, bytes: try FileSystem.readPlain(path))
            let (bytes, isBroken) = format(file, console)
            if isBroken { isFine = false }
            if bytes == file.bytes { continue }
            if check {
                isFine = false
                try console.untilClosed { try console.print(VisibleText.oneLine(path)) }
            } else {
                try FileSystem.write(bytes, to: path)
            }
        }
        if !isFine { throw ExitStatus.no }
    }

    private func formatInput(_ console: Console) throws {
        let file = SourceFile(path: "<stdin>", bytes: try FileSystem.readAll(console.input(), "<stdin>"))
        let (bytes, isBroken) = format(file, console)
        if !check { try console.untilClosed { try console.output(String(decoding: bytes, as: UTF8.self)) } }
        if isBroken || check && bytes != file.bytes { throw ExitStatus.no }
    }

    private func files() throws -> [String] {
        try paths.flatMap { path in
            FileSystem.isFolder(path) ? try FileSystem.files(below: path, ending: PolicyLoader.suffix) : [path]
        }
    }

    /// The file laid out, and whether it has mistakes, which are reported.
    private func format(_ file: SourceFile, _ console: Console) -> (bytes: [UInt8], isBroken: Bool) {
        var sink = DiagnosticSink()
        let tree = Parser.parse(file, sink: &sink)
        if sink.hasErrors { console.error(RichRenderer(color: console.colorsError).render(sink.diagnostics)) }
        return (Array(Formatter.format(tree).utf8), sink.hasErrors)
    }
}
