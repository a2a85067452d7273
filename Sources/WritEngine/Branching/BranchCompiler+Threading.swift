import WritSemantics

/// A test whose result is known already where it is reached is passed over: rules often begin with the same test.
extension BranchCompiler {
    /// A cell that is in a range, or not in it.
    struct CellRange {
        var place: CellPlace
        var range: ClosedRange<Int64>
    }

    /// The one range that a condition tests; nil for a condition of another kind.
    mutating func range(of term: Term) -> CellRange? {
        switch term.kind {
        case .isCase(let variant, let index):
            return place(of: variant).map { CellRange(place: $0, range: Int64(index)...Int64(index)) }
        case .equal(let left, let right):
            if let index = right.fieldlessCase {
                return place(of: left).map { CellRange(place: $0, range: Int64(index)...Int64(index)) }
            }
            guard left.type.scale == right.type.scale, layout.width(of: left.type) == 1,
                let cell = constantCell(right)
            else { return nil }
            return place(of: left).map { CellRange(place: $0, range: cell...cell) }
        case .compare(let ordering, let left, let right):
            guard left.type.isQuantity, left.type.scale == right.type.scale, let bound = constantCell(right),
                let range = ordering.range(bound)
            else { return nil }
            return place(of: left).map { CellRange(place: $0, range: range) }
        case .not(let inner):
            guard inner.type == .boolean else { return nil }
            return place(of: inner).map { CellRange(place: $0, range: 0...0) }
        case .fact, .field, .local:
            guard term.type == .boolean else { return nil }
            return place(of: term).map { CellRange(place: $0, range: 1...1) }
        default: return nil
        }
    }

    /// Where a label leads when some cells are in their ranges and one may be known not to be in its own.
    func follow(_ label: Label, knowing ranges: [CellRange], butNot other: CellRange?) -> Label {
        var label = label
        while let truth = result(of: nodes[Int(label)], knowing: ranges, butNot: other) {
            label = truth ? nodes[Int(label)].yes : nodes[Int(label)].no
        }
        return label
    }

    private func result(of node: BranchNode, knowing ranges: [CellRange], butNot other: CellRange?) -> Bool? {
        guard node.op == .range || node.op == .rangeOfFact else { return nil }
        let place = CellPlace(base: node.aBase, index: node.a)
        for known in ranges where known.place == place {
            if known.range.lowerBound >= node.low && known.range.upperBound <= node.high { return true }
            if known.range.upperBound < node.low || known.range.lowerBound > node.high { return false }
        }
        if let other, other.place == place, node.low >= other.range.lowerBound, node.high <= other.range.upperBound {
            return false
        }
        return nil
    }

    /// The node with its edges led past tests that it answers itself.
    func threaded(_ node: BranchNode) -> BranchNode {
        let own = CellRange(place: CellPlace(base: node.aBase, index: node.a), range: node.low...node.high)
        var node = node
        node.yes = follow(node.yes, knowing: [own], butNot: nil)
        node.no = follow(node.no, knowing: [], butNot: own)
        return node
    }
}
