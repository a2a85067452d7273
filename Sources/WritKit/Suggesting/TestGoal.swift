import WritSemantics
import WritSource

/// Something that the tests of a policy should show once.
enum TestGoal: Hashable, Sendable {
    /// The two sides of a comparison equal.
    case equal(probe: Int)
    /// The side of the boundary where the comparison turns out otherwise than at it, one unit away.
    case beside(probe: Int)
    /// A value of an enumeration that is tested.
    case value(ComparisonProbe.Subject, Int)
    /// A fact that may be unknown, unknown.
    case unknown(FactID, [Int])
    /// Two cases in which a rule turns out otherwise although only one of its conditions does.
    case flip(DecisionID, rule: Int, leaf: Int)
}

/// A goal with its words.
struct StatedGoal: Sendable {
    var goal: TestGoal
    var site: EvaluationSite
    var policy: String
    var location: SourceLocation
    var description: String
}
