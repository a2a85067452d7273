/// How often force and the analysis were of one mind, and where not.
struct BruteForceTally {
    var settled = 0
    var undecided = 0
    /// Of what was found by force, what was not told although nothing was said to be open.
    var missed: [String] = []
    var wrong: [String] = []
    /// Texts that could not be read as a condition of the policy.
    var unread: [String] = []

    mutating func settle(_ agrees: Bool, _ what: String) {
        settled += 1
        if !agrees { wrong.append(what) }
    }

    mutating func unread(_ what: String) { unread.append(what) }

    mutating func open(_ what: String) { undecided += 1 }

    /// Of checks that tell nothing where they do not know: what is told is so; what is so and not told is only counted.
    ///
    /// - Parameter isWhole: whether what is so was seen in all cases, so that it is so indeed.
    mutating func sound(_ isTold: Bool, _ isSo: Bool, isWhole: Bool, _ what: String) {
        settled += 1
        if isTold, !isSo { wrong.append(what) }
        if isSo, !isTold, isWhole { missed.append(what) }
    }

    /// - Parameter text: the policy that another tally is about.
    mutating func add(_ other: BruteForceTally, _ text: String) {
        settled += other.settled
        undecided += other.undecided
        unread += other.unread.map { "\(text): \($0)" }
        missed += other.missed.map { "\(text): \($0)" }
        wrong += other.wrong.map { "\(text): \($0)" }
    }
}
