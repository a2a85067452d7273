import Glibc
import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// The machine and the reference evaluator give the same answer, in every field, on random models and cases.
@Suite struct MachineAgreementTests {
    /// Pairs of a model and a case, the same in every run. WRIT_AGREEMENT_PAIRS asks for more: some 10,000 a minute
    /// and core without optimisation.
    private static let pairs = getenv("WRIT_AGREEMENT_PAIRS").flatMap { Int(String(cString: $0)) } ?? 4_000
    private static let casesPerModel = 10
    private static let shares: UInt64 = 4

    @Test(arguments: 0..<shares)
    func answersAreThoseOfTheReference(share: UInt64) throws {
        let models = UInt64(max(1, Self.pairs / Self.casesPerModel))
        var differences: [String] = []
        for seed in stride(from: share, to: models, by: Int(Self.shares)) where differences.count < 5 {
            differences += try Self.differences(seed)
        }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    /// One frame serves all cases of a model; every decision is made twice of one loaded case, for what one leaves
    /// behind must not matter to the next.
    private static func differences(_ seed: UInt64) throws -> [String] {
        let model = ModelGenerator(seed: seed).model()
        var frame = Frame(try PlanVerifier.verify(Lowering.plan(of: model)))
        var machine = Machine(observing: NoObserver())
        var differences: [String] = []
        for number in 0..<casesPerModel {
            var cases = CaseGenerator(model, seed: seed &* 1_000_003 &+ UInt64(number))
            let (facts, params) = (cases.facts(), cases.params())
            let reference = ReferenceEvaluator(model, facts: facts, params: params)
            frame.load(facts, params)
            let decisions = model.decisions.indices.map { DecisionID($0) }
            for decision in decisions + decisions.reversed() {
                let arguments = cases.arguments(of: decision)
                let expected = reference.decide(decision, arguments: arguments)
                let actual = machine.decide(decision, arguments: arguments, &frame)
                guard let part = AgreementTests.difference(expected, actual) else { continue }
                differences.append("model \(seed), case \(number), \(model[decision].heading.name): \(part)")
            }
            for promise in model.promises.indices {
                let expected = reference.evaluate(model.promises[promise].condition)
                let actual = machine.promise(promise, &frame)
                if expected != actual { differences.append("model \(seed), case \(number), promise \(promise)") }
            }
        }
        return differences
    }
}
