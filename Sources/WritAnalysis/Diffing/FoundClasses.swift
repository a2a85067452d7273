/// The classes of changed cases that were found so far, each once, and whether these are all.
struct FoundClasses {
    private(set) var found: [ChangeClass] = []
    /// What kept a question open.
    private(set) var open: Hardness?
    private let most: Int

    /// - Parameter most: of more than these nothing is told but that there are more.
    init(most: Int) { self.most = most }

    var isFull: Bool { found.count >= most }
    var isComplete: Bool { open == nil && !isFull }

    func has(_ old: ChangeClass.Side, _ new: ChangeClass.Side) -> Bool {
        found.contains { $0.old == old && $0.new == new }
    }

    mutating func add(_ one: ChangeClass) {
        guard let place = found.firstIndex(where: { $0.old == one.old && $0.new == one.new }) else {
            return found.append(one)
        }
        // Cases of another part, or none that are told.
        found[place].isWhole = found[place].isWhole && one.isWhole
        found[place].regions += one.regions.filter { !found[place].regions.contains($0) }
    }

    /// Notes that there may be cases besides.
    mutating func leaveOpen(_ hardness: Hardness) { open = hardness }
}
