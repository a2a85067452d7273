import WritSource

/// Building the tree: elements are pushed as they are parsed, and closing a node takes all since it was opened.
extension Parser {
    /// Where a node begins among the pending elements.
    typealias Mark = Int

    func open() -> Mark { pending.count }

    /// `height` is what the children come to, if they count for more than they are.
    mutating func close(_ kind: SyntaxKind, _ mark: Mark, height least: Int = 0) {
        let count = pending.count - mark
        let start = count > 0 ? firstToken(of: pending[mark]) : Int32(position)
        var height = UInt16(least)
        for child in pending[mark...] where !child.isToken { height = max(height, records[Int(child.index)].height) }
        let record = SyntaxRecord(
            kind: kind, height: height &+ 1, firstChild: Int32(children.count), childCount: Int32(count),
            firstToken: start, tokenEnd: Int32(position))
        children.append(contentsOf: pending[mark...])
        pending.removeSubrange(mark...)
        pending.append(SyntaxChild(label: .none, isToken: false, index: Int32(records.count)))
        records.append(record)
    }

    /// Leaves one `missing` node of the elements since a mark, with their tokens and no nodes.
    mutating func flatten(_ mark: Mark) {
        guard mark < pending.count else { return }
        let (label, start) = (pending[mark].label, firstToken(of: pending[mark]))
        pending.removeSubrange(mark...)
        for token in start..<Int32(position) {
            pending.append(SyntaxChild(label: .none, isToken: true, index: token))
        }
        close(.missing, mark)
        pending[mark].label = label
    }

    /// What was parsed from a token on was misread, which is reported: the expression that begins there, or else the one
    /// that holds the token or ends before it, becomes `missing`, so that nobody asks what it means.
    mutating func unread(from token: Int) {
        guard let last = pending.last, !last.isToken else { return }
        var (index, found) = (Int(last.index), Int?.none)
        while found == nil || records[index].firstToken < Int32(token) && token < position {
            if records[index].kind.isExpr { found = index }
            if let found, records[found].firstToken >= Int32(token) || token >= position { break }
            let first = Int(records[index].firstChild)
            let nodes = children[first..<first + Int(records[index].childCount)].filter { !$0.isToken }
            guard let next = nodes.last, records[Int(next.index)].tokenEnd == Int32(position) else { break }
            index = Int(next.index)
        }
        if let found { records[found].kind = .missing }
    }

    private func firstToken(of child: SyntaxChild) -> Int32 {
        child.isToken ? child.index : records[Int(child.index)].firstToken
    }

    /// Names the element that stands at a mark.
    mutating func label(_ label: SyntaxLabel, at mark: Mark) { pending[mark].label = label }

    /// Parses an element and names it.
    mutating func label(_ label: SyntaxLabel, _ parse: (inout Parser) -> Void) {
        let mark = open()
        parse(&self)
        pending[mark].label = label
    }

    /// An empty node where something had to stand.
    mutating func pushMissing(_ label: SyntaxLabel = .none) {
        let mark = open()
        close(.missing, mark)
        pending[mark].label = label
    }

    /// How many nodes deep the node at a mark is.
    func height(at mark: Mark) -> Int { pending[mark].isToken ? 0 : Int(records[Int(pending[mark].index)].height) }

    /// The bytes of the node at a mark.
    func range(at mark: Mark) -> SourceRange {
        let record = records[Int(pending[mark].index)]
        let (first, end) = (Int(record.firstToken), Int(record.tokenEnd))
        return SourceRange(buffer[first].start, max(buffer[first].start, end > first ? buffer[end - 1].end : 0))
    }

    func kind(at mark: Mark) -> SyntaxKind { records[Int(pending[mark].index)].kind }

    /// Tells every node its parent, once the tree is whole.
    mutating func adoptChildren() {
        for parent in records.indices {
            let first = Int(records[parent].firstChild)
            for child in children[first..<first + Int(records[parent].childCount)] where !child.isToken {
                records[Int(child.index)].parent = Int32(parent)
            }
        }
    }
}
