/// What the question that is asked now depends on: the nodes and variables that can be reached from its goals. The theory leaves the
/// others alone.
struct Cone {
    private var stamp: Int32 = 0
    private var nodes: [Int32] = []
    private var variables: [Int32] = []

    mutating func begin(nodes nodeCount: Int, variables variableCount: Int) {
        stamp += 1
        grow(nodes: nodeCount, variables: variableCount)
    }

    mutating func grow(nodes nodeCount: Int, variables variableCount: Int) {
        nodes.append(contentsOf: repeatElement(0, count: nodeCount - nodes.count))
        variables.append(contentsOf: repeatElement(0, count: variableCount - variables.count))
    }

    /// Whether it has a place for a variable, which may be newer than the question.
    func reaches(_ variable: Variable) -> Bool { variable.number < variables.count }
    func contains(node: Int) -> Bool { nodes[node] == stamp }
    func contains(_ variable: Variable) -> Bool { variables[variable.number] == stamp }

    /// Whether it is new.
    mutating func insert(node: Int) -> Bool {
        if nodes[node] == stamp { return false }
        nodes[node] = stamp
        return true
    }

    mutating func insert(_ variable: Variable) -> Bool {
        if variables[variable.number] == stamp { return false }
        variables[variable.number] = stamp
        return true
    }
}

/// Who must be told when something of a variable changes.
struct VariableLinks {
    /// The atoms that compare it with a bound, in the order of the bounds.
    var bounds: [(bound: Int128, node: Int32)] = []
    /// The atoms that say which of its values a finite one has.
    var members: [Int32] = []
    /// The atoms that compare it with another variable.
    var differences: [Int32] = []
    /// The variables whose definition reads it.
    var readers: [Variable] = []
    /// The edges of a choice: for the value beside each condition, there and back.
    var choiceEdges: [Int32] = []
    /// Of an extreme: for each value, the edge that makes it equal to that.
    var extremeEdges: [Int32] = []
    /// What its definition reads: variables, and the nodes of conditions.
    var reads: [Variable] = []
    var conditions: [Int] = []
    var isRegistered = false
    /// Whether no calculation of its definition can pass the border of `Int128`, whatever the values in the domains.
    var isTotal = false
    /// Of a sum, what all its coefficients can be divided by.
    var divisor = 1
    /// Whether its definition is to be looked at when it is next in a cone.
    var isDirty = true

    mutating func insertBound(_ bound: Int128, node: Int) {
        bounds.insert((bound, Int32(node)), at: place(of: bound))
    }

    /// The place of the first atom with this bound or a greater one.
    func place(of bound: Int128) -> Int {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle].bound < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
