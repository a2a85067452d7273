import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// One thing to run: a test written in a policy, or a case of a case file.
public struct TestCase: Sendable {
    public let name: String
    public let location: SourceLocation
    let kind: Kind

    enum Kind: Sendable {
        /// A test of the policy, with its facts and params.
        case written(Test, FactSet, ParamSet)
        case filed(Question, CaseExpectation)
    }
}

/// Where what was expected and what came differ.
public struct TestDifference: Sendable {
    /// What is compared: `outcome`, `rule`, …
    public let what: String
    public let expected: String
    public let actual: String
}

/// What became of a test.
public struct TestOutcome: Sendable {
    public let test: TestCase
    public let differences: [TestDifference]
    /// The facts the decision looked at, with their values, if the test failed.
    public let facts: [(path: String, value: String)]
    /// Two evaluators gave different answers: a bug of Writ, not of the policy.
    public let disagreement: String?

    public var passed: Bool { differences.isEmpty && disagreement == nil }
}
