import PageSupport
import Testing
import WritKit

/// A page of the manual, cut into the programs that it builds up.
struct ManualPage: Sendable, CustomTestStringConvertible {
    let page: Page
    let chapters: [Chapter]

    /// A program of a page: the block that begins it, and those that go on with it.
    struct Chapter: Sendable {
        /// The blocks of Writ, in order; those with `error=` are wrong on purpose.
        var blocks: [Block] = []
        var place: String { blocks.first?.place ?? "" }
    }

    /// What the chapter's file is called where nothing else says it.
    static let policyName = "policy.writ"

    init(_ page: Page) {
        self.page = page
        var chapters: [Chapter] = []
        for block in page.blocks where block.language == "writ" && block.file == nil {
            if block.startsPolicy || chapters.isEmpty { chapters.append(Chapter()) }
            chapters[chapters.count - 1].blocks.append(block)
        }
        self.chapters = chapters
    }

    var testDescription: String { page.name }

    static func all() throws -> [ManualPage] {
        try Repository.files(below: "docs/language", ending: ".md").map { ManualPage(try Repository.page($0)) }
            + [ManualPage(try Repository.page("docs/embedding.md"))]
    }

    // MARK: Programs

    /// The files that the page gives besides its chapters: tables and cases, and policies if asked.
    func files(withPolicies: Bool) -> Program {
        var program = Program()
        for block in page.blocks {
            guard let name = block.file, withPolicies || !name.hasSuffix(PolicyLoader.suffix) else { continue }
            program.append(block.bytes, to: name)
        }
        return program
    }

    /// A chapter up to a block, with the tables that it may name. What is wrong on purpose is left out.
    func program(of chapter: Chapter, upTo end: Int? = nil, plus wrong: Block? = nil, named name: String = policyName)
        -> Program
    {
        var program = files(withPolicies: false)
        for block in chapter.blocks[..<(end ?? chapter.blocks.count)] where block.value("error") == nil {
            program.append(block.bytes, to: name)
        }
        if let wrong { program.append(wrong.bytes, to: name) }
        return program
    }

    /// The chapter that a block further down the page speaks of: the last that began above it.
    func chapter(above block: Block) -> Chapter? {
        let line = Self.line(block)
        return chapters.last { chapter in chapter.blocks.first.map { Self.line($0) < line } ?? false }
    }

    private static func line(_ block: Block) -> Int { Int(block.place.split(separator: ":").last ?? "") ?? 0 }
}
