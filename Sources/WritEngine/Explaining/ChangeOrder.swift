import WritSemantics

/// Puts the changes that tell most first: what settles an undetermined answer; then one for each other answer before the second for any, the nearest first.
struct ChangeOrder {
    /// The facts that an undetermined answer waits for: they come before all others.
    private let needs: Set<FactPath>

    init(for answer: Answer) { needs = Set(answer.needs) }

    /// Of changes that are equally telling the first stays the first.
    func sorted(_ changes: [Change]) -> [Change] {
        let near = changes.enumerated().map { (offset: $0, change: $1, effort: Self.effort(of: $1)) }
            .sorted { ($0.effort, $0.offset) < ($1.effort, $1.offset) }
        var counts: [AnswerKind: Int] = [:]
        let ranked = near.enumerated().map { place, entry -> (change: Change, tier: Int, turn: Int, place: Int) in
            let kind = AnswerKind(entry.change.answer)
            let turn = counts[kind, default: 0]
            counts[kind] = turn + 1
            let tier = kind.status == .determined ? (needs.contains(entry.change.fact.path) ? 0 : 1) : 2
            return (entry.change, tier, turn, place)
        }
        return ranked.sorted { ($0.tier, $0.turn, $0.place) < ($1.tier, $1.turn, $1.place) }.map(\.change)
    }

    /// How much would have to be different, roughly: 1 is as much as there is, or a month.
    private static func effort(of change: Change) -> Double {
        switch (change.fact.value, change.value) {
        case (.count(let old), .count(let new)):
            let distance = Double(old < new ? (new - old).magnitude : (old - new).magnitude)
            return distance / scale(change.fact.type, old) + (old.signum() * new.signum() < 0 ? 8 : 0)
        case (_, .unknown): return 4
        default: return 0.5
        }
    }

    private static func scale(_ type: WritType, _ old: Int128) -> Double {
        let day = 86_400_000_000.0
        return switch type {
        case .date: 30
        case .time: day
        case .instant: 30 * day
        default: max(1, Double(old.magnitude))
        }
    }
}
