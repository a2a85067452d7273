/// Finds the row by asking one column after another: a decision diagram with many ways out of each node.
///
/// For known values only. It answers an unknown column by asking to be asked elsewhere (`unknownMet`); which columns it looks
/// at is such that an unknown one that it did not look at changes nothing.
struct RowDiagram {
    struct Node {
        var column: Int32
        /// How many bounds are searched; below zero, how many edges lie ready by value.
        var count: Int32
        var firstBound: Int32
        var firstEdge: Int32
    }

    /// An edge leads to a node or, below zero, to an answer.
    static func edge(to answer: Int32) -> Int32 { -3 - answer }

    /// What comes of a case with an unknown value in a column that matters.
    static let unknownMet: Int32 = -3

    private let nodes: UnsafeMutablePointer<Node>
    private let bounds: UnsafeMutablePointer<Int64>
    private let edges: UnsafeMutablePointer<Int32>
    private let root: Int32
    let nodeCount: Int
    let byteCount: Int

    init(nodes: [Node], bounds: [Int64], edges: [Int32], root: Int32) {
        self.nodes = Self.copy(nodes)
        self.bounds = Self.copy(bounds)
        self.edges = Self.copy(edges)
        self.root = root
        nodeCount = nodes.count
        byteCount = nodes.count * MemoryLayout<Node>.stride + bounds.count * 8 + edges.count * 4
    }

    func deallocate() {
        nodes.deallocate()
        bounds.deallocate()
        edges.deallocate()
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        copy.initialize(from: elements, count: elements.count)
        return copy
    }

    @inline(__always)
    func row(_ values: UnsafePointer<Int64>) -> Int32 {
        var edge = root
        while edge >= 0 {
            let node = nodes[Int(edge)]
            let value = values[Int(node.column)]
            if value == TableIndex.unknown { return Self.unknownMet }
            let place = node.count < 0 ? ready(node, value) : sought(node, value)
            edge = edges[Int(node.firstEdge) &+ place]
        }
        return -3 &- edge
    }

    /// Of a column with few values: the edges stand in the order of the values, before them that of all lesser ones.
    @inline(__always)
    private func ready(_ node: Node, _ value: Int64) -> Int {
        let first = bounds[Int(node.firstBound)]
        if value < first { return 0 }
        return Int(min(UInt64(bitPattern: value &- first) &+ 1, UInt64(-Int64(node.count)) &- 1))
    }

    /// How many bounds are not above the value. The loop compares without branching: where a value falls is anyone's guess.
    @inline(__always)
    private func sought(_ node: Node, _ value: Int64) -> Int {
        var count = Int(node.count)
        if count == 0 { return 0 }
        let first = bounds + Int(node.firstBound)
        var base = 0
        while count > 1 {
            let half = count >> 1
            base = first[base &+ half] <= value ? base &+ half : base
            count &-= half
        }
        return first[base] <= value ? base &+ 1 : base
    }
}
