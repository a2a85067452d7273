import WritSemantics
import WritSource

/// Why values are unknown in a case. A state of 0 is known; any other is a number in this table.
///
/// Merging two causes makes a node that names both; what they come to is worked out only for the answer. So an
/// unknown operand costs twelve bytes, and no list of facts is copied on the way.
struct CauseTable {
    private struct Node {
        /// The numbers of the two merged causes; for a leaf, its place and 0.
        var left: UInt32
        var right: UInt32
        var hasFault: Bool
    }
    private var nodes: [Node] = []
    private var leaves: [Cause] = []

    /// How much there is.
    struct Mark {
        fileprivate var nodes = 0
        fileprivate var leaves = 0
    }
    var mark: Mark { Mark(nodes: nodes.count, leaves: leaves.count) }

    /// Forgets what was added since a mark.
    mutating func truncate(to mark: Mark) {
        if nodes.count > mark.nodes { nodes.removeSubrange(mark.nodes...) }
        if leaves.count > mark.leaves { leaves.removeSubrange(mark.leaves...) }
    }

    mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        leaves.removeAll(keepingCapacity: true)
    }

    mutating func add(_ cause: Cause) -> UInt32 {
        leaves.append(cause)
        nodes.append(Node(left: UInt32(leaves.count - 1), right: 0, hasFault: cause.fault != nil))
        return UInt32(nodes.count)
    }

    /// Both, the left one first; either may be 0.
    mutating func merge(_ left: UInt32, _ right: UInt32) -> UInt32 {
        if right == 0 || left == right { return left }
        if left == 0 { return right }
        nodes.append(Node(left: left, right: right, hasFault: hasFault(left) || hasFault(right)))
        return UInt32(nodes.count)
    }

    func hasFault(_ state: UInt32) -> Bool { isNode(state) && nodes[Int(state) - 1].hasFault }

    /// The same without its fault; 0 when it had nothing but that.
    mutating func withoutFault(_ state: UInt32) -> UInt32 {
        guard hasFault(state) else { return state }
        return cause(state).withoutFault.map { add($0) } ?? 0
    }

    /// What a state stands for. Nodes that are reached again add nothing, so each is visited once.
    func cause(_ state: UInt32) -> Cause {
        var merged: Cause?
        var seen: Set<UInt32> = []
        var open = [state]
        while let next = open.popLast() {
            guard isNode(next), seen.insert(next).inserted else { continue }
            let node = nodes[Int(next) - 1]
            if node.right == 0 {
                let leaf = leaves[Int(node.left)]
                merged = merged?.merged(with: leaf) ?? leaf
            } else {
                open.append(node.right)
                open.append(node.left)
            }
        }
        return merged ?? .unset
    }

    private func isNode(_ state: UInt32) -> Bool { state != 0 && Int(state) <= nodes.count }
}

extension Cause {
    /// Of a slot that was never set: no verified plan of a checked model reads one.
    fileprivate static let unset = Cause.nothing(
        Absence(.written, at: SourceLocation(SourceFile(path: "", bytes: []), SourceRange(0, 0))))
}
