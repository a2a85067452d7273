/// Which elements of a list at the top have faults, told by how many faults there are when each ends.
struct CaseTally {
    /// Whether there was a fault before the first element: one of the list itself.
    private(set) var startsBroken = false
    private(set) var isBroken: [Bool] = []
    private var faults = 0

    mutating func begin(faults: Int) {
        startsBroken = faults > 0
        self.faults = faults
    }

    mutating func endCase(faults: Int) {
        isBroken.append(faults > self.faults)
        self.faults = faults
    }
}
