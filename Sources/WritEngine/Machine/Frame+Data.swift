import WritSemantics
import WritValues

// MARK: Loading

extension Frame {
    /// Takes in a case. Afterwards decisions can be made about it, in any order.
    public mutating func load(_ facts: FactSet, _ params: ParamSet) {
        reset()
        for index in plan.plan.constantLists.indices {
            let constant = plan.plan.constantLists[index]
            store(constant.datum, constant.place)
        }
        for index in plan.plan.facts.indices { store(facts.facts[index], plan.plan.facts[index]) }
        for index in plan.plan.params.indices {
            let param = plan.plan.params[index]
            guard let datum = params.overrides[index] ?? param.constant else { continue }
            store(datum, param.place)
            guard let flag = param.flag else { continue }
            flags[Int(flag)] = true
            givenParams.append(flag)
        }
        loadedArena = arena.count
        loadedCauses = causes.mark
        loadedMessages = messages.count
    }

    /// Puts a datum into slots.
    mutating func store(_ datum: Datum, _ place: Place) { store(datum, place.shape, at: cells(place.slot)) }

    private mutating func store(_ datum: Datum, _ shape: ShapeID, at cells: Cells) {
        if case .unknown(let cause) = datum { return spread(causes.add(cause), shape, at: cells) }
        cells.states.pointee = 0
        switch (datum, plan.plan.shapes[shape].kind) {
        case (.boolean(let truth), _): cells.values.pointee = Value(boolean: truth)
        case (.count(let count), _): cells.values.pointee = Value(count: count)
        case (.text(let text), _): cells.values.pointee = Value(tag: texts.id(of: text))
        case (.message(let message), _): cells.values.pointee = keep(message)
        case (.record(let values), .record(_, let fields)): store(values, fields, at: cells)
        case (.variant(let index, let values), .variant(_, let cases)):
            cells.values.pointee = Value(tag: index)
            store(values, cases[index], at: cells)
        case (.variant(let index, _), _): cells.values.pointee = Value(tag: index)
        case (.list(let elements), .list(let element)): cells.values.pointee = store(elements, element)
        default: preconditionFailure("a datum is of its type")
        }
    }

    private mutating func store(_ values: [Datum], _ parts: [Shape.Part], at cells: Cells) {
        for index in parts.indices {
            store(values[index], parts[index].shape, at: cells.advanced(by: parts[index].offset))
        }
    }

    /// An element may hold a list and so move the arena: its cells are found anew for each, after room was made for
    /// all.
    private mutating func store(_ elements: [Datum], _ shape: ShapeID) -> Value {
        let width = plan.plan.shapes[shape].width
        let start = arena.reserve(elements.count * width)
        if width == 1, !plan.plan.shapes[shape].isList {
            for (index, element) in elements.enumerated() { store(element, shape, at: arena.cells(at: start + index)) }
        } else {
            let scratch = Cells.allocate(width)
            for (index, element) in elements.enumerated() {
                store(element, shape, at: scratch)
                arena.cells(at: start + index * width).copy(from: scratch, count: width)
            }
            scratch.deallocate()
        }
        return Value(start: start, count: elements.count)
    }

    mutating func keep(_ message: RenderedMessage) -> Value {
        messages.append(message)
        return Value(tag: messages.count - 1)
    }

    /// Makes a value unknown with all its parts; a variant's fields are only looked at when the variant is known.
    func spread(_ state: UInt32, _ shape: ShapeID, at cells: Cells) {
        cells.states.pointee = state
        guard case .record(_, let fields) = plan.plan.shapes[shape].kind else { return }
        for field in fields { spread(state, field.shape, at: cells.advanced(by: field.offset)) }
    }
}

// MARK: Reading

extension Frame {
    /// The value in slots in the form that crosses borders.
    func datum(_ place: Place) -> Datum { datum(place.shape, at: cells(place.slot)) }

    func datum(_ shape: ShapeID, at cells: Cells) -> Datum {
        let state = cells.states.pointee
        if state != 0 { return .unknown(causes.cause(state)) }
        let value = cells.values.pointee
        switch plan.plan.shapes[shape].kind {
        case .boolean: return .boolean(value.boolean)
        case .count: return .count(value.count)
        case .text, .zone: return .text(texts[value.tag])
        case .calendar: return .variant(value.tag, [])
        case .message: return .message(message(value))
        case .quotient: preconditionFailure("a quotient is only compared or rounded")
        case .record(_, let fields): return .record(data(fields, at: cells))
        case .variant(_, let cases):
            return .variant(value.tag, cases.indices.contains(value.tag) ? data(cases[value.tag], at: cells) : [])
        case .list(let element): return .list(elements(value, element))
        }
    }

    private func data(_ parts: [Shape.Part], at cells: Cells) -> [Datum] {
        parts.map { datum($0.shape, at: cells.advanced(by: $0.offset)) }
    }

    private func elements(_ run: Value, _ shape: ShapeID) -> [Datum] {
        let width = plan.plan.shapes[shape].width
        guard arena.holds(run, width: width) else { return [] }
        var elements: [Datum] = []
        for index in 0..<run.length { elements.append(datum(shape, at: arena.cells(at: run.start + index * width))) }
        return elements
    }

    func message(_ value: Value) -> RenderedMessage {
        messages.indices.contains(value.tag) ? messages[value.tag] : RenderedMessage(texts: [])
    }

    /// The holes' values are in their slots.
    func render(_ message: MessagePlan) -> RenderedMessage {
        var texts: [RenderedMessage.Text] = []
        for text in message.texts {
            var segments: [RenderedMessage.Segment] = []
            for segment in text.segments {
                switch segment {
                case .text(let text): segments.append(.text(text))
                case .hole(let place, let type): segments.append(.value(datum(place), type))
                }
            }
            texts.append(RenderedMessage.Text(language: text.language, segments: segments))
        }
        return RenderedMessage(texts: texts, zone: message.zone)
    }
}

extension Shape {
    var isList: Bool { if case .list = kind { true } else { false } }
}
