import WritSemantics

extension SymbolicEvaluation {
    func structure(_ term: Term, _ locals: SymbolicLocals) -> Symbol {
        switch term.kind {
        case .field(let record, let index): field(evaluate(record, locals), index)
        case .caseField(let variant, let places): field(evaluate(variant, locals), places)
        case .makeRecord(_, let parts): Symbol(.record(parts.map { part($0, locals) }))
        case .makeCase(_, let index, let parts):
            Symbol(.variant([CaseSymbol(index: index, isIt: .yes, fields: parts.map { part($0, locals) })]))
        case .makeList(let elements):
            Symbol(.list(ListSymbol(parts: elements.map { .element(isThere: .yes, evaluate($0, locals)) })))
        default: preconditionFailure("no structure")
        }
    }

    private func part(_ term: Term?, _ locals: SymbolicLocals) -> Symbol {
        term.map { evaluate($0, locals) } ?? Symbol(known: .no, .nothing)
    }

    private func field(_ record: Symbol, _ index: Int) -> Symbol {
        guard case .record(let fields) = record.content else {
            return Symbol(known: .no, faulted: record.faulted, .nothing)
        }
        var field = fields[index]
        field.known = table.all([record.known, field.known])
        field.faulted = table.any([record.faulted, table.all([record.known, field.faulted])])
        return field
    }

    /// A field of whichever case has it; of the others it is unknown.
    private func field(_ variant: Symbol, _ places: [Term.CaseField]) -> Symbol {
        guard case .variant(let cases) = variant.content else {
            return Symbol(known: .no, faulted: variant.faulted, .nothing)
        }
        var field = merge(
            places.compactMap { place in
                cases.first { $0.index == place.caseIndex }.map {
                    (table.all([variant.known, $0.isIt]), $0.fields[place.fieldIndex])
                }
            })
        field.faulted = table.any([variant.faulted, field.faulted])
        return field
    }

    func isCase(_ symbol: Symbol, _ index: Int) -> Truth {
        var isIt = Formula.no
        if case .variant(let cases) = symbol.content { isIt = cases.first { $0.index == index }?.isIt ?? .no }
        return table.comparison(isIt, known: symbol.known, faulted: symbol.faulted)
    }
}
