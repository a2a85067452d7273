/// One line of the table: what Writ takes, what the same takes by hand in the same run, and what was promised.
struct Figure: Encodable {
    enum Unit: String, Encodable {
        case nanoseconds = "ns"
        case milliseconds = "ms"
        case megabytes = "MB"
        case casesPerSecond = "cases/s"
        case allocations = ""
        case factor = "×"
    }

    /// A bound that a figure, or its ratio to the baseline, should keep.
    struct Goal: Encodable {
        enum Sense: String, Encodable { case atMost = "≤", atLeast = "≥" }

        var sense: Sense
        var bound: Double
        var isOfRatio: Bool

        static func ratio(atMost bound: Double) -> Goal { Goal(sense: .atMost, bound: bound, isOfRatio: true) }
        static func ratio(atLeast bound: Double) -> Goal { Goal(sense: .atLeast, bound: bound, isOfRatio: true) }
        static func value(atMost bound: Double) -> Goal { Goal(sense: .atMost, bound: bound, isOfRatio: false) }
        static func value(atLeast bound: Double) -> Goal { Goal(sense: .atLeast, bound: bound, isOfRatio: false) }

        func isMet(by value: Double) -> Bool { sense == .atMost ? value <= bound : value >= bound }
    }

    var title: String
    var value: Double
    var unit: Unit
    var baseline: Double?
    /// What the baseline is.
    var against: String?
    var goal: Goal?

    var ratio: Double? { baseline.map { value / $0 } }

    var isGoalMet: Bool? {
        guard let goal else { return nil }
        if !goal.isOfRatio { return goal.isMet(by: value) }
        return ratio.map { goal.isMet(by: $0) }
    }
}
