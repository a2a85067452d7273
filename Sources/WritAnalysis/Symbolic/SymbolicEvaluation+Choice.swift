import WritSemantics

extension SymbolicEvaluation {
    /// The first unless it is unknown, else the second. A fault of the first is forgotten where the second stands in.
    func orElse(_ first: Symbol, _ second: Symbol) -> Symbol {
        if first.known == .yes { return first }
        var merged = merge([(first.known, first), (!first.known, second)])
        merged.faulted = table.all([!first.known, second.faulted])
        return merged
    }

    func conditional(_ test: Truth, _ first: Symbol, _ second: Symbol) -> Symbol {
        if test.isTrue == .yes { return first }
        if test.isFalse == .yes { return second }
        var merged = merge([(test.isTrue, first), (test.isFalse, second)])
        merged.faulted = table.any([test.isFaulted, merged.faulted])
        let isFirst = question(of: test)
        merged.content = content(
            [(isFirst, first), (!isFirst, second)].filter { $0.condition != .no && $0.value.known != .no })
        return merged
    }

    /// What a test asks where it is known: the same whether its operands are known for one reason or another, so that a choice by it is
    /// the same choice.
    private func question(of test: Truth) -> Formula {
        let (own, opposite) = (table.conjuncts(of: test.isTrue), table.conjuncts(of: test.isFalse))
        let asked = own.filter { !opposite.contains($0) }
        guard asked.count == 1, opposite.filter({ !own.contains($0) }) == [!asked[0]] else { return test.isTrue }
        return asked[0]
    }

    /// One of several values, each where its condition holds; of the conditions at most one holds. Unknown where none does.
    func merge(_ choices: [(condition: Formula, value: Symbol)]) -> Symbol {
        let choices = choices.filter { $0.condition != .no }
        if choices.count == 1, choices[0].condition == .yes { return choices[0].value }
        let known = table.any(choices.map { table.all([$0.condition, $0.value.known]) })
        let faulted = table.any(choices.map { table.all([$0.condition, $0.value.faulted]) })
        return Symbol(known: known, faulted: faulted, content(choices.filter { $0.value.known != .no }))
    }

    private func content(_ choices: [(condition: Formula, value: Symbol)]) -> Symbol.Content {
        guard let first = choices.first else { return .nothing }
        if choices.dropFirst().allSatisfy({ $0.value.content == first.value.content }) { return first.value.content }
        // What holds something only where it is known: the conditions are taken with that. A quantity is looked at only where one of the
        // conditions holds with its value known.
        switch first.value.content {
        case .truth:
            return .truth(
                table.any(
                    choices.map { choice in
                        guard case .truth(let isTrue) = choice.value.content else { return .no }
                        return table.all([choice.condition, choice.value.known, isTrue])
                    }))
        case .count: return count(choices)
        case .quotient: return quotient(choices)
        case .variant: return variant(choices)
        case .text:
            return .text(
                choices.flatMap { choice -> [TextSymbol] in
                    guard case .text(let texts) = choice.value.content else { return [] }
                    return texts.map {
                        TextSymbol(
                            isIt: table.all([choice.condition, choice.value.known, $0.isIt]), value: $0.value)
                    }
                })
        case .record(let fields):
            return .record(
                fields.indices.map { index in
                    merge(
                        choices.compactMap { choice in
                            guard case .record(let fields) = choice.value.content else { return nil }
                            return (choice.condition, fields[index])
                        })
                })
        case .list:
            return .list(
                ListSymbol(
                    parts: choices.flatMap { choice -> [ListSymbol.Part] in
                        guard case .list(let list) = choice.value.content else { return [] }
                        return list.parts.map { $0.there(where: choice.condition, table) }
                    }))
        case .message, .nothing: return first.value.content
        }
    }

    private func count(_ choices: [(condition: Formula, value: Symbol)]) -> Symbol.Content {
        let values = choices.compactMap { choice -> Definition.Choice? in
            guard case .count(let variable) = choice.value.content else { return nil }
            return Definition.Choice(condition: choice.condition, value: variable)
        }
        return .count(choice(values, name: "the value chosen"))
    }

    private func quotient(_ choices: [(condition: Formula, value: Symbol)]) -> Symbol.Content {
        // Brought to one pair of scales, so that the dividends and the divisors can be chosen by themselves.
        let quotients = choices.compactMap { choice -> (Formula, QuotientSymbol)? in
            guard case .quotient(let quotient) = choice.value.content else { return nil }
            return (choice.condition, quotient)
        }
        let scale = quotients.map(\.1.scale).max()!
        let divisorScale = quotients.map(\.1.divisorScale).max()!
        let dividends = quotients.map {
            Definition.Choice(condition: $0.0, value: scaled($0.1.dividend, by: scale - $0.1.scale))
        }
        let divisors = quotients.map {
            Definition.Choice(
                condition: $0.0,
                value: scaled($0.1.divisor ?? table.constant(1), by: divisorScale - $0.1.divisorScale))
        }
        return .quotient(
            QuotientSymbol(
                dividend: choice(dividends, name: "the dividend chosen"), scale: scale,
                divisor: choice(divisors, name: "the divisor chosen"), divisorScale: divisorScale))
    }

    /// One of them holds wherever the value is looked at: the last one where none before it does.
    private func choice(_ choices: [Definition.Choice], name: String) -> Variable {
        var choices = choices
        choices[choices.count - 1].condition = .yes
        return choices.allSatisfy({ $0.value == choices[0].value })
            ? choices[0].value : table.define(.choice(choices), name: name)
    }

    private func variant(_ choices: [(condition: Formula, value: Symbol)]) -> Symbol.Content {
        var byCase: [Int: [(condition: Formula, one: CaseSymbol)]] = [:]
        for choice in choices {
            guard case .variant(let cases) = choice.value.content else { continue }
            let condition = table.all([choice.condition, choice.value.known])
            for one in cases where one.isIt != .no {
                byCase[one.index, default: []].append((table.all([condition, one.isIt]), one))
            }
        }
        return .variant(
            byCase.keys.sorted().map { index in
                let ones = byCase[index]!
                let fields = ones[0].one.fields.indices.map { field in
                    merge(ones.map { ($0.condition, $0.one.fields[field]) })
                }
                return CaseSymbol(index: index, isIt: table.any(ones.map(\.condition)), fields: fields)
            })
    }

    /// The same value with more decimals.
    func scaled(_ variable: Variable, by decimals: Int) -> Variable {
        if decimals == 0 { return variable }
        let factor = power(of10: decimals)
        return table.define(
            .linear([Definition.Part(coefficient: factor, variable: variable)], constant: 0),
            name: table[variable].name)
    }

    /// Scales end at 30 decimals, so every power that is asked for is there.
    func power(of10 decimals: Int) -> Int128 { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}

extension ListSymbol.Part {
    /// The same, there only where a condition holds too.
    func there(where condition: Formula, _ table: FormulaTable) -> ListSymbol.Part {
        switch self {
        case .element(let isThere, let symbol): .element(isThere: table.all([condition, isThere]), symbol)
        case .many(let isThere, let many): .many(isThere: table.all([condition, isThere]), many)
        }
    }
}
