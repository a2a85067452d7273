import Testing
import WritSemantics
import WritTestSupport

@testable import WritEngine

/// However an explanation is come by, it says what the plain evaluator alone would say, to the last word.
@Suite struct ExplanationAgreementTests {
    private static let shares: UInt64 = 4
    private static let models: UInt64 = 32

    @Test(arguments: 0..<shares)
    func explanationsAreThoseOfThePlainEvaluator(share: UInt64) {
        for seed in stride(from: share, to: Self.models, by: Int(Self.shares)) { compare(seed) }
    }

    private func compare(_ seed: UInt64) {
        let isOrdinary = seed % 8 < 6
        let model = ModelGenerator(seed: seed, isOrdinary: isOrdinary).model()
        var (quick, plain) = (Explainer(model), Explainer(model, isPlain: true))
        (quick.runLimit, plain.runLimit) = (60, 60)
        for number in UInt64(0)..<3 {
            var cases = CaseGenerator(model, seed: seed &* 7_919 &+ number, isOrdinary: isOrdinary)
            let (facts, params) = (cases.facts(), number == 2 ? cases.params() : ParamSet(of: model))
            for decision in model.decisions.indices.map({ DecisionID($0) }) {
                let arguments = cases.arguments(of: decision)
                // Looking for changes takes longest.
                for changes in number == 0 ? [false, true] : [false] {
                    let texts = [quick, plain].map {
                        text(
                            $0.explain(
                                decision, arguments: arguments, facts: facts, params: params, changes: changes))
                    }
                    #expect(texts[0] == texts[1], "model \(seed), case \(number), decision \(decision.index)")
                }
            }
        }
    }

    /// Everything that an explanation says.
    private func text(_ explanation: Explanation) -> String {
        var text = ""
        for trace in [explanation.trace] + explanation.nested {
            dump(trace.answer, to: &text)
            dump(trace.arguments, to: &text)
            dump(trace.facts, to: &text)
            dump(trace.params, to: &text)
            dump(trace.rules, to: &text)
            dump(trace.decisions, to: &text)
        }
        dump(explanation.brokenPromises, to: &text)
        dump(explanation.changes, to: &text)
        return text
    }
}
