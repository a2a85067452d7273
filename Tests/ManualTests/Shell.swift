import Glibc
import PageSupport
import WritKit

/// Runs scripts in a folder, with the built `writ` on the PATH.
struct Shell {
    let folder: ScratchFolder
    /// What stands before each script: `export` lines.
    var preamble = ""

    init() throws { folder = try ScratchFolder() }

    /// What a script prints, and how it ends.
    func run(_ script: String, in subfolder: String = ".") throws -> (output: String, status: Int32) {
        // A hook of the repository around must not see its settings, and no setting of the machine may matter.
        let head = """
            unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
            export HOME="\(folder.path)" GIT_CONFIG_NOSYSTEM=1 PATH="\(Self.binaries):$PATH" WRIT_SOLVER=none
            export GIT_AUTHOR_NAME=desk GIT_AUTHOR_EMAIL=desk@example.org GIT_COMMITTER_NAME=desk GIT_COMMITTER_EMAIL=desk@example.org
            cd "\(FilePath.join(folder.path, subfolder))"

            """
        try folder.write(Array((head + preamble + script).utf8), to: "script.sh")
        let (path, output) = (FilePath.join(folder.path, "script.sh"), FilePath.join(folder.path, "output.txt"))
        // Sessions of other pages move the process through folders that go away.
        let status = system("cd / && bash -eo pipefail '\(path)' > '\(output)' 2>&1 < /dev/null")
        let text = String(decoding: try FileSystem.read(output), as: UTF8.self)
        return (text, status & 0x7F == 0 ? status >> 8 & 0xFF : -1)
    }

    /// Where the command was built: beside the program that runs the tests.
    private static let binaries: String = {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes {
            readlink("/proc/self/exe", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
        }
        let own = FilePath.folder(of: String(decoding: buffer.prefix(max(0, count)), as: UTF8.self))
        return FileSystem.isFile(FilePath.join(own, "writ")) ? own : Repository.path(".build/debug")
    }()
}
