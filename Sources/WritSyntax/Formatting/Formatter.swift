import WritSource

/// Writes a policy in its canonical layout: the same tokens, other spaces.
///
/// Comments stay, and so do the author's line breaks inside a construct. A declaration with a mistake in it is left
/// byte for byte as it is, and the others are formatted; formatting twice changes nothing more.
public struct Formatter {
    private let tree: SyntaxTree
    private var layouts: [TokenLayout] = []
    private var output: [UInt8] = []

    public static func format(_ tree: SyntaxTree) -> String {
        guard tree.root.kind == .file else { return String(decoding: tree.print(), as: UTF8.self) }
        var formatter = Formatter(tree: tree)
        formatter.run()
        return String(decoding: formatter.output, as: UTF8.self)
    }

    private init(tree: SyntaxTree) { self.tree = tree }

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
        output += tree.file.bytes[tree.tokens.triviaStart(of: first)..<tree.tokens[last].end]
    }

    private mutating func write(_ index: Int) {
        let layout = layouts[index]
        let trivia = Trivia(tree.file, tree.tokens.leadingTrivia(of: index))
        let wantsBlank = layout.blank && !output.isEmpty
        write(trivia.comments, indent: layout.indent, blank: wantsBlank)
        if layout.breaks || trivia.breaksLine {
            let hasBlank = trivia.endsBlank || (wantsBlank && !trivia.hasOwnLineComment)
            if !output.isEmpty { newLine(blank: hasBlank) }
            indent(layout.indent)
        } else {
            indent(spaces(before: index))
        }
        let token = tree.tokens[index]
        output += tree.file.bytes[token.start..<token.end]
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

    private mutating func write(_ comments: [Trivia.Comment], indent column: Int, blank: Bool) {
        var blank = blank
        for comment in comments {
            if comment.isTrailing {
                if !output.isEmpty { output += [0x20, 0x20] }
            } else {
                if !output.isEmpty { newLine(blank: blank || comment.isAfterBlank) }
                indent(column)
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
        output.append(UInt8(ascii: "\n"))
        if blank { output.append(UInt8(ascii: "\n")) }
    }

    private mutating func indent(_ count: Int) { output.append(contentsOf: repeatElement(0x20, count: count)) }
}
