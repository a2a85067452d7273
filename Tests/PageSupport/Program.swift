import WritDiagnostics
import WritKit

/// The files of one example, checked together as `writ check` would.
public struct Program: Sendable {
    /// What each file holds, by its name.
    public private(set) var files: [(name: String, bytes: [UInt8])] = []

    public init() {}

    /// Goes on with a file, or begins it.
    public mutating func append(_ bytes: [UInt8], to name: String) {
        if let index = files.firstIndex(where: { $0.name == name }) {
            files[index].bytes += [UInt8(ascii: "\n")] + bytes
        } else {
            files.append((name, bytes))
        }
    }

    public mutating func append(_ text: String, to name: String) { append(Array(text.utf8), to: name) }

    public func text(of name: String) -> String? {
        files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    public var policyNames: [String] { files.map(\.name).filter { $0.hasSuffix(PolicyLoader.suffix) } }

    /// Writes the files into a folder of their own.
    public func written() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for file in files { try folder.write(file.bytes, to: file.name) }
        return folder
    }

    public func check() throws -> Compilation {
        let folder = try written()
        return Compilation(paths: policyNames.map { FilePath.join(folder.path, $0) })
    }
}

extension [Diagnostic] {
    /// The codes, each once, in the order first reported.
    public var codes: [String] { reduce(into: []) { if !$0.contains($1.code.id) { $0.append($1.code.id) } } }

    /// As a terminal shows them, for a failed test.
    public var shown: String { RichRenderer(color: false).render(self) }
}
