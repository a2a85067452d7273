import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// One thing to run: a test written in a policy, or a case of a case file.
public struct TestCase: Sendable {
    /// The name its author gave it.
    public let name: String
    /// Where the name is written.
    public let location: SourceLocation
    let kind: Kind

    /// What it asks, of a case of a file; a test of the policy may ask several things.
    public var question: Question? {
        if case .filed(let question, _) = kind { return question }
        return nil
    }

    enum Kind: Sendable {
        /// A test of the policy, with its facts and params.
        case written(Test, FactSet, ParamSet)
        case filed(Question, CaseExpectation)
    }
}

/// Where what was expected and what came differ.
public struct TestDifference: Sendable {
    /// What is compared: `outcome`, `rule`, …; `that` for any other condition of a test, `the promise` for a broken one.
    public let what: String
    /// What the test expects, as a policy writes it.
    public let expected: String
    /// What came in its place, as a policy writes it.
    public let actual: String
}

/// What became of a test.
public struct TestOutcome: Sendable {
    /// The test that was run.
    public let test: TestCase
    /// What differs from what was expected, in the order in which the test says it.
    public let differences: [TestDifference]
    /// The facts the decision looked at, each once with its value, if the test failed. A record or a list of which parts
    /// were read is there by these.
    public let facts: [(path: String, value: String)]
    /// Two evaluators gave different answers: a bug of Writ, not of the policy.
    public let disagreement: String?

    /// Whether all that was expected came, and both evaluators agree.
    public var passed: Bool { differences.isEmpty && disagreement == nil }
}
