import WritSemantics

/// Where in a case a value stands: a fact, a param or an argument, and the way below it.
struct ValuePlace {
    enum Origin {
        case fact(FactID)
        /// A param or an argument: known by name only, and never reported as a missing fact.
        case named
    }

    /// One step down: as a path shows it, and as ``ReachedFacts`` knows it.
    struct Step {
        var shown: FactPath.Step
        var reached: FactReach.Step
    }

    let origin: Origin
    let name: String
    var steps: [Step] = []

    init(fact: FactID, name: String) {
        origin = .fact(fact)
        self.name = name
    }

    init(named name: String) {
        origin = .named
        self.name = name
    }

    var path: FactPath {
        var fact = FactID(-1)
        if case .fact(let id) = origin { fact = id }
        return FactPath(fact: fact, name: name, steps: steps.map(\.shown))
    }

    var reachSteps: [FactReach.Step] { steps.map(\.reached) }
}
