import WritSemantics
import WritValues

/// What a leaf is besides its type.
struct LeafKind {
    var isOptional: Bool
    /// Stands for something that is not followed, and not for a fact.
    var isOpaque = false
    var bounds: ClosedRange<Int128>?
}

extension SymbolicEvaluation {
    func fact(_ id: FactID) -> Symbol {
        if let known = facts[id] { return known }
        let fact = model[id]
        let symbol = leaf(
            roots[id], fact.slot.type, LeafKind(isOptional: fact.slot.isOptional, bounds: fact.slot.bounds))
        facts[id] = symbol
        return symbol
    }

    /// The value at a place of the facts, or something that stands for one.
    func leaf(_ path: String, _ type: WritType, _ kind: LeafKind) -> Symbol {
        var known = Formula.yes
        if kind.isOptional {
            let variable = table.variable(
                origin(path, kind) { .known($0) }, name: "\(path) is known", domain: .finite(2), type: .boolean)
            known = table.isTrue(variable)
        }
        return Symbol(known: known, content(path, type, kind))
    }

    private func content(_ path: String, _ type: WritType, _ kind: LeafKind) -> Symbol.Content {
        func value(_ domain: Domain) -> Variable {
            table.variable(origin(path, kind) { .value($0) }, name: path, domain: domain, type: type)
        }
        switch type {
        case .boolean: return .truth(table.isTrue(value(.finite(2))))
        case .text, .zone: return text(path, type, kind)
        case .calendar:
            let variable = table.variable(
                origin(path, kind) { .value($0) }, name: path, domain: .finite(max(1, model.calendars.count)),
                type: type, words: model.calendars.map(\.heading.name))
            return .variant(
                model.calendars.indices.map { CaseSymbol(index: $0, isIt: table.isValue(variable, $0)) })
        case .variant(let id): return .variant(cases(path, model[id], type, kind))
        case .record(let id): return .record(model[id].fields.map { part("\(path).\($0.name)", $0, kind) })
        case .list(let element): return .list(elements(path, element, kind))
        case .message: return .message
        case .quotient, .poison: return .nothing
        default: return .count(value(.whole(kind.bounds ?? Self.range(of: type))))
        }
    }

    private func part(_ path: String, _ slot: Slot, _ kind: LeafKind) -> Symbol {
        leaf(path, slot.type, LeafKind(isOptional: slot.isOptional, isOpaque: kind.isOpaque, bounds: slot.bounds))
    }

    private func cases(
        _ path: String, _ type: VariantType, _ variantType: WritType, _ kind: LeafKind
    ) -> [CaseSymbol] {
        let count = numbering.count(of: type)
        let isPlain = type.isEnumeration
        let shape = table.variable(
            origin(path, kind) { isPlain ? .value($0) : .shape($0) }, name: path, domain: .finite(count),
            type: variantType, words: numbering.words(of: type))
        return type.cases.indices.map { index in
            let one = type.cases[index]
            return CaseSymbol(
                index: index, isIt: table.isValue(shape, numbering.number(of: index, in: type)),
                fields: one.fields.map { part("\(path).\(one.name).\($0.name)", $0, kind) })
        }
    }

    private func text(_ path: String, _ type: WritType, _ kind: LeafKind) -> Symbol.Content {
        if kind.isOpaque { return .text([TextSymbol(isIt: .yes, value: .opaque(path))]) }
        let variable = table.variable(
            origin(path, kind) { .value($0) }, name: path, domain: .finite(max(1, universe.count)),
            type: type)
        return .text([TextSymbol(isIt: .yes, value: .variable(variable))])
    }

    /// Of a list of facts: some elements, or a stand-in for any of them.
    private func elements(_ path: String, _ element: WritType, _ kind: LeafKind) -> ListSymbol {
        let bounds = LeafKind(isOptional: false, isOpaque: kind.isOpaque, bounds: kind.bounds)
        switch precision {
        case .wide:
            isExact = false
            let length = table.variable(
                origin(path, kind) { .shape($0) }, name: "the number of \(path)", domain: .whole(0...Self.longest),
                type: .integer)
            // The same stand-in for both of two cases: what is asked of it is only compared.
            let any = leaf("\(path)[]", element, bounds)
            return ListSymbol(parts: [
                .many(
                    isThere: .yes,
                    ManySymbol(
                        name: mark(path),
                        base: BaseList(
                            name: mark(path), element: any, length: length, type: element, bounds: kind.bounds,
                            isFact: !kind.isOpaque)))
            ])
        case .narrow(let most):
            let length = table.variable(
                origin(path, kind) { .shape($0) }, name: "the number of \(path)", domain: .finite(most + 1))
            return ListSymbol(
                parts: (0..<most).map { index in
                    let isThere = table.member(length, ValueMask((index + 1)...most, of: most + 1))
                    return .element(isThere: isThere, leaf("\(path)[\(index)]", element, bounds))
                })
        }
    }

    private func origin(
        _ path: String, _ kind: LeafKind, _ make: (FactLeaf) -> VariableRecord.Origin
    ) -> VariableRecord.Origin {
        make(FactLeaf(path: kind.isOpaque ? "?\(path)" : path, copy: isChanged(path) ? 1 : 0))
    }

    private func mark(_ path: String) -> String { isChanged(path) ? "\(path)'" : path }

    private func isChanged(_ path: String) -> Bool {
        guard let changed else { return false }
        return path == changed || path.hasPrefix(changed + ".") || path.hasPrefix(changed + "[")
    }

    /// No list of facts is longer: documents have limits of their own.
    static let longest: Int128 = 1 << 32

    /// The counts that a value of a type may have where nothing else is said.
    static func range(of type: WritType) -> ClosedRange<Int128> {
        switch type {
        case .date: Int128(CivilDate.dayNumbers.lowerBound)...Int128(CivilDate.dayNumbers.upperBound)
        case .time: 0...Int128(CivilTime.microsecondsPerDay - 1)
        case .instant: Int128(Instant.microsecondRange.lowerBound)...Int128(Instant.microsecondRange.upperBound)
        default: Int128(Int64.min)...Int128(Int64.max)
        }
    }

    // MARK: Constants

    func symbol(_ datum: Datum, _ type: WritType) -> Symbol {
        switch (datum, type) {
        case (.boolean(let truth), _): return Symbol(.truth(Formula(truth)))
        case (.count(let count), _): return Symbol(.count(table.constant(count)))
        case (.text(let text), _): return Symbol(.text([TextSymbol(isIt: .yes, value: .constant(text))]))
        case (.variant(let index, let fields), .variant(let id)):
            let slots = model[id].cases[index].fields
            let parts = zip(fields, slots).map { symbol($0, $1.type) }
            return Symbol(.variant([CaseSymbol(index: index, isIt: .yes, fields: parts)]))
        case (.variant(let index, _), _): return Symbol(.variant([CaseSymbol(index: index, isIt: .yes)]))
        case (.record(let fields), .record(let id)):
            return Symbol(.record(zip(fields, model[id].fields).map { symbol($0, $1.type) }))
        case (.list(let elements), .list(let type)):
            return Symbol(
                .list(ListSymbol(parts: elements.map { .element(isThere: .yes, symbol($0, type)) })))
        case (.message, _): return Symbol(.message)
        case (.unknown(let cause), _):
            return Symbol(known: .no, faulted: Formula(cause.fault != nil), .nothing)
        default: return Symbol(known: .no, .nothing)
        }
    }
}
