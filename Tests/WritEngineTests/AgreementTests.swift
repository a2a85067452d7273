import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// Evaluators give the same answer on every case: random models × random cases.
@Suite struct AgreementTests {
    /// Whatever answers questions about cases of a model that it was made for.
    typealias Asking = (_ decision: DecisionID, _ arguments: [Datum], _ facts: FactSet, _ params: ParamSet) -> Answer

    /// Compares an evaluator with the reference one; the first pairs on which they differ.
    static func differences(
        models: Range<UInt64>, casesPerModel: Int, _ prepare: (CheckedModel) -> Asking
    ) -> [String] {
        var differences: [String] = []
        for seed in models where differences.count < 5 {
            let model = ModelGenerator(seed: seed).model()
            let ask = prepare(model)
            for number in 0..<casesPerModel {
                var cases = CaseGenerator(model, seed: seed &* 1_000_003 &+ UInt64(number))
                let (facts, params) = (cases.facts(), cases.params())
                let reference = ReferenceEvaluator(model, facts: facts, params: params)
                for decision in model.decisions.indices.map({ DecisionID($0) }) {
                    let arguments = cases.arguments(of: decision)
                    let expected = reference.decide(decision, arguments: arguments)
                    let actual = ask(decision, arguments, facts, params)
                    guard let part = difference(expected, actual) else { continue }
                    differences.append("model \(seed), case \(number), \(model[decision].heading.name): \(part)")
                }
            }
        }
        return differences
    }

    /// The first part in which two answers differ.
    static func difference(_ expected: Answer, _ actual: Answer) -> String? {
        func unlike<Part: Equatable>(_ name: String, _ part: (Answer) -> Part) -> String? {
            part(expected) == part(actual) ? nil : "\(name): expected \(part(expected)), got \(part(actual))"
        }
        return unlike("status") { $0.status } ?? unlike("fault") { $0.fault } ?? unlike("outcome") { $0.outcome }
            ?? unlike("rules") { $0.rules } ?? unlike("held") { $0.held } ?? unlike("actions") { $0.actions }
            ?? unlike("because") { $0.because } ?? unlike("sources") { $0.sources } ?? unlike("needs") { $0.needs }
            ?? unlike("certain") { $0.certain }
    }

    /// An observer changes nothing.
    @Test func observedAnswersAreTheSame() {
        let differences = Self.differences(models: 0..<100, casesPerModel: 5) { model in
            { decision, arguments, facts, params in
                var observer = CountingObserver()
                return ReferenceEvaluator(model, facts: facts, params: params)
                    .decide(decision, arguments: arguments, observing: &observer)
            }
        }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    /// The random pairs reach what they are for.
    @Test func randomCasesReachEveryKindOfAnswer() {
        var seen: [String: Int] = [:]
        _ = Self.differences(models: 0..<300, casesPerModel: 5) { model in
            { decision, arguments, facts, params in
                let answer = ReferenceEvaluator(model, facts: facts, params: params).decide(
                    decision, arguments: arguments)
                for trait in Self.traits(of: answer) { seen[trait, default: 0] += 1 }
                return answer
            }
        }
        for trait in Self.allTraits { #expect(seen[trait, default: 0] >= 3, "\(trait): \(seen[trait, default: 0])") }
    }

    private static let allTraits =
        [
            "determined", "undetermined", "faulted", "held but agreed", "needs", "instead", "certain", "otherwise",
            "actions",
        ]
        + ["overflow", "zeroDivisor", "dateOutOfRange", "outsideCalendar", "noWorkingTime", "severalRules", "noRule"]

    private static func traits(of answer: Answer) -> [String] {
        var traits = [answer.status.rawValue]
        if answer.status == .determined, !answer.held.isEmpty { traits.append("held but agreed") }
        if !answer.needs.isEmpty { traits.append("needs") }
        if answer.rules == [.undetermined] { traits.append("instead") }
        if !answer.certain.isEmpty { traits.append("certain") }
        if answer.rules == [.otherwise] { traits.append("otherwise") }
        if !answer.actions.isEmpty { traits.append("actions") }
        return traits + [answer.fault?.kind.rawValue].compactMap(\.self)
    }
}

/// Looks at everything and keeps nothing but a number.
private struct CountingObserver: EvaluationObserver {
    var events = 0
    mutating func read(_ path: FactPath, _ value: Datum, _ type: WritType) { events += 1 }
    mutating func compared(_ comparison: ObservedComparison) { events += 1 }
}
