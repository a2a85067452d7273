import WritSemantics
import WritValues

@testable import WritAnalysis

/// Writes a case as values of variables: the way back from ``CaseReader``. Nil where a text or a list is none of those followed.
struct CaseWriter {
    let evaluation: SymbolicEvaluation
    private var values: [Variable: Int128] = [:]
    private var isWritten = true

    init(_ evaluation: SymbolicEvaluation) { self.evaluation = evaluation }

    mutating func valuation(_ facts: FactSet, _ decision: DecisionID, _ arguments: [Datum]) -> Valuation? {
        for (index, fact) in evaluation.model.facts.enumerated() {
            write(facts.facts[index], fact.slot.type, fact.heading.name, isOptional: fact.slot.isOptional)
        }
        let asked = evaluation.model[decision]
        for (slot, argument) in zip(asked.parameterSlots, arguments) {
            write(
                argument, slot.type, evaluation.roots.argument(slot, of: asked), isOptional: slot.isOptional)
        }
        return isWritten ? Valuation(values: values) : nil
    }

    private mutating func put(_ origin: VariableRecord.Origin, _ value: Int128) {
        if let variable = evaluation.table.existing(origin) { values[variable] = value }
    }

    private mutating func write(_ datum: Datum, _ type: WritType, _ path: String, isOptional: Bool) {
        let leaf = FactLeaf(path: path)
        if case .unknown = datum {
            // What must be told is known in every case that is looked at.
            if isOptional { put(.known(leaf), 0) } else { isWritten = false }
            return
        }
        if isOptional { put(.known(leaf), 1) }
        switch (datum, type) {
        case (.boolean(let truth), _): put(.value(leaf), truth ? 1 : 0)
        case (.count(let count), _): put(.value(leaf), count)
        case (.text(let text), _):
            if let number = evaluation.universe.number(of: text) {
                put(.value(leaf), Int128(number))
            } else if evaluation.table.existing(.value(leaf)) != nil {
                isWritten = false
            }
        case (.variant(let index, let fields), .variant(let id)):
            let type = evaluation.model[id]
            put(type.isEnumeration ? .value(leaf) : .shape(leaf), Int128(index))
            let one = type.cases[index]
            for (field, slot) in zip(fields, one.fields) {
                write(field, slot.type, "\(path).\(one.name).\(slot.name)", isOptional: slot.isOptional)
            }
        case (.variant(let index, _), _): put(.value(leaf), Int128(index))
        case (.record(let fields), .record(let id)):
            for (field, slot) in zip(fields, evaluation.model[id].fields) {
                write(field, slot.type, "\(path).\(slot.name)", isOptional: slot.isOptional)
            }
        case (.list(let elements), .list(let element)):
            guard case .narrow(let most) = evaluation.precision, elements.count <= most else {
                isWritten = false
                return
            }
            put(.shape(leaf), Int128(elements.count))
            for (index, datum) in elements.enumerated() {
                write(datum, element, "\(path)[\(index)]", isOptional: false)
            }
        default: break
        }
    }
}
