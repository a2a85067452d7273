import WritSemantics
import WritValues

extension CaseEvaluation {
    func text(_ term: Term, _ locals: Locals) -> Datum {
        switch term.kind {
        case .text(let test, let left, let right):
            self.test(test, evaluate(left, locals), evaluate(right, locals))
        case .like(let operand, let pattern): like(evaluate(operand, locals), pattern)
        case .textLength(let operand): texts([operand], locals) { .count(Int128($0[0].unicodeScalars.count)) }
        case .plainText(let operand): texts([operand], locals) { .text(TextForms.nfc(TextForms.halfWidth($0[0]))) }
        default: preconditionFailure("not about text")
        }
    }

    private func test(_ test: Term.TextTest, _ text: Evaluated, _ part: Evaluated) -> Datum {
        noteComparison(text, .text, part, .text)
        noteWeighed((text, .text), (part, .text))
        if let cause = Cause.merging([text.cause, part.cause]) { return .unknown(cause) }
        return .boolean(test.holds(text.datum.asText, part.datum.asText))
    }

    private func like(_ text: Evaluated, _ pattern: PicturePattern) -> Datum {
        noteWeighed((text, .text))
        return text.cause.map { .unknown($0) } ?? .boolean(pattern.matches(text.datum.asText))
    }

    private func texts(_ operands: [Term], _ locals: Locals, _ operation: ([String]) -> Datum) -> Datum {
        known(operands, locals) { values in operation(values.map(\.asText)) }
    }
}

extension Term.TextTest {
    /// Of bytes, as equality is.
    package func holds(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard text.count >= part.count else { return false }
        return switch self {
        case .startsWith: text.starts(with: part)
        case .endsWith: text.suffix(part.count).elementsEqual(part)
        case .contains: (0...text.count - part.count).contains { text[$0...].starts(with: part) }
        }
    }
}
