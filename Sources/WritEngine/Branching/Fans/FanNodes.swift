/// The tests of a program that fans can make, by label.
struct FanNodes {
    private let nodes: [FanNode?]

    /// - Parameter values: how many values a cell has, where they are few.
    init(_ nodes: [BranchNode], _ values: [Int32: Int]) {
        let tests = nodes.map(\.fanTest)
        self.nodes = zip(nodes, tests).map { node, test in
            guard let (test, isTurned) = test else { return nil }
            let (holds, fails) = isTurned ? (node.no, node.yes) : (node.yes, node.no)
            var found = FanNode(test: test, holds: holds, fails: fails, likelihood: 0.5)
            let endsHere = (tests[Int(holds)] == nil, tests[Int(fails)] == nil)
            // A rule's condition holds less often than not, and there a conclusion comes next.
            if endsHere.0 != endsHere.1 { found.likelihood = endsHere.0 ? 0.25 : 0.75 }
            if case .range(let range) = test, let count = values[range.cell], count > 0 {
                found.likelihood = min(1, Double(range.high &- range.low &+ 1) / Double(count))
            }
            return found
        }
    }

    /// Nil where there is no test that a fan can make.
    subscript(label: Int32) -> FanNode? { nodes[Int(label)] }
}

/// A node with a test that fans can make.
struct FanNode {
    var test: FanTest
    /// Where it leads when the test holds, and when it does not.
    var holds: Int32
    var fails: Int32
    /// How often it holds, as far as can be guessed without cases.
    var likelihood: Double
}
