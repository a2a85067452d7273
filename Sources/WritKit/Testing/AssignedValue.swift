import WritSemantics

/// A value that a test gives to a fact or to a part of one.
struct AssignedValue {
    let model: CheckedModel
    let value: Datum

    /// `whole` with the value at the place that field numbers lead to; records on the way that are unknown are made, with all
    /// other fields missing.
    func placed(in whole: Datum, at steps: ArraySlice<Int>, _ type: WritType, _ path: FactPath) -> Datum {
        guard let step = steps.first, case .record(let id) = type else { return grounded(value, type, path) }
        let slots = model[id].fields
        var fields = slots.map { Datum.unknown(.missing(path.appending(.field($0.name)))) }
        if case .record(let known) = whole { fields = known }
        let below = path.appending(.field(slots[step].name))
        fields[step] = placed(in: fields[step], at: steps.dropFirst(), slots[step].type, below)
        return .record(fields)
    }

    /// The value with every unknown in it named by its path, as if a document had left it out.
    private func grounded(_ datum: Datum, _ type: WritType, _ path: FactPath) -> Datum {
        switch (datum, type) {
        case (.unknown, _): return .unknown(.missing(path))
        case (.record(let fields), .record(let id)): return .record(grounded(fields, model[id].fields, path))
        case (.variant(let index, let fields), .variant(let id)):
            return .variant(index, grounded(fields, model[id].cases[index].fields, path))
        case (.list(let elements), .list(let element)):
            return .list(elements.enumerated().map { grounded($1, element, path.appending(.element($0))) })
        default: return datum
        }
    }

    private func grounded(_ fields: [Datum], _ slots: [Slot], _ path: FactPath) -> [Datum] {
        zip(fields, slots).map { grounded($0, $1.type, path.appending(.field($1.name))) }
    }
}
