import WritEngine
import WritSemantics

/// What would change an answer: each other answer, and below it the facts that would bring it about, each by itself.
struct ChangeLines {
    let words: ExplanationWords

    /// More answers, and more ways to one, than this are counted, not shown.
    private static let shownAnswers = 8
    private static let shownWays = 4
    private static let columns = 100

    func lines(_ changes: Changes) -> [String] {
        var groups: [(answer: String, ways: [String])] = []
        for change in changes.changes {
            let answer = words.outcome(of: change.answer) + words.by(change.answer)
            let way = "\(change.fact.path.description) = \(words.value(change.value, change.fact.type))"
            if let known = groups.firstIndex(where: { $0.answer == answer }) {
                groups[known].ways.append(way)
            } else {
                groups.append((answer, [way]))
            }
        }
        var all = groups.prefix(Self.shownAnswers).flatMap { lines($0.answer, $0.ways) }
        if groups.count > Self.shownAnswers {
            all.append("and \(ExplanationWords.count(groups.count - Self.shownAnswers, "other answer"))")
        }
        if changes.isCapped { all.append("not everything was tried: the case is large") }
        return all
    }

    private func lines(_ answer: String, _ ways: [String]) -> [String] {
        var pieces = ways.prefix(Self.shownWays).enumerated().map { ($0 == 0 ? "if " : "or ") + $1 }
        if ways.count > Self.shownWays {
            pieces.append("or \(ExplanationWords.count(ways.count - Self.shownWays, "other fact"))")
        }
        return [answer] + TextWrapping.wrapped(pieces, columns: Self.columns - 6).map { "  " + $0 }
    }
}
