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

    mutating func add(_ one: ChangeClass) { if !has(one.old, one.new) { found.append(one) } }

    /// Notes that there may be cases besides.
    mutating func leaveOpen(_ hardness: Hardness) { open = hardness }
}
