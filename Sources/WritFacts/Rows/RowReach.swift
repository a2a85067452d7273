import WritSemantics

/// What is read of one value and of the parts below it: whether something is lacking where it is not there.
enum RowReach: Hashable {
    case nothing, everything
    case some(FactReach)

    init(_ reach: FactReach?) {
        switch reach {
        case nil: self = .nothing
        case let reach? where reach.isWhole: self = .everything
        case let reach?: self = .some(reach)
        }
    }

    var isNeeded: Bool { self != .nothing }

    /// The same one step further down.
    func below(_ step: FactReach.Step) -> RowReach {
        switch self {
        case .nothing, .everything: self
        case .some(let reach): RowReach(reach.parts[step])
        }
    }

    /// Whether something is lacking when a value is not there: a record lacks what its fields do.
    func lacks(_ type: WritType, isOptional: Bool, in model: CheckedModel) -> Bool {
        if isOptional { return false }
        guard case .record(let id) = type else { return isNeeded }
        return model[id].fields.enumerated().contains { index, field in
            below(.field(index)).lacks(field.type, isOptional: field.isOptional, in: model)
        }
    }
}
