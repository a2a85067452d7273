/// The nodes and fans of a program as a run reads them: in one piece of memory, with labels in bytes.
struct BranchCode: Sendable {
    nonisolated(unsafe) let memory: UnsafeMutableRawPointer
    /// By label: the bytes from the beginning to the node, or to the fan that stands for it.
    private var places: [Int32]

    /// - Parameter spare: a temporary that nobody reads.
    init(_ nodes: [BranchNode], _ fans: [Int32: BranchFan], spare: Int32) {
        let fans = fans.values.sorted { $0.root > $1.root }
        var size = (nodes.count * MemoryLayout<BranchNode>.stride + FanSlots.alignment - 1) & -FanSlots.alignment
        places = nodes.indices.map { Self.node(Int32($0)) }
        for fan in fans {
            places[Int(fan.root)] = Int32(size)
            size += FanSlots.byteCount(of: fan)
        }
        memory = .allocate(byteCount: size, alignment: FanSlots.alignment)
        for (index, node) in nodes.enumerated() {
            let place = memory + index * MemoryLayout<BranchNode>.stride
            place.initializeMemory(as: BranchNode.self, to: finished(node, nodes, spare))
        }
        write(fans)
    }

    private func write(_ fans: [BranchFan]) {
        var isLedTo = Array(repeating: false, count: places.count)
        for fan in fans { for way in fan.ways { isLedTo[Int(way)] = true } }
        for fan in fans {
            let isAlone = !isLedTo[Int(fan.root)] && !fan.ways.contains { place($0) != Self.node($0) }
            let slots = FanSlots(memory + Int(place(fan.root)))
            slots.write(
                fan, isSmall: fan.isSmall && isAlone, root: Self.node(fan.root), ways: fan.ways.map(place))
        }
    }

    /// The bytes from the beginning to a node.
    static func node(_ label: Int32) -> Int32 { label * BranchNode.stride }

    /// The bytes from the beginning to a node, or to the fan that stands for it.
    func place(_ label: Int32) -> Int32 { places[Int(label)] }

    /// The node with labels in bytes, and of a range its length in place of its end.
    private func finished(_ node: BranchNode, _ nodes: [BranchNode], _ spare: Int32) -> BranchNode {
        if let conclusion = node.conclusion(nodes, spare) { return conclusion }
        var node = node
        // Rows are counted from their first node on.
        let isRow = node.op == .table || node.op == .choose
        node.yes = isRow ? Self.node(node.yes) : place(node.yes)
        node.no = place(node.no)
        node.unknown = place(node.unknown)
        if node.op == .once || node.op == .call { node.b = place(node.b) }
        switch node.op {
        case .range, .rangeOfFact, .rangeOfDifference, .rangeOfDays: node.high = node.high &- node.low
        default: break
        }
        return node
    }
}

extension BranchNode {
    /// The conclusion that a run finds in the node's place; nil when there is none.
    ///
    /// All have one form, so that which it is need not be foreseen: a case with an amount copies the amount, others copy a
    /// cell that is known to where nobody reads it.
    fileprivate func conclusion(_ nodes: [BranchNode], _ spare: Int32) -> BranchNode? {
        if op == .conclude {
            var node = self
            (node.c, node.cBase, node.no) = (a, .temporary, spare)
            return node
        }
        guard op == .copy, bBase == .fact, low == 1 else { return nil }
        let test = nodes[Int(yes)]
        guard test.op == .isKnown, test.aBase == .temporary, test.a == a, test.no == BranchNode.bail else { return nil }
        var node = nodes[Int(test.yes)]
        guard node.op == .conclude, node.a != a, node.b != a else { return nil }
        (node.c, node.cBase, node.no) = (b, .fact, a)
        return node
    }
}
