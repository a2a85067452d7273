import WritSyntax

/// Says what was edited, in as few words as show it.
enum EditText {
    /// More than this is cut.
    private static let width = 60

    /// `param refund_limit 100 USD → 150 USD`
    static func change(_ old: PolicyPart, _ new: PolicyPart) -> String {
        if new.key.hasPrefix("head") { return "\(new.title): \(pair(oneLine(old.text), oneLine(new.text)))" }
        guard let before = old.node, let after = new.node else { return rows(old, new) }
        let (left, right) = smallest(before, after)
        let isWhole = left == before
        let joint = new.key.hasPrefix("param ") && !isWhole ? " " : ": "
        return new.title + joint + pair(left.oneLine, right.oneLine)
    }

    /// A part without what it is a part of: `rule late`.
    static func shortTitle(_ part: PolicyPart) -> String {
        guard let decision = part.decision, part.title.hasSuffix(" of \(decision)") else { return part.title }
        return String(part.title.dropLast(" of \(decision)".count))
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func rows(_ old: PolicyPart, _ new: PolicyPart) -> String {
        let words = zip(old.words, new.words).filter { $0 != $1 }
        if old.words.count == new.words.count, words.count == 1 {
            return "\(new.title): \(pair(words[0].0, words[0].1))"
        }
        if old.words.count > 24 || new.words.count > 24 { return "changed \(new.title)" }
        return "\(new.title): \(pair(old.words.joined(separator: ", "), new.words.joined(separator: ", ")))"
    }

    /// The smallest nodes that hold everything in which two trees differ; of a comparison the whole, for half of one says little.
    private static func smallest(_ old: SyntaxNode, _ new: SyntaxNode) -> (SyntaxNode, SyntaxNode) {
        let (left, right) = (old.children, new.children)
        guard old.kind == new.kind, left.count == right.count, !wholes.contains(old.kind) else { return (old, new) }
        let differing = left.indices.filter { words(left[$0]) != words(right[$0]) }
        guard differing.count == 1, case .node(let before) = left[differing[0]],
            case .node(let after) = right[differing[0]], !before.words.isEmpty, !after.words.isEmpty
        else { return (old, new) }
        return smallest(before, after)
    }

    /// What is read as a whole.
    private static let wholes: Set<SyntaxKind> = [.comparison, .comparisonTest, .intervalTest, .interval]

    private static func words(_ element: SyntaxElement) -> [String] {
        switch element {
        case .token(let token): [token.spelling]
        case .node(let node): node.words
        }
    }

    /// Both texts, each cut to the words in which they differ where they are long.
    private static func pair(_ old: String, _ new: String) -> String {
        if old.count <= width, new.count <= width { return "\(old) → \(new)" }
        let (left, right) = (old.split(separator: " "), new.split(separator: " "))
        let start = zip(left, right).prefix { $0 == $1 }.count
        let most = min(left.count, right.count) - start
        let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.prefix(most).count
        return "\(window(left, start, end)) → \(window(right, start, end))"
    }

    /// What differs with two words around it.
    private static func window(_ words: [Substring], _ start: Int, _ end: Int) -> String {
        let first = max(0, start - 2)
        let last = min(words.count, words.count - end + 2)
        let text = words[first..<max(first, last)].joined(separator: " ")
        let shown = text.count > width ? text.prefix(width - 1) + "…" : text[...]
        return (first > 0 ? "… " : "") + shown + (last < words.count && text.count <= width ? " …" : "")
    }
}
