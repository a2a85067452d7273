import WritSemantics
import WritValues

extension CaseEvaluation {
    /// Operations on counts; what leaves `Int128` is a fault that shows the operands.
    func arithmetic(_ term: Term, _ locals: Locals) -> Datum {
        switch term.kind {
        case .rescale(let operand, let scale): rescale(operand, scale, term, locals)
        case .negate(let operand):
            counts([operand], locals) { counts in
                let (result, overflow) = Int128(0).subtractingReportingOverflow(counts[0])
                return self.fitting(overflow ? nil : result, term) { "-\(FaultDetail.text(counts[0], operand.type))" }
            }
        case .add(let left, let right):
            binary("+", left, right, term, locals) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right):
            binary("-", left, right, term, locals) { $0.subtractingReportingOverflow($1) }
        case .multiply(let left, let right): multiply(left, right, term, locals)
        case .round(let operand, let unit, let mode): round(operand, unit, mode, term, locals)
        case .extreme(let extreme, let operands):
            counts(operands, locals) { .count(extreme == .least ? $0.min()! : $0.max()!) }
        default: preconditionFailure("not arithmetic")
        }
    }

    private func rescale(_ operand: Term, _ scale: Int, _ term: Term, _ locals: Locals) -> Datum {
        counts([operand], locals) { counts in
            self.fitting(Exact.rescale(counts[0], from: operand.type.scale, to: scale), term) {
                FaultDetail.text(counts[0], operand.type)
            }
        }
    }

    private func binary(
        _ sign: String, _ left: Term, _ right: Term, _ term: Term, _ locals: Locals,
        _ operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
    ) -> Datum {
        assert(left.type.scale == right.type.scale, "the checker brings operands to one scale")
        return counts([left, right], locals) { counts in
            let (result, overflow) = operation(counts[0], counts[1])
            return self.fitting(overflow ? nil : result, term) {
                FaultDetail.operation(counts[0], left.type, sign, counts[1], right.type)
            }
        }
    }

    /// The product of the counts has the scales of both; an amount of time has none, so it is brought back to whole units.
    private func multiply(_ left: Term, _ right: Term, _ term: Term, _ locals: Locals) -> Datum {
        counts([left, right], locals) { counts in
            let (product, overflow) = counts[0].multipliedReportingOverflow(by: counts[1])
            var result = overflow ? nil : product
            if case .amount = term.type, let product = result {
                result = Ratio(product, scale: left.type.scale + right.type.scale).rounded(to: 1, scale: 0, .halfUp)
            }
            return self.fitting(result, term) {
                FaultDetail.operation(counts[0], left.type, "*", counts[1], right.type)
            }
        }
    }

    private func round(_ operand: Term, _ unit: Int128, _ mode: RoundingMode, _ term: Term, _ locals: Locals) -> Datum {
        let value = evaluate(operand, locals)
        guard let ratio = value.ratio(scale: operand.type.scale) else { return value.datum }
        return fitting(ratio.rounded(to: unit, scale: term.type.scale, mode), term) { FaultDetail.text(ratio) }
    }

    func divide(_ left: Term, _ right: Term, _ term: Term, _ locals: Locals) -> Evaluated {
        let values = (datum(left, locals), datum(right, locals))
        if let cause = Cause.merging([values.0.causeIfUnknown, values.1.causeIfUnknown]) { return .unknown(cause) }
        let (numerator, divisor) = (values.0.asCount, values.1.asCount)
        if divisor == 0 {
            let detail = FaultDetail.operation(numerator, left.type, "/", divisor, right.type)
            return Evaluated(.faulted(.zeroDivisor, at: term, detail))
        }
        return Evaluated(Ratio(numerator, scale: left.type.scale, over: divisor, scale: right.type.scale))
    }

    /// A kept value's count fits `Int64`. What is no count passes.
    func bounded(_ operand: Term, _ term: Term, _ locals: Locals) -> Evaluated {
        let value = evaluate(operand, locals)
        guard case .datum(.count(let count)) = value.content, Int64(exactly: count) == nil else { return value }
        return Evaluated(.faulted(.overflow, at: term, FaultDetail.text(count, operand.type)))
    }

    func fitting(_ count: Int128?, _ term: Term, _ detail: () -> String) -> Datum {
        count.map { .count($0) } ?? .faulted(.overflow, at: term, detail())
    }
}
