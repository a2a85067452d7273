import WritSemantics

/// In what two answers to one case differ, as far as a test can tell.
enum AnswerDifference: Int, Comparable {
    case none
    /// Only in what is said of it: the reason, the facts that are needed.
    case words
    /// In what is decided or done, or by which rule.
    case outcome

    init(_ mine: Decided, _ other: Decided) {
        let (left, right) = (mine.answer, other.answer)
        if left.status != right.status || !Self.isSame(left.outcome, right.outcome) || mine.rules != other.rules
            || !Self.isSame(left.actions, right.actions)
        {
            self = .outcome
        } else if mine.because != other.because || Set(mine.needs) != Set(other.needs)
            || left.fault?.kind != right.fault?.kind
        {
            self = .words
        } else {
            self = .none
        }
    }

    private static func isSame(_ left: Datum?, _ right: Datum?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left.matches(right)
    }

    private static func isSame(_ left: [AnsweredAction], _ right: [AnsweredAction]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { mine, theirs in
                mine.action == theirs.action
                    && zip(mine.arguments, theirs.arguments).allSatisfy { isSame($0, $1) }
            }
    }

    static func < (left: AnswerDifference, right: AnswerDifference) -> Bool { left.rawValue < right.rawValue }
}
