/// A page of Markdown, as far as the tests read it: its title and its fenced blocks.
public struct Page: Sendable {
    /// The path from the root of the repository.
    public let path: String
    public let text: String
    public let blocks: [Block]

    public init(path: String, text: String) {
        self.path = path
        self.text = text
        blocks = Self.blocks(in: text, of: path)
    }

    /// `README.md` of `docs/language/README.md`.
    public var name: String { String(path.split(separator: "/").last ?? "") }

    /// The words of the first heading.
    public var title: String {
        let heading = text.split(separator: "\n").first { $0.hasPrefix("# ") }
        return String((heading ?? "").dropFirst(2))
    }

    private static func blocks(in text: String, of path: String) -> [Block] {
        var blocks: [Block] = []
        var open: (info: String, line: Int, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let block = open {
                if line == "```" {
                    blocks.append(Block(info: block.info, lines: block.lines, page: path, line: block.line))
                    open = nil
                } else {
                    open?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), index + 1, [])
            }
        }
        return blocks
    }
}
