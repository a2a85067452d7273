import Foundation
import Testing
import WritEngine
import WritSemantics
import WritTestSupport

@testable import WritAnalysis

/// The evaluation of all cases against that of one: for generated policies and cases the formulas say what the plain evaluator answers.
@Suite("All cases at once, against one at a time")
struct SymbolicAgreementTests {
    /// How many models; a long run sets `WRIT_ORACLE`.
    private static let models = ProcessInfo.processInfo.environment["WRIT_ORACLE"].flatMap(Int.init) ?? 150

    @Test("Status, rules and outcomes are what the plain evaluator says")
    func generated() {
        var compared = 0
        var left = 0
        var differences: [String] = []
        for seed in 0..<UInt64(Self.models) where differences.count < 5 {
            let model = ModelGenerator(seed: seed, isOrdinary: seed % 2 == 0).model()
            let evaluation = SymbolicEvaluation(
                model, table: FormulaTable(), precision: .narrow(listLength: 4),
                universe: TextUniverse(mentioned: ModelGenerator.texts + ModelGenerator.zones, strangers: ["other"]))
            let symbols = model.decisions.indices.map { evaluation.asked(DecisionID($0)) }
            for number in 0..<20 {
                var cases = CaseGenerator(model, seed: seed &* 7919 &+ UInt64(number), isOrdinary: seed % 2 == 0)
                let facts = cases.facts()
                for symbol in symbols {
                    let arguments = cases.arguments(of: symbol.id)
                    var writer = CaseWriter(evaluation)
                    guard let valuation = writer.valuation(facts, symbol.id, arguments) else {
                        left += 1
                        continue
                    }
                    guard let compares = Self.compare(symbol, evaluation, valuation, facts, arguments) else {
                        left += 1
                        continue
                    }
                    compared += 1
                    if !compares.isEmpty {
                        differences.append(
                            "model \(seed), case \(number), \(model[symbol.id].heading.name): \(compares)")
                    }
                }
            }
        }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        #expect(compared > 10 * Self.models, "\(compared) compared, \(left) left")
    }

    /// The first thing that differs; empty if nothing does, nil if the answer hangs on what is not followed.
    private static func compare(
        _ symbol: DecisionSymbol, _ evaluation: SymbolicEvaluation, _ valuation: Valuation, _ facts: FactSet,
        _ arguments: [Datum]
    ) -> String? {
        let table = evaluation.table
        let answer = ReferenceEvaluator(evaluation.model, facts: facts).decide(symbol.id, arguments: arguments)
        let asked =
            [
                ("determined", symbol.determined, answer.status == .determined),
                ("undetermined", symbol.undetermined, answer.status == .undetermined),
                ("faulted", symbol.faulted, answer.status == .faulted),
                (
                    "uncovered", symbol.uncovered,
                    answer.fault?.kind == .noRule
                        && answer.fault?.location == evaluation.model[symbol.id].heading.location
                        && answer.fault?.detail == evaluation.model[symbol.id].heading.name
                ),
            ]
            + symbol.answers.enumerated().map { index, formula in
                ("rule \(index)", formula, answer.rules.contains(.rule(index)))
            }
        let type = evaluation.model[symbol.id].type
        var goals = asked.map(\.1)
        var outcome = Formula.yes
        if let datum = answer.outcome, !datum.hasOpenPart, type != .message {
            outcome = evaluation.equal(symbol.outcome, type, evaluation.symbol(datum, type), type).isTrue
            goals.append(outcome)
        }
        let isOpen = table.cone(of: goals).contains { variable in
            switch table[variable].origin {
            case .opaque: true
            case .value(let leaf), .known(let leaf), .shape(let leaf):
                leaf.path.contains("?") || leaf.path.contains("#")
            case .defined: false
            }
        }
        if isOpen { return nil }
        let reader = ValuationReader(table, valuation)
        for (name, formula, expected) in asked where reader.holds(formula) != expected {
            return "\(name) expected \(expected); \(answer.status) \(answer.rules) \(String(describing: answer.fault))"
        }
        return reader.holds(outcome) ? "" : "outcome \(String(describing: answer.outcome))"
    }
}

extension Datum {
    fileprivate var hasOpenPart: Bool {
        switch self {
        case .unknown, .message: true
        case .variant(_, let parts), .record(let parts), .list(let parts): parts.contains { $0.hasOpenPart }
        default: false
        }
    }
}
