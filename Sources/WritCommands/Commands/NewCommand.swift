import ArgumentParser
import WritKit
import WritSource

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", _superCommandName: "writ", abstract: "Make a folder with a policy to start from.",
        discussion: "The policy passes check and test. Nothing that is there is overwritten.")

    @Argument(help: "The name of the folder, such as returns or rules/returns.")
    var name: String

    func validate() throws {
        let letters = FilePath.name(of: name).unicodeScalars
        let isName =
            letters.first?.properties.isAlphabetic == true
            && letters.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-"
            }
        if !isName {
            throw ValidationError("A policy's name starts with a letter and has letters, digits, - and _ only.")
        }
    }

    func run() throws {
        let console = Console.current
        if FileSystem.exists(name) {
            console.complain("`\(name)` is there already, and nothing in it was touched")
            throw ExitStatus.usage
        }
        let word = String(FilePath.name(of: name).map { $0 == "-" ? "_" : $0 } as [Character])
        let starter = StarterPolicy(name: word)
        if !starter.isSound {
            console.complain("`\(word)` cannot name a policy, for it means something in the language")
            console.error("help: name it `\(word)_policy`\n")
            throw ExitStatus.usage
        }
        try FileSystem.makeFolder(name)
        try FileSystem.makeFolder(FilePath.join(name, "cases"))
        for (path, text) in starter.files { try FileSystem.write(Array(text.utf8), to: FilePath.join(name, path)) }
        try console.output(next)
    }

    private var next: String {
        let name = VisibleText.oneLine(name)
        return """
            Made `\(name)`: a policy, a case, and more cases that test it.

              writ check \(name)
              writ test \(name)
              writ eval \(name) --decision \(StarterPolicy.decision) --facts \(name)/case.yaml

            Then change a limit in \(name)/policy.writ, and see which test minds.

            """
    }
}
