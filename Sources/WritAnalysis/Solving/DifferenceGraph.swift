/// Constraints x ≤ y + c as edges from y to x of length c. They contradict one another exactly where there is a cycle of negative length.
///
/// Cycles are found as edges are added, by repairing a potential function (Cotton and Maler 2006): without them two variables that are
/// each less than the other would push their bounds up one by one.
struct DifferenceGraph {
    struct Edge {
        var from: Variable
        var to: Variable
        var length: Int128
        var origin: Origin
    }

    enum Origin {
        case always
        case literal(Formula)
        /// A choice has come to the value beside this condition.
        case choice(Variable, index: Int32)
        /// It is tried that an extreme is this one of its values.
        case trial
    }

    private(set) var edges: [Edge] = []
    private var isActive: [Bool] = []
    /// The active edges, in the order in which they came.
    private(set) var active: [Int32] = []
    private(set) var outgoing: [[Int32]] = []
    private(set) var incoming: [[Int32]] = []
    private var potential: [Int128] = []
    // Of the repair that goes on: how far the potential of a variable must come down, by which edge, and whether it has.
    private var gap: [Int128] = []
    private var parent: [Int32] = []
    private var isDone: [Bool] = []
    private var touched: [Int] = []

    /// Longer edges are left to the bounds, so that no sum of lengths can pass the border of `Int128`.
    private static let longest: UInt128 = 1 << 100

    mutating func grow(to variables: Int) {
        let missing = variables - potential.count
        if missing <= 0 { return }
        outgoing.append(contentsOf: repeatElement([], count: missing))
        incoming.append(contentsOf: repeatElement([], count: missing))
        potential.append(contentsOf: repeatElement(0, count: missing))
        gap.append(contentsOf: repeatElement(0, count: missing))
        parent.append(contentsOf: repeatElement(-1, count: missing))
        isDone.append(contentsOf: repeatElement(false, count: missing))
    }

    mutating func append(_ edge: Edge) -> Int32 {
        edges.append(edge)
        isActive.append(false)
        return Int32(edges.count - 1)
    }

    /// Makes an edge count.
    ///
    /// - Returns: the edges of a negative cycle, and then the edge does not count.
    mutating func activate(_ number: Int32) -> [Int32]? {
        if isActive[Int(number)] { return nil }
        let edge = edges[Int(number)]
        if edge.length.magnitude < Self.longest, let cycle = repair(number, edge) { return cycle }
        isActive[Int(number)] = true
        active.append(number)
        outgoing[edge.from.number].append(number)
        incoming[edge.to.number].append(number)
        return nil
    }

    func isActive(_ number: Int32) -> Bool { isActive[Int(number)] }

    mutating func deactivate(to count: Int) {
        while active.count > count {
            let number = active.removeLast()
            isActive[Int(number)] = false
            outgoing[edges[Int(number)].from.number].removeLast()
            incoming[edges[Int(number)].to.number].removeLast()
        }
    }

    // MARK: The potential: for each active edge that of its end is at most that of its beginning and the length.

    private mutating func repair(_ number: Int32, _ edge: Edge) -> [Int32]? {
        let (from, to) = (edge.from.number, edge.to.number)
        let missing = potential[from] + edge.length - potential[to]
        if missing >= 0 { return nil }
        touched = [to]
        gap[to] = missing
        parent[to] = number
        var changes: [(variable: Int, old: Int128)] = []
        var cycle: [Int32]?
        while let next = mostWanting() {
            if next == from {
                cycle = self.cycle(to: from)
                break
            }
            changes.append((next, potential[next]))
            potential[next] += gap[next]
            gap[next] = 0
            isDone[next] = true
            lowerNeighbours(of: next)
        }
        if cycle != nil { for change in changes { potential[change.variable] = change.old } }
        for variable in touched {
            gap[variable] = 0
            isDone[variable] = false
            parent[variable] = -1
        }
        return cycle
    }

    private func mostWanting() -> Int? {
        var best: Int?
        for variable in touched where gap[variable] < 0 {
            if best == nil || gap[variable] < gap[best!] { best = variable }
        }
        return best
    }

    private mutating func lowerNeighbours(of variable: Int) {
        for number in outgoing[variable] {
            let edge = edges[Int(number)]
            let end = edge.to.number
            if isDone[end] || edge.length.magnitude >= Self.longest { continue }
            let missing = potential[variable] + edge.length - potential[end]
            if missing >= gap[end] { continue }
            if gap[end] == 0 { touched.append(end) }
            gap[end] = missing
            parent[end] = number
        }
    }

    private func cycle(to variable: Int) -> [Int32] {
        var found: [Int32] = []
        var place = variable
        repeat {
            let number = parent[place]
            found.append(number)
            place = edges[Int(number)].from.number
        } while place != variable
        return found
    }
}
