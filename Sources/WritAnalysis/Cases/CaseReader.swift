import WritSemantics
import WritValues

/// Reads the facts of a case from values of variables: what a solver found becomes what a host would tell.
struct CaseReader {
    let evaluation: SymbolicEvaluation
    let ordinary: OrdinaryValues
    let valuation: Valuation
    /// Which of several cases that were looked at together.
    var copy = 0

    private var table: FormulaTable { evaluation.table }
    private var model: CheckedModel { evaluation.model }

    /// All facts of the model. Those on which nothing depends have their ordinary value, or are left unknown where they may be.
    func facts() -> FactSet {
        FactSet(
            facts: model.facts.indices.map { index in
                let fact = model.facts[index]
                let path = FactPath(fact: FactID(index), name: fact.heading.name)
                return value(evaluation.roots[FactID(index)], fact.slot, path)
            })
    }

    /// The paths of the facts, and parts of facts, on which something depends.
    var touched: Set<String> {
        Set(
            valuation.values.keys.flatMap { variable -> [String] in
                switch table[variable].origin {
                case .value(let leaf), .known(let leaf), .shape(let leaf): Self.heads(of: leaf.path)
                default: []
                }
            })
    }

    /// The path itself and those of all that it is a part of.
    private static func heads(of path: String) -> [String] {
        path.indices.filter { path[$0] == "." || path[$0] == "[" }.map { String(path[..<$0]) } + [path]
    }

    /// The value at a place; what is unknown names its path.
    func value(_ name: String, _ slot: Slot, _ path: FactPath) -> Datum {
        if slot.isOptional, number(.known(leaf(name))) != 1 { return .unknown(.missing(path)) }
        return content(name, slot.type, slot.bounds, path)
    }

    private func content(_ name: String, _ type: WritType, _ bounds: ClosedRange<Int128>?, _ path: FactPath) -> Datum {
        switch type {
        case .boolean:
            let value = number(.value(leaf(name)))
            return .boolean(value.map { $0 == 1 } ?? ordinary.truth(name))
        case .text, .zone: return .text(text(name, type))
        case .calendar:
            let index = number(.value(leaf(name))) ?? Int128(ordinary.variant(name, count: model.calendars.count))
            return .variant(Int(index), [])
        case .variant(let id): return variant(name, model[id], path)
        case .record(let id):
            return .record(
                model[id].fields.map { value("\(name).\($0.name)", $0, path.appending(.field($0.name))) })
        case .list(let element): return list(name, element, bounds, path)
        default:
            return .count(number(.value(leaf(name))) ?? ordinary.count(name, type, bounds: bounds))
        }
    }

    private func text(_ name: String, _ type: WritType) -> String {
        guard let number = number(.value(leaf(name))) else { return ordinary.text(name, type) }
        let text = evaluation.universe.texts[Int(number)]
        // A zone must be one.
        return type == .zone && Zone.named(text) == nil ? ordinary.text(name, type) : text
    }

    private func variant(_ name: String, _ type: VariantType, _ path: FactPath) -> Datum {
        let told = number(type.isEnumeration ? .value(leaf(name)) : .shape(leaf(name)))
        let index =
            told.flatMap { number in
                type.cases.indices.first { Int128(evaluation.numbering.number(of: $0, in: type)) == number }
            } ?? ordinary.variant(name, count: type.cases.count)
        let one = type.cases[index]
        return .variant(
            index,
            one.fields.map { value("\(name).\(one.name).\($0.name)", $0, path.appending(.field($0.name))) })
    }

    private func list(_ name: String, _ element: WritType, _ bounds: ClosedRange<Int128>?, _ path: FactPath) -> Datum {
        guard let length = number(.shape(leaf(name))) else { return ordinary.list(name) }
        // Of long lists nothing but their length is known here, and nobody wants to read them.
        return .list(
            (0..<Int(min(length, 16))).map { index in
                content("\(name)[\(index)]", element, bounds, path.appending(.element(index)))
            })
    }

    /// What the valuation says of a variable; nil where there is none or nothing depends on it.
    private func number(_ origin: VariableRecord.Origin) -> Int128? {
        table.existing(origin).flatMap { valuation[$0] }
    }

    private func leaf(_ name: String) -> FactLeaf {
        guard copy == 1, let changed = evaluation.changed,
            name == changed || name.hasPrefix(changed + ".") || name.hasPrefix(changed + "[")
        else { return FactLeaf(path: name) }
        return FactLeaf(path: name, copy: 1)
    }
}
