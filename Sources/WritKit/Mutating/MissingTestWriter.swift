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

    /// The tests, in the order of what they are for; the results that need none have none, and those of one case share one.
    public mutating func write(_ results: [MutantResult]) -> [WrittenTest?] {
        let groups = Self.groups(results)
        var written = groups.map { write($0.test) }
        let kept = TestReplay(compilation).kept(written) { test, number, policy, promises in
            groups[number].results.allSatisfy { index in
                let trial = MutantTrial(policy, promises, results[index].mutant.edit)
                return trial.notices(test, byPromises: false) || trial.notices(test, byPromises: true)
            }
        }
        for number in written.indices where !kept.contains(number) { written[number].block = nil }
        var tests = [WrittenTest?](repeating: nil, count: results.count)
        for (group, test) in zip(groups, written) { for index in group.results { tests[index] = test } }
        return tests
    }

    /// The suggested tests, in their order.
    public mutating func write(_ suggestions: [SuggestedTest]) -> [WrittenTest] {
        var written = suggestions.map { write($0.test) }
        let kept = TestReplay(compilation).kept(written)
        for index in written.indices where !kept.contains(index) { written[index].block = nil }
        return written
    }

    /// One case, and the results that it is for.
    private struct Group {
        var test: MissingTest
        var results: [Int]
    }

    private static func groups(_ results: [MutantResult]) -> [Group] {
        var groups: [Group] = []
        for (index, result) in results.enumerated() {
            guard case .missed(let missing) = result.fate else { continue }
            if let place = groups.firstIndex(where: { $0.test.isSameCase(as: missing) }) {
                groups[place].results.append(index)
                groups[place].test.add(missing.read)
            } else {
                groups.append(Group(test: missing, results: [index]))
            }
        }
        return groups
    }

    /// Not replayed yet.
    private mutating func write(_ missing: MissingTest) -> WrittenTest {
        let name = names.make(for: missing)
        let heading = policy.model[missing.decided.question.decision].heading
        return WrittenTest(
            name: name, file: heading.location.file.path,
            block: TestBlockWriter(policy: policy).text(of: missing, named: name),
            entry: CaseEntryWriter(policy: policy).text(of: missing, named: name),
            entryFile: missing.start.flatMap { $0.isFiled ? $0.location.file.path : nil })
    }
}
