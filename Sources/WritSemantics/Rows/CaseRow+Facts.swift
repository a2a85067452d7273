import WritSource
import WritValues

// A row and a set of facts say the same in two forms.
extension CaseRow {
    /// Takes in a case.
    ///
    /// - Returns: whether the row can say it: a value of -2⁶³, a count beyond 64 bits, a day that is none, a message and an unknown that is more
    ///   than a missing fact are not for rows. When it cannot, the row is of no use until the next case.
    public func load(_ facts: FactSet, of model: CheckedModel) -> Bool {
        removeAll()
        if let id = facts.id { name = number(of: id) }
        for index in facts.facts.indices {
            let value = (facts.facts[index], model.facts[index].slot.type)
            guard let cells = flat(value.0, value.1, model) else { return false }
            for (offset, cell) in cells.enumerated() { self.cells[layout.facts[index] + offset] = cell }
        }
        return true
    }

    /// The cells of a value; nil when a row cannot say it.
    private func flat(_ datum: Datum, _ type: WritType, _ model: CheckedModel) -> [Int64]? {
        let width = layout.width(of: type)
        var cells = [Int64](repeating: Self.unknown, count: width)
        switch (datum, type) {
        case (.unknown(let cause), _):
            return cause.fault == nil && cause.absence == nil ? cells : nil
        case (.boolean(let truth), _): cells[0] = truth ? 1 : 0
        case (.count(let count), _):
            guard let cell = Int64(exactly: count), cell != Self.unknown, type.canHold(cell) else { return nil }
            cells[0] = cell
        case (.text(let text), _): cells[0] = Int64(number(of: text))
        case (.variant(let index, _), .calendar): cells[0] = Int64(index)
        case (.variant(let index, let values), .variant(let id)):
            cells[0] = Int64(index)
            for (field, value) in values.enumerated() {
                let slot = model[id].cases[index].fields[field]
                guard let part = flat(value, slot.type, model) else { return nil }
                let offset = layout.offset(of: field, inCase: index, of: id)
                cells.replaceSubrange(offset..<offset + part.count, with: part)
            }
        case (.record(let values), .record(let id)):
            cells[0] = 0
            for (field, value) in values.enumerated() {
                guard let part = flat(value, model[id].fields[field].type, model) else { return nil }
                let offset = layout.offset(of: field, in: id)
                cells.replaceSubrange(offset..<offset + part.count, with: part)
            }
        case (.list(let elements), .list(let element)):
            let width = layout.width(of: element)
            let start = reserve(elements.count * width)
            for (index, value) in elements.enumerated() {
                guard let part = flat(value, element, model) else { return nil }
                for (offset, cell) in part.enumerated() { arena[start + index * width + offset] = cell }
            }
            cells[0] = Self.run(start: start, count: elements.count)
        default: return nil
        }
        return cells
    }

    /// The same case as a set of facts. What is unknown is so because it is missing.
    public func factSet(of model: CheckedModel) -> FactSet {
        let facts = model.facts.indices.map { index in
            let path = FactPath(fact: FactID(index), name: model.facts[index].heading.name)
            return datum(cells + layout.facts[index], model.facts[index].slot.type, model, path)
        }
        return FactSet(facts: facts, id: name < 0 ? nil : text(name))
    }

    /// The value that begins at a cell.
    ///
    /// - Parameter elements: where the elements of a list lie; the row's own, unless somebody keeps others.
    public func datum(
        _ cells: UnsafePointer<Int64>, _ type: WritType, _ model: CheckedModel, _ path: @autoclosure () -> FactPath,
        elements: ((Int64) -> UnsafePointer<Int64>)? = nil, texts: MadeTexts? = nil
    ) -> Datum {
        let cell = cells.pointee
        if cell == Self.unknown { return .unknown(.missing(path())) }
        switch type {
        case .boolean: return .boolean(cell != 0)
        case .text, .zone, .message: return .text(texts?.text(Int(cell), beside: self) ?? text(Int(cell)))
        case .calendar: return .variant(Int(cell), [])
        case .record(let id):
            let fields = model.records[id.index].fields
            return .record(
                fields.indices.map { field in
                    datum(
                        cells + layout.offset(of: field, in: id), fields[field].type, model,
                        path().appending(.field(fields[field].name)), elements: elements, texts: texts)
                })
        case .variant(let id):
            let tag = Int(cell)
            let fields = model.variants[id.index].cases[tag].fields
            return .variant(
                tag,
                fields.indices.map { field in
                    datum(
                        cells + layout.offset(of: field, inCase: tag, of: id), fields[field].type, model,
                        path().appending(.field(fields[field].name)), elements: elements, texts: texts)
                })
        case .list(let element):
            let width = layout.width(of: element)
            let first = elements?(cell) ?? UnsafePointer(arena + Self.start(of: cell))
            return .list(
                (0..<Self.count(of: cell)).map { index in
                    datum(
                        first + index * width, element, model, path().appending(.element(index)), elements: elements,
                        texts: texts)
                })
        default: return .count(Int128(cell))
        }
    }
}

extension WritType {
    /// Whether a count is a day, a time of day or an instant where the type is one.
    fileprivate func canHold(_ count: Int64) -> Bool {
        switch self {
        case .date: CivilDate(dayNumber: Int(count)) != nil
        case .time: CivilTime(microseconds: count) != nil
        case .instant: Instant(microseconds: count) != nil
        default: true
        }
    }
}
