/// Building the tree: elements are pushed as they are parsed, and closing a node takes all since it was opened.
extension Parser {
    /// Where a node begins among the pending elements.
    typealias Mark = Int

    func open() -> Mark { pending.count }

    mutating func close(_ kind: SyntaxKind, _ mark: Mark) {
        let count = pending.count - mark
        let start = count > 0 ? firstToken(of: pending[mark]) : Int32(position)
        var height: UInt16 = 0
        for child in pending[mark...] where !child.isToken { height = max(height, records[Int(child.index)].height) }
        let record = SyntaxRecord(
            kind: kind, height: height &+ 1, firstChild: Int32(children.count), childCount: Int32(count),
            firstToken: start, tokenEnd: Int32(position))
        children.append(contentsOf: pending[mark...])
        pending.removeSubrange(mark...)
        pending.append(SyntaxChild(label: .none, isToken: false, index: Int32(records.count)))
        records.append(record)
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
