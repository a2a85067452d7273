import Testing
import WritSemantics
import WritTestSupport

@testable import WritKit

/// Terms with other operands.
@Suite struct MutatingTermTests {
    /// Whoever forgets an operand, or has them in another order than ``Term/forEachOperand(_:)``, is found here.
    @Test func theSameOperandsGiveTheSameTerm() {
        var kinds = 0
        for seed in 0..<300 as Range<UInt64> {
            let generator = ModelGenerator(seed: seed)
            let model = generator.model()
            for decision in model.decisions {
                decision.forEachTerm { term in kinds += check(term, TermPrinter(model: model)) }
            }
        }
        #expect(kinds > 3_000)
    }

    private func check(_ term: Term, _ printer: TermPrinter) -> Int {
        if case .message = term.kind { return 0 }
        let collected = Collected()
        let same = term.rewritingOperands { index, operand in
            collected.add(index, operand)
            return operand
        }
        #expect(collected.numbers == Array(term.operands.indices))
        #expect(zip(collected.operands, term.operands).allSatisfy { printer.text($0) == printer.text($1) })
        #expect(printer.text(same) == printer.text(term))
        return 1 + term.operands.reduce(0) { $0 + check($1, printer) }
    }

    private final class Collected {
        var numbers: [Int] = []
        var operands: [Term] = []

        func add(_ number: Int, _ operand: Term) {
            numbers.append(number)
            operands.append(operand)
        }
    }
}
