import Glibc
import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// What a branching program answers is what the reference evaluator answers, in every field, on random models and cases.
/// What it leaves to the machine is not looked at here; how much that is, is.
@Suite struct BranchAgreementTests {
    private static let pairs = getenv("WRIT_AGREEMENT_PAIRS").flatMap { Int(String(cString: $0)) } ?? 4_000
    private static let casesPerModel = 10
    private static let shares: UInt64 = 4

    @Test(arguments: 0..<shares)
    func answersAreThoseOfTheReference(share: UInt64) throws {
        let models = UInt64(max(1, Self.pairs / Self.casesPerModel))
        var tally = Tally()
        for seed in stride(from: share, to: models, by: Int(Self.shares)) where tally.differences.count < 5 {
            Self.compare(seed, &tally)
        }
        #expect(tally.differences.isEmpty, "\(tally.differences.joined(separator: "\n"))")
        if getenv("WRIT_BRANCH_TALLY") != nil { print(tally.text) }
        #expect(tally.answered * 10 > tally.determined, "\(tally.text)")
    }

    struct Tally {
        var differences: [String] = []
        /// Answers of the program, and determined answers of the reference evaluator.
        var answered = 0
        var determined = 0
        var obstacles: [String: Int] = [:]

        var text: String {
            let worst = obstacles.sorted { $0.value > $1.value }.prefix(12).map { "\($0.value) \($0.key)" }
            return "answered \(answered) of \(determined) determined; \(worst.joined(separator: "; "))"
        }
    }

    private static func compare(_ seed: UInt64, _ tally: inout Tally) {
        // Every fourth model has the ends of ranges in it, with which little is decided.
        let isOrdinary = seed / shares % 4 != 0
        let model = ModelGenerator(seed: seed, isOrdinary: isOrdinary).model()
        for number in 0..<casesPerModel {
            var cases = CaseGenerator(model, seed: seed &* 1_000_003 &+ UInt64(number), isOrdinary: isOrdinary)
            let (facts, params) = (cases.facts(), cases.params())
            let program = BranchProgram(model, params: params)
            var run = BranchRun(program)
            let row = CaseRow(program.layout)
            if number == 0 {
                for case let obstacle? in program.obstacles { tally.obstacles[obstacle, default: 0] += 1 }
                tally.obstacles.merge(program.partialObstacles) { $0 + $1 }
            }
            guard row.load(facts, of: model) else { continue }
            let reference = ReferenceEvaluator(model, facts: facts, params: params)
            for index in model.decisions.indices where model.decisions[index].parameters.isEmpty {
                let decision = DecisionID(index)
                let expected = reference.decide(decision)
                let isKept = reference.promises(for: decision).isEmpty
                if expected.status == .determined, isKept { tally.determined += 1 }
                guard let actual = run.answer(decision, row) else { continue }
                tally.answered += 1
                var difference = AgreementTests.difference(expected, actual)
                if difference == nil, !isKept { difference = "a broken promise" }
                guard let difference else { continue }
                tally.differences.append(
                    "model \(seed), case \(number), \(model[decision].heading.name): \(difference)")
            }
        }
    }
}
