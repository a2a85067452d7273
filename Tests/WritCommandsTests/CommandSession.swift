import Synchronization
import WritCommands
import WritKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A command line run in a folder of its own, with what it printed.
final class CommandSession: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        var template = Array("/tmp/writ-commands-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileFailure(path: "/tmp", reason: "no temporary folder") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, text) in files { try write(name, text) }
    }

    deinit { remove(path) }

    func write(_ name: String, _ text: String) throws {
        var folder = path
        for step in name.split(separator: "/").dropLast() {
            folder += "/" + step
            try FileSystem.makeFolder(folder)
        }
        try FileSystem.write(Array(text.utf8), to: path + "/" + name)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try FileSystem.read(path + "/" + name), as: UTF8.self)
    }

    /// Runs `writ` with these arguments, in which `@` stands for the folder; so it does in what comes back.
    ///
    /// - Parameters:
    ///   - limit: how many bytes of output are taken.
    ///   - failure: what becomes of the next.
    func run(
        _ arguments: String..., input: String = "", terminal: Bool = false, closesAfter limit: Int = .max,
        failure: OutputFailure = .closed
    ) -> Run {
        run(list: arguments, input: input, terminal: terminal, closesAfter: limit, failure: failure)
    }

    func run(
        list arguments: [String], input: String = "", terminal: Bool = false, closesAfter limit: Int = .max,
        failure: OutputFailure = .closed
    ) -> Run {
        let output = Mutex("")
        let error = Mutex("")
        let reader = StandardInput(input)
        var console = Console(
            output: { text throws(OutputFailure) in
                if output.withLock({ $0.utf8.count }) >= limit { throw failure }
                output.withLock { $0 += text }
            },
            error: { text in error.withLock { $0 += text } }, input: { reader.descriptor })
        console.isOutputTerminal = terminal
        console.isErrorTerminal = terminal
        let code = WritCommand.run(arguments.map { $0.replacing("@", with: path) }, console: console)
        return Run(
            code: code, output: output.withLock { $0 }.replacing(path, with: "@"),
            error: error.withLock { $0 }.replacing(path, with: "@"))
    }

    private func remove(_ path: String) {
        if FileSystem.isFolder(path) {
            for name in (try? FileSystem.names(in: path)) ?? [] { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

/// What a command did.
struct Run: Equatable {
    var code: Int32
    var output: String
    var error: String

    var lines: [Substring] { output.split(separator: "\n") }
}

/// An open descriptor that gives a text.
final class StandardInput: Sendable {
    let descriptor: Int32

    init(_ text: String) {
        let file = tmpfile()!
        let bytes = Array(text.utf8)
        fwrite(bytes, 1, bytes.count, file)
        fflush(file)
        descriptor = dup(fileno(file))
        fclose(file)
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { close(descriptor) }
}
