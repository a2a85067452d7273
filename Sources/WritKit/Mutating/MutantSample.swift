import WritEngine
import WritSemantics

/// Which mutants are tried: all of them, but of a large table some, the same ones each time.
///
/// A table of a thousand rows has ten thousand mutants, each case of one takes as long as the table is large, and the tests have cases
/// for a few rows: what a sample says of them is what all of them would say.
struct MutantSample {
    private(set) var tried: [Mutant] = []
    /// The tables of which only some were tried, in the order of their mutants.
    private(set) var tables: [SampledTable] = []

    /// Of decisions with more rules than this,
    static let largeTable = 60
    /// so many mutants are tried.
    static let mostOfTable = 200

    init(of mutants: [Mutant], in model: CheckedModel) {
        let large = Set(mutants.compactMap { $0.site.decision }.filter { model[$0].rules.count > Self.largeTable })
        let counts = mutants.reduce(into: [DecisionID: Int]()) { counts, mutant in
            if let id = mutant.site.decision, large.contains(id) { counts[id, default: 0] += 1 }
        }
        var places: [DecisionID: Int] = [:]
        for mutant in mutants {
            guard let id = mutant.site.decision, let all = counts[id], all > Self.mostOfTable else {
                tried.append(mutant)
                continue
            }
            let place = places[id] ?? 0
            if place == 0 {
                tables.append(
                    SampledTable(
                        decision: model[id].heading.name, policy: mutant.policy, tried: Self.mostOfTable, all: all))
            }
            places[id] = place + 1
            // Spread evenly: so many whole steps lie between the first and this one.
            if (place + 1) * Self.mostOfTable / all > place * Self.mostOfTable / all { tried.append(mutant) }
        }
    }
}

/// A large table of which not all mutants were tried.
public struct SampledTable: Sendable, Hashable {
    /// The decision's name.
    public let decision: String
    /// The policy that declares it.
    public let policy: String
    /// How many of its mutants were tried.
    public let tried: Int
    /// How many it has.
    public let all: Int
}
