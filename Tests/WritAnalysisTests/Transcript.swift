@testable import WritAnalysis

/// The formulas of a table once more over variables whose domains are very much larger, and what keeps these to their old domains: the
/// same questions, with the same answers, for which nothing can be found by trying every value.
struct Transcript {
    let table = FormulaTable()
    /// True where all variables are in their old domains.
    private(set) var box: [Formula] = []
    private let source: FormulaTable
    private var variables: [Variable: Variable] = [:]
    private var formulas: [Int: Formula] = [0: .yes]

    init(of source: FormulaTable) {
        self.source = source
        for index in source.variables.indices { _ = copy(Variable(index)) }
    }

    mutating func copy(_ formula: Formula) -> Formula {
        let copied = copy(node: formula.node)
        return formula.isNegated ? !copied : copied
    }

    private mutating func copy(node: Int) -> Formula {
        if let known = formulas[node] { return known }
        let copied =
            switch source.nodes[node] {
            case .truth: Formula.yes
            case .all(let parts): table.all(parts.map { copy($0) })
            case .atom(.member(let variable, let mask)): table.member(copy(variable), mask)
            case .atom(.atMost(let variable, let bound)): table.atMost(copy(variable), bound)
            case .atom(.difference(let left, let right, let bound)):
                table.difference(copy(left), copy(right), atMost: bound)
            }
        formulas[node] = copied
        return copied
    }

    private mutating func copy(_ variable: Variable) -> Variable {
        if let known = variables[variable] { return known }
        let record = source[variable]
        let copied: Variable
        if let definition = record.definition {
            copied = table.define(copy(definition), name: record.name, domain: domain(of: record, definition))
        } else if case .whole(let range) = record.domain {
            copied = table.opaque(name: record.name, domain: .whole(-1_000_000_000_000_000...4_000_000_000_000_000))
            box += [table.atLeast(copied, range.lowerBound), table.atMost(copied, range.upperBound)]
        } else {
            copied = table.opaque(name: record.name, domain: record.domain)
        }
        variables[variable] = copied
        return copied
    }

    /// What may be anything may be what it was; the rest is as far out as it comes.
    private func domain(of record: VariableRecord, _ definition: Definition) -> Domain? {
        switch definition {
        case .function, .rounded(_, .some, _): return record.domain
        case .choice(let choices) where choices.last?.condition != .yes: return record.domain
        default: break
        }
        if case .finite = record.domain { return record.domain }
        return nil
    }

    private mutating func copy(_ definition: Definition) -> Definition {
        switch definition {
        case .linear(let parts, let constant):
            .linear(
                parts.map { .init(coefficient: $0.coefficient, variable: copy($0.variable)) }, constant: constant)
        case .product(let left, let right): .product(copy(left), copy(right))
        case .rounded(let value, let divisor, let rounding):
            .rounded(copy(value), by: divisor.map { copy($0) }, rounding)
        case .choice(let choices):
            .choice(choices.map { .init(condition: copy($0.condition), value: copy($0.value)) })
        case .extreme(let extreme, let values): .extreme(extreme, values.map { copy($0) })
        case .function(let function): .function(copy(function))
        }
    }

    private mutating func copy(_ function: Definition.Function) -> Definition.Function {
        var copied = function
        copied.arguments = function.arguments.map { .init(variable: copy($0.variable), direction: $0.direction) }
        return copied
    }
}
