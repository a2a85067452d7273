import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// Gathers the tests of a policy: those written in its files, and the cases beside them.
public struct TestCollector {
    private let policy: Policy
    /// What could not be read.
    public private(set) var sink = DiagnosticSink()
    /// How many cases were left out because they ask decisions of policy files beside these that are not part of the policy.
    public private(set) var leftOutCount = 0
    /// How many cases could not be read; why is in the sink.
    public private(set) var unreadCount = 0
    private var others: OtherDecisions

    /// A collector that has found no test yet.
    public init(policy: Policy) {
        self.policy = policy
        others = OtherDecisions(than: policy.model)
    }

    private var model: CheckedModel { policy.model }

    /// All tests, those of the policy's files first. What cannot be read is reported and left out.
    public mutating func collect(beside folders: [String]) -> [TestCase] {
        var reader = CaseFileReader()
        let entries = reader.read(CaseFileReader.paths(beside: folders))
        sink.absorb(reader.sink)
        let asking = entries.filter { !$0.isBase }
        let cases = asking.compactMap { filed($0) }
        unreadCount = asking.count - cases.count - leftOutCount
        return model.tests.map { written($0) } + cases
    }

    // MARK: Tests of policies

    private func written(_ test: Test) -> TestCase {
        var facts = FactSet.empty(of: model)
        var params = ParamSet(of: model)
        for assignment in test.assignments {
            switch assignment.target {
            case .param(let id): params[id] = assignment.value
            case .fact(let id, let steps):
                let path = FactPath(fact: id, name: model[id].heading.name)
                let placed = AssignedValue(model: model, value: assignment.value)
                facts.facts[id.index] = placed.placed(in: facts[id], at: steps[...], model[id].slot.type, path)
            }
        }
        return TestCase(name: test.name, location: test.location, kind: .written(test, facts, params))
    }

    // MARK: Cases of files

    private mutating func filed(_ entry: CaseEntry) -> TestCase? {
        guard let decision = decision(of: entry) else { return nil }
        var expectations = ExpectationReader(policy: policy, decision: decision)
        let expectation = expectations.read(entry.expect)
        sink.absorb(expectations.sink)
        var params = ParamSet(of: model)
        let areParamsRead =
            entry.params.map { ParamBinder(model, for: decision).bind($0, into: &params, sink: &sink) } ?? true
        let empty = DocumentNode(.mapping([]), at: entry.nameLocation)
        let arguments = ArgumentBinder(model, decision).bind(entry.arguments ?? empty, sink: &sink)
        let facts = policy.binder.bind(
            entry.facts ?? empty, for: policy.reach(of: decision), decision: policy.name(of: decision), sink: &sink)
        guard let expectation, let arguments, let facts, areParamsRead else { return nil }
        let question = Question(decision, facts: facts, params: params, arguments: arguments)
        return TestCase(name: entry.name, location: entry.nameLocation, kind: .filed(question, expectation))
    }

    private mutating func decision(of entry: CaseEntry) -> DecisionID? {
        guard let node = entry.decision, case .scalar(let name, _) = node.content else {
            sink.report(
                Diagnostic(
                    .caseFileShape, .error, "the case does not say which decision it asks",
                    at: Label(entry.decision?.location ?? entry.nameLocation, "a case without `decision`"),
                    help: "the policy has \(Spelling.list(policy.decisions))"))
            return nil
        }
        if isOfAnotherFile(name, entry) {
            leftOutCount += 1
            return nil
        }
        do throws(PolicyError) { return try policy.decision(named: name) } catch {
            for diagnostic in error.diagnostics {
                var placed = diagnostic
                placed.primary = Label(node.location, "not declared")
                sink.report(placed)
            }
            return nil
        }
    }

    /// Whether no decision of the policy has this name and one of a file does that was not asked for.
    private mutating func isOfAnotherFile(_ name: String, _ entry: CaseEntry) -> Bool {
        let isOwn = model.decisions.contains {
            $0.heading.name == name || "\($0.heading.policy).\($0.heading.name)" == name
        }
        if isOwn { return false }
        let folder = FilePath.folder(of: FilePath.folder(of: entry.location.file.path))
        return others.contain(name, in: folder)
    }
}
