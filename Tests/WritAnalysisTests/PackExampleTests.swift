import Testing
import WritAnalysis
import WritKit
import WritSemantics
import WritSource

/// The cases of the packs, printed as tests of the policies that declare their decisions, are read again and pass.
@Suite("The packs' cases printed as tests")
struct PackExampleTests {
    private static let packs = ["order-desk", "rapid-response", "service-desk", "support-supply-chain", "team-routing"]
    private static let root: String = {
        var folder = FilePath.folder(of: #filePath)
        while !FileSystem.isFile(FilePath.join(folder, "Package.swift")) { folder = FilePath.folder(of: folder) }
        return folder
    }()

    /// Of each file the first ones; all of them would take minutes.
    private static let most = 6

    @Test(arguments: packs)
    func readAgain(_ pack: String) throws {
        let compilation = Compilation(paths: [FilePath.join(Self.root, "rules/\(pack)")])
        let policy = try #require(compilation.policy)
        var collector = TestCollector(policy: policy)
        var printed: [String: [String]] = [:]
        for (number, test) in collector.collect(beside: compilation.sources.folders).enumerated() {
            guard let question = test.question, policy.decide(question).broken.isEmpty else { continue }
            let file = policy.model[question.decision].heading.location.file
            // A test can only give facts that its file can name.
            guard policy.reach(of: question.decision).facts.keys.allSatisfy({ isNamed($0, in: file, policy) }) else {
                continue
            }
            guard printed[file.path, default: []].count < Self.most, question.params.overrides.allSatisfy({ $0 == nil })
            else { continue }
            let example = Self.example(question, policy)
            printed[file.path, default: []].append(
                TestPrinter(model: policy.model).text(example, named: "printed \(number)"))
        }
        #expect(printed.count > 3)
        for (path, tests) in printed { try check(path, tests) }
    }

    private func isNamed(_ fact: FactID, in file: WritSource.SourceFile, _ policy: Policy) -> Bool {
        let owner = policy.model[fact].heading.policy
        let text = String(decoding: file.bytes, as: UTF8.self)
        return owner.isEmpty || text.contains("policy \(owner)\n") || text.contains("use \(owner)\n")
    }

    private func check(_ path: String, _ tests: [String]) throws {
        let text = String(decoding: try FileSystem.read(path), as: UTF8.self) + "\n" + tests.joined(separator: "\n")
        let policy = try Policy(text: text, path: path)
        var collector = TestCollector(policy: policy)
        var runner = TestRunner(policy: policy)
        for test in collector.collect(beside: []) where test.name.hasPrefix("printed ") {
            let outcome = runner.run(test)
            #expect(
                outcome.passed,
                "\(path): \(outcome.differences)\n\(tests.first { $0.contains("\"\(test.name)\"") } ?? "")")
        }
    }

    private static func example(_ question: Question, _ policy: Policy) -> ExampleCase {
        let reach = policy.reach(of: question.decision)
        let assignments = policy.model.facts.indices.map { FactID($0) }.compactMap { id -> FactAssignment? in
            if case .unknown = question.facts[id] { return nil }
            return reach.needs(id) ? FactAssignment(fact: id, value: question.facts[id]) : nil
        }
        return ExampleCase(
            assignments: assignments, facts: question.facts, decision: question.decision, arguments: question.arguments,
            answer: policy.decide(question).answer)
    }
}
