import WritSemantics
import WritValues

extension SymbolicEvaluation {
    func arithmetic(_ term: Term, _ locals: SymbolicLocals) -> Symbol {
        switch term.kind {
        case .rescale(let operand, let scale):
            return counted([evaluate(operand, locals)], term) { scaled($0[0], by: scale - operand.type.scale) }
        case .negate(let operand): return counted([evaluate(operand, locals)], term) { linear([(-1, $0[0])], term) }
        case .add(let left, let right): return binary(left, right, term, locals) { linear([(1, $0), (1, $1)], term) }
        case .subtract(let left, let right):
            return binary(left, right, term, locals) { linear([(1, $0), (-1, $1)], term) }
        case .multiply(let left, let right):
            let scale = left.type.scale + right.type.scale
            let whole = binary(left, right, term, locals) {
                product($0, $1, name: name(term), type: scale == term.type.scale ? term.type : nil)
            }
            return ofTime(whole, scale: scale, term)
        case .divide(let left, let right): return divide(left, right, locals)
        case .round(let operand, let unit, let mode): return round(operand, unit, mode, term, locals)
        case .extreme(let extreme, let operands):
            return counted(operands.map { evaluate($0, locals) }, term) {
                let best = table.define(.extreme(extreme, $0), name: name(term), type: term.type)
                // One of them it is: told for questions that are looked at deeply, where a search learns from it.
                let isOne = $0.map {
                    extreme == .greatest
                        ? table.difference(best, $0, atMost: 0) : table.difference($0, best, atMost: 0)
                }
                axioms.add(table.any(isOne), about: best, isDeep: true)
                return best
            }
        case .bounded(let operand): return bounded(evaluate(operand, locals))
        default: preconditionFailure("not arithmetic")
        }
    }

    private func binary(
        _ left: Term, _ right: Term, _ term: Term, _ locals: SymbolicLocals,
        _ operation: (Variable, Variable) -> Variable
    ) -> Symbol {
        counted([evaluate(left, locals), evaluate(right, locals)], term) { operation($0[0], $0[1]) }
    }

    /// An operation on counts: unknown with its operands, a fault where the result leaves `Int128`.
    func counted(_ operands: [Symbol], _ term: Term, _ operation: ([Variable]) -> Variable) -> Symbol {
        let known = table.all(operands.map(\.known))
        let faulted = table.any(operands.map(\.faulted))
        let counts = operands.compactMap { operand -> Variable? in
            if case .count(let variable) = operand.content { variable } else { nil }
        }
        guard counts.count == operands.count else { return Symbol(known: .no, faulted: faulted, .nothing) }
        return fitting(operation(counts), known: known, faulted: faulted)
    }

    /// A defined value, unknown where its definition leaves `Int128`.
    private func fitting(_ variable: Variable, known: Formula, faulted: Formula) -> Symbol {
        let interval = table.interval(of: variable)
        // Of constants the end of `Int128` stands for all that lies beyond it.
        if let value = interval.single, value == .min || value == .max {
            return Symbol(known: .no, faulted: table.any([faulted, known]), .count(variable))
        }
        guard interval.low == .min || interval.high == .max, let definition = table[variable].definition,
            !definition.isFunction
        else { return Symbol(known: known, faulted: faulted, .count(variable)) }
        let arguments = definition.variables
        let flag = table.define(
            .function(
                Definition.Function(
                    name: "\(variable.index) fits",
                    arguments: arguments.map { Definition.Argument(variable: $0, direction: .anything) },
                    evaluate: { values in definition.evaluate(values) { _ in true } == nil ? 0 : 1 })),
            name: "\(table[variable].name) fits", domain: .finite(2))
        let fits = table.isTrue(flag)
        return Symbol(
            known: table.all([known, fits]), faulted: table.any([faulted, table.all([known, !fits])]), .count(variable))
    }

    // MARK: Linear

    func linear(_ parts: [(Int128, Variable)], constant: Int128 = 0, _ term: Term) -> Variable {
        linear(parts, constant: constant, name: name(term), type: term.type)
    }

    /// A sum of variables. Sums of sums are put together, so that two that are equal are one.
    func linear(
        _ parts: [(Int128, Variable)], constant: Int128 = 0, name: String, type: WritType? = nil
    ) -> Variable {
        var coefficients: [Variable: Int128] = [:]
        var total = constant
        var isFar = false
        func add(_ factor: Int128, _ variable: Variable) {
            if case .linear(let inner, let value)? = table[variable].definition {
                let (share, isOver) = value.multipliedReportingOverflow(by: factor)
                let (sum, isOverToo) = total.addingReportingOverflow(share)
                isFar = isFar || isOver || isOverToo
                total = sum
                for part in inner {
                    let (coefficient, isOver) = part.coefficient.multipliedReportingOverflow(by: factor)
                    isFar = isFar || isOver
                    coefficients[part.variable, default: 0] &+= coefficient
                }
            } else {
                coefficients[variable, default: 0] &+= factor
            }
        }
        for (factor, variable) in parts { add(factor, variable) }
        if isFar {
            return table.define(
                .linear(parts.map { Definition.Part(coefficient: $0.0, variable: $0.1) }, constant: constant),
                name: name,
                type: type)
        }
        let flat = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        if flat.count == 1, flat[0].value == 1, total == 0 { return flat[0].key }
        return table.define(
            .linear(flat.map { Definition.Part(coefficient: $0.value, variable: $0.key) }, constant: total), name: name,
            type: type)
    }

