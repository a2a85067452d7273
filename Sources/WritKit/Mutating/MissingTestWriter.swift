import WritEngine
import WritSemantics
import WritSource

/// Writes missing tests out, and replays what is written before anybody sees it.
public struct MissingTestWriter {
    private let compilation: Compilation
    private let policy: Policy
    private var names: MissingTestName

    /// Nil for a policy with errors.
    ///
    /// - Parameter tests: the tests there are.
    public init?(_ compilation: Compilation, tests: [TestCase]) {
        guard let policy = compilation.policy else { return nil }
        self.compilation = compilation
        self.policy = policy
        names = MissingTestName(policy: policy, tests: tests)
    }

    /// The tests, in the order of what they are for; the results that need none have none.
    public mutating func write(_ results: [MutantResult]) -> [WrittenTest?] {
        var written = results.map { result -> WrittenTest? in
            guard case .missed(let missing) = result.fate else { return nil }
            return write(missing)
        }
        let replay = TestReplay(compilation)
        let kept = replay.kept(written) { test, index, policy, promises in
            let trial = MutantTrial(policy, promises, results[index].mutant.edit)
            return trial.notices(test, byPromises: false) || trial.notices(test, byPromises: true)
        }
        for index in written.indices where !kept.contains(index) { written[index]?.block = nil }
        return written
    }

    /// The suggested tests, in their order.
    public mutating func write(_ suggestions: [SuggestedTest]) -> [WrittenTest] {
        var written = suggestions.map { write($0.test) }
        let kept = TestReplay(compilation).kept(written)
        for index in written.indices where !kept.contains(index) { written[index].block = nil }
        return written
    }

    /// Not replayed yet.
    mutating func write(_ missing: MissingTest) -> WrittenTest {
        let name = names.make(for: missing)
        let heading = policy.model[missing.decided.question.decision].heading
        return WrittenTest(
            name: name, file: heading.location.file.path,
            block: TestBlockWriter(policy: policy).text(of: missing, named: name),
            entry: CaseEntryWriter(policy: policy).text(of: missing, named: name),
            entryFile: missing.start.flatMap { $0.isFiled ? $0.location.file.path : nil })
    }
}
