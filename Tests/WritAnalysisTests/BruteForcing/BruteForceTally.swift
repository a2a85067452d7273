/// How often force and the analysis were of one mind, and where not.
struct BruteForceTally {
    var settled = 0
    var undecided = 0
    /// Of what was found by force, what was not told although nothing was said to be open.
    var missed: [String] = []
    var wrong: [String] = []

    mutating func settle(_ agrees: Bool, _ what: String) {
        settled += 1
        if !agrees { wrong.append(what) }
    }

    mutating func open(_ what: String) { undecided += 1 }

    /// Of checks that tell nothing where they do not know: what is told is so; what is so and not told is only counted.
    mutating func sound(_ isTold: Bool, _ isSo: Bool, _ what: String) {
        settled += 1
        if isTold, !isSo { wrong.append(what) }
        if isSo, !isTold { missed.append(what) }
    }
}
