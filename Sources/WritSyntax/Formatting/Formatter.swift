import WritSource

/// Writes a policy in its canonical layout: the same tokens, other spaces.
///
/// Comments stay, and so do the author's line breaks inside a construct. A declaration with a mistake in it is left
/// byte for byte as it is, and the others are formatted; formatting twice changes nothing more.
public struct Formatter {
    private let tree: SyntaxTree
    private var layouts: [TokenLayout] = []
    private var output: [UInt8] = []
    /// Where each token was written, on a screen.
    private var columns: [Int]
    /// Where the next byte will stand, on a screen.
    private var column = 0
    private var line = 0
    private var comments = CommentAligner()

    public static func format(_ tree: SyntaxTree) -> String {
        guard tree.root.kind == .file else { return String(decoding: tree.print(), as: UTF8.self) }
        var formatter = Formatter(tree: tree)
        formatter.run()
        return String(decoding: formatter.comments.aligned(formatter.output), as: UTF8.self)
    }

    private init(tree: SyntaxTree) {
        self.tree = tree
        columns = Array(repeating: 0, count: tree.tokens.count)
    }

    private mutating func run() {
        let parts = tree.root.childNodes.map { (node: $0, isVerbatim: $0.isBroken) }
        plan(parts)
        var isBehindVerbatim = false
        for part in parts {
            // What shares a line with something broken is part of it as far as anyone can tell.
            let first = part.node.tokenRange.lowerBound
            let sharesLine = isBehindVerbatim && !tree.tokens[first].flags.contains(.startsLine)
            isBehindVerbatim = part.isVerbatim || sharesLine
            if isBehindVerbatim { copy(part.node) } else { for index in part.node.tokenRange { write(index) } }
        }
        writeEnd()
    }

    private mutating func plan(_ parts: [(node: SyntaxNode, isVerbatim: Bool)]) {
        var planner = LayoutPlanner(tree)
        var previous: SyntaxNode?
        for part in parts {
            if !part.isVerbatim { planner.plan(declaration: part.node, after: previous) }
            previous = part.node
        }
        layouts = planner.layouts
    }

    // MARK: - Writing

    private mutating func copy(_ node: SyntaxNode) {
        guard let first = node.tokenRange.first, let last = node.tokenRange.last else { return }
        let bytes = tree.file.bytes[tree.tokens.triviaStart(of: first)..<tree.tokens[last].end]
        output += bytes
        line += bytes.count { $0 == UInt8(ascii: "\n") }
        column = sourceColumn(of: tree.tokens[last].end)
    }

    private mutating func write(_ index: Int) {
        let layout = layouts[index]
        let trivia = Trivia(tree.file, tree.tokens.leadingTrivia(of: index))
        let wantsBlank = layout.blank && !output.isEmpty
        let indentation = (layout.place.token.map { columns[$0] } ?? 0) + layout.place.offset
        write(trivia.comments, indent: indentation, blank: wantsBlank)
        if layout.breaks || trivia.breaksLine {
            let hasBlank = trivia.endsBlank || (wantsBlank && !trivia.hasOwnLineComment)
            if !output.isEmpty { newLine(blank: hasBlank) }
            indent(indentation)
        } else {
            indent(spaces(before: index))
        }
        let token = tree.tokens[index]
        output += tree.file.bytes[token.start..<token.end]
        columns[index] = column
        column += tree.tokens.width(of: index)
    }

    private func spaces(before index: Int) -> Int {
        let layout = layouts[index]
        guard index > 0 else { return 0 }
        // Rows are spaced by their table.
        if tree.tokens[index].kind == .bar || tree.tokens[index].kind == .barBar, layout.parent == .tableRow {
            return layout.spaces
        }
        let spaces = Spacing.between(
            (tree.tokens[index - 1].kind, layouts[index - 1].parent), (tree.tokens[index].kind, layout.parent))
        return spaces == 1 ? layout.spaces : spaces
    }

    private mutating func write(_ comments: [Trivia.Comment], indent count: Int, blank: Bool) {
        var blank = blank
        for comment in comments {
            if comment.isTrailing {
                if !output.isEmpty {
                    let source = sourceColumn(of: comment.range.lower)
                    self.comments.add(line: line, column: source, end: column, offset: output.count)
                }
            } else {
                if !output.isEmpty { newLine(blank: blank || comment.isAfterBlank) }
                indent(count)
                blank = false
            }
            output += tree.file.bytes[comment.range.lower..<comment.range.upper]
        }
    }

    /// The comments behind the last declaration, and one line break.
    private mutating func writeEnd() {
        let end = tree.tokens.count - 1
        let trivia = Trivia(tree.file, tree.tokens.leadingTrivia(of: end))
        write(trivia.comments, indent: 0, blank: false)
        if !output.isEmpty, output.last != UInt8(ascii: "\n") { newLine(blank: false) }
    }

    private mutating func newLine(blank: Bool) {
        output += repeatElement(UInt8(ascii: "\n"), count: blank ? 2 : 1)
        line += blank ? 2 : 1
        column = 0
    }

    private mutating func indent(_ count: Int) {
        output += repeatElement(0x20, count: count)
        column += count
    }

    /// Where a byte of the file stands on a screen.
    private func sourceColumn(of offset: Int) -> Int {
        var start = offset
        while start > 0, tree.file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return DisplayWidth.of(tree.file.text(of: SourceRange(start, offset)))
    }
}
