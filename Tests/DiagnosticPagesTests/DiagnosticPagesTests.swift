import PageSupport
import Testing
import WritDiagnostics
import WritFacts
import WritKit
import WritSemantics
import WritSyntax

/// Every code has a page, and what the page shows is what Writ says.
@Suite struct DiagnosticPagesTests {
    @Test(arguments: try CodePage.all())
    func raisesItsCodeBeforeAndNothingAfter(_ page: CodePage) throws {
        if page.isWithoutExample || page.showsCommands { return }
        let before = try Example(page: page, side: .before).diagnostics()
        #expect(
            before.codes.sorted() == ([page.code] + page.companions).sorted(),
            "the example of \(page.page.path) before it is mended gives\n\(before.shown)")
        let after = try Example(page: page, side: .after).diagnostics()
        #expect(after.isEmpty, "the example of \(page.page.path) after it is mended gives\n\(after.shown)")
    }

    @Test(arguments: try CodePage.all().filter(\.showsCommands))
    func commandsPrintItsCodeBeforeAndNothingAfter(_ page: CodePage) throws {
        for (step, output, status) in try Example(page: page, side: .before).commands() {
            #expect(step.matches(output), "\(page.page.path): `\(step.line)` prints\n\(output)")
            let codes = Set(output.matches(of: /(?:error\[|title=)(W\d{4})/).map { String($0.output.1) })
            #expect(codes == Set([page.code] + page.companions) && status != 0, "`\(step.line)` prints\n\(output)")
        }
        for (step, output, status) in try Example(page: page, side: .after).commands() {
            #expect(step.matches(output) && status == 0, "\(page.page.path): `\(step.line)` prints\n\(output)")
        }
    }

    @Test(arguments: try CodePage.all())
    func showsBothSides(_ page: CodePage) {
        if page.isWithoutExample { return }
        for side in CodePage.Side.allCases {
            #expect(
                page.page.blocks.contains { $0.has(side.rawValue) }, "\(page.page.path) has no block `\(side.rawValue)`"
            )
        }
    }

    @Test(arguments: KnownCodes.all)
    func hasAPage(_ code: DiagnosticCode) throws {
        let pages = try CodePage.all().filter { $0.code == code.id }
        let page = try #require(pages.first, "docs/diagnostics/\(code.id).md is missing: `\(code.title)`")
        #expect(page.page.title == "\(code.id) \(code.title)")
    }

    @Test func everyPageHasACode() throws {
        let known = Set(KnownCodes.all.map(\.id))
        for page in try CodePage.all() {
            #expect(known.contains(page.code), "\(page.page.path) is the page of no code")
        }
    }

    @Test func noCodeStandsForTwoMessages() {
        let titles = Dictionary(grouping: KnownCodes.all, by: \.id).filter { $0.value.count > 1 }
        #expect(titles.isEmpty, "declared twice: \(titles.keys.sorted())")
    }

    @Test func theIndexListsEveryCode() throws {
        let index = try Repository.text("docs/diagnostics/README.md").split(separator: "\n")
        for code in KnownCodes.all {
            let row = index.first { $0.hasPrefix("| [\(code.id)](\(code.id).md) | \(code.title) |") }
            #expect(row != nil, "docs/diagnostics/README.md has no row for \(code.id) \(code.title)")
        }
        #expect(index.count { $0.hasPrefix("| [W") } == KnownCodes.all.count, "the index has rows of no code")
    }
}
