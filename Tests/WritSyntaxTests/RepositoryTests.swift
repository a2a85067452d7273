import Foundation
import Testing

@testable import WritSyntax

/// Every policy in the repository parses without a message and is in its canonical layout's reach.
@Suite struct RepositoryTests {
    @Test func policiesParseAndFormat() throws {
        for folder in ["rules", "docs", "examples", "Tests"] {
            let root = Grammar.directory.appendingPathComponent(folder)
            for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
                ?? .init()
            where file.pathExtension == "writ" && !file.path.contains("broken") {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(Parsed(text).report == "", "\(file.lastPathComponent)")
                FormatterLaws.check(text)
            }
        }
    }
}
