import PageSupport
import Testing

/// The style of the house, as far as a machine can see it.
@Suite struct StyleTests {
    @Test func nothingImportsFoundation() throws {
        for file in try SourceText.all() {
            let found = file.imports.filter { $0.hasPrefix("Foundation") }
            #expect(found.isEmpty, "\(file.path) imports \(found[0]): Writ runs without it")
        }
    }

    @Test func filesAreShort() throws {
        let files = try SourceText.all()
        for file in files where file.lineCount > 350 {
            Issue.record("\(file.path) has \(file.lineCount) lines; split it by topic, at most 350")
        }
        let counts = files.map(\.lineCount).sorted()
        let median = counts[counts.count / 2]
        #expect(median <= 150, "the median file has \(median) lines; at most 150")
    }

    @Test func nothingIsLeftForLater() throws {
        for file in try SourceText.all() {
            for (index, line) in file.lines.enumerated() where line.contains("TODO") || line.contains("FIXME") {
                Issue.record("\(file.path):\(index + 1) leaves something for later: \(line)")
            }
        }
    }

    /// `Parser+Lists` extends `Parser`. A topic in the plural, such as `ListViews`, names several small types; a file of
    /// functions alone is named after them.
    @Test func filesAreNamedAfterWhatTheyDeclare() throws {
        for file in try SourceText.all() where file.name != "main" && !file.isWithoutTypes {
            if file.name.hasSuffix("s"), file.declaredNames.count > 2 { continue }
            let name = String(file.name.split(separator: "+")[0])
            #expect(
                file.declaredNames.contains(name),
                "\(file.path) declares \(file.declaredNames.sorted().joined(separator: ", ")), and no \(name)")
        }
    }

    @Test func whatHostsImportIsDocumented() throws {
        for file in try SourceText.all(in: "WritKit") {
            for (line, text) in file.undocumented { Issue.record("\(file.path):\(line) has no documentation: \(text)") }
        }
    }
}