    /// A term as the policy writes it.
    func name(_ term: Term) -> String { term.location.text }

    // MARK: Products and quotients

    /// - Parameter type: what its counts are counts of, where it has as many decimals.
    func product(_ left: Variable, _ right: Variable, name: String? = nil, type: WritType? = nil) -> Variable {
        if let factor = table.interval(of: left).single {
            return linear([(factor, right)], name: name ?? "the product", type: type)
        }
        if let factor = table.interval(of: right).single {
            return linear([(factor, left)], name: name ?? "the product", type: type)
        }
        return table.define(.product(left, right), name: name ?? "the product", type: type)
    }

    /// Counts of an amount of time have no decimals: the product, which has to fit first, is brought back to whole units.
    private func ofTime(_ product: Symbol, scale: Int, _ term: Term) -> Symbol {
        guard case .amount = term.type, scale > 0, case .count(let count) = product.content else { return product }
        let rounding = Definition.Rounding(scale: scale, unit: 1, unitScale: 0, mode: .halfUp)
        let rounded = table.define(.rounded(count, by: nil, rounding), name: name(term))
        return Symbol(known: product.known, faulted: product.faulted, .count(rounded))
    }

    private func divide(_ left: Term, _ right: Term, _ locals: SymbolicLocals) -> Symbol {
        let (dividend, divisor) = (evaluate(left, locals), evaluate(right, locals))
        let known = table.all([dividend.known, divisor.known])
        let faulted = table.any([dividend.faulted, divisor.faulted])
        guard case .count(let a) = dividend.content, case .count(let b) = divisor.content else {
            return Symbol(known: .no, faulted: faulted, .nothing)
        }
        let isZero = table.isCount(b, 0)
        return Symbol(
            known: table.all([known, !isZero]), faulted: table.any([faulted, table.all([known, isZero])]),
            .quotient(QuotientSymbol(dividend: a, scale: left.type.scale, divisor: b, divisorScale: right.type.scale)))
    }

    private func round(
        _ operand: Term, _ unit: Int128, _ mode: RoundingMode, _ term: Term, _ locals: SymbolicLocals
    ) -> Symbol {
        let value = evaluate(operand, locals)
        guard let quotient = quotient(value, operand.type) else { return value.without(.nothing) }
        var rounding = Definition.Rounding(
            scale: quotient.scale, divisorScale: quotient.divisorScale, unit: unit, unitScale: term.type.scale,
            mode: mode)
        var divisor = quotient.divisor
        // A divisor that is always the same and positive is no second variable: x ÷ d to multiples of u is x to multiples of u·d, over d.
        if let known = divisor.flatMap({ table.interval(of: $0).single }), known == 1 {
            rounding.scale -= rounding.divisorScale
            rounding.divisorScale = 0
            if rounding.scale >= 0 {
                divisor = nil
            } else {
                rounding = Definition.Rounding(
                    scale: quotient.scale, divisorScale: quotient.divisorScale, unit: unit, unitScale: term.type.scale,
                    mode: mode)
            }
        }
        let rounded = table.define(
            .rounded(quotient.dividend, by: divisor, rounding), name: name(term), type: term.type)
        if let divisor { follow(rounded, quotient, divisor, rounding) }
        guard divisor != nil else { return fitting(rounded, known: value.known, faulted: value.faulted) }
        // At least a whole count divides, so the result is no more than the dividend brought to the unit's scale.
        let decimals = quotient.divisorScale - quotient.scale + term.type.scale
        let reach = table.interval(of: quotient.dividend)
        let most = Saturating.multiply(max(Saturating.negate(reach.low), reach.high), power(of10: max(0, decimals)))
        let fits = Saturating.add(most, unit) != .max
        return fits
            ? Symbol(known: value.known, faulted: value.faulted, .count(rounded))
            : fitting(rounded, known: value.known, faulted: value.faulted)
    }

    private func follow(
        _ rounded: Variable, _ quotient: QuotientSymbol, _ divisor: Variable, _ rounding: Definition.Rounding
    ) {
        let share = ShareLemmas.lemma(table, rounded, quotient.dividend, divisor, rounding)
        axioms.add(share, about: rounded, isLemma: true)
        guard quotient.ends.count == 2, rounding.divisorScale == 0 else { return }
        // A mean is rounded no farther than its ends are.
        let ends = quotient.ends.map { table.define(.rounded($0, by: nil, rounding), name: table[$0].name) }
        let isBetween = table.all([
            table.difference(ends[0], rounded, atMost: 0), table.difference(rounded, ends[1], atMost: 0),
        ])
        axioms.add(
            table.implies(table.atLeast(divisor, 1), isBetween), about: rounded, isLemma: true, isDeep: true)
    }

    /// A kept value fits `Int64`.
    func bounded(_ symbol: Symbol) -> Symbol {
        guard case .count(let variable) = symbol.content else { return symbol }
        let fits = table.all([
            table.atLeast(variable, Int128(Int64.min)), table.atMost(variable, Int128(Int64.max)),
        ])
        if fits == .yes { return symbol }
        return Symbol(
            known: table.all([symbol.known, fits]),
            faulted: table.any([symbol.faulted, table.all([symbol.known, !fits])]), symbol.content)
    }
}

extension Definition {
    var isFunction: Bool {
        if case .function = self { true } else { false }
    }
}
