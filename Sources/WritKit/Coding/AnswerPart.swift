import WritSemantics

/// What a decoder reads: a value of an answer, or a group of them that has names.
indirect enum AnswerPart {
    case value(PolicyValue)
    /// The fields of a variant's case, or the arguments of an action.
    case fields([Field], shown: String)
    /// One of several, by its name: a case of a variant, or an action.
    case choice(Field, shown: String)

    struct Field {
        /// The name on the wire, then that in the policy.
        let names: [String]
        let part: AnswerPart

        func goes(by name: String) -> Bool { names.contains(name) }
    }

    /// What an error calls it.
    var shown: String {
        switch self {
        case .value(let value): value.isUnknown ? "unknown" : "`\(value)`"
        case .fields(_, let shown), .choice(_, let shown): "`\(shown)`"
        }
    }

    /// The values with names that it holds: the fields of a record; of a variant the case it is, with its fields. Nil for a
    /// single value.
    var entries: [Field]? {
        switch self {
        case .value(let value): value.entries
        case .fields(let fields, _): fields
        case .choice(let field, _): [field]
        }
    }

    /// A single value, nil for a group.
    var value: PolicyValue? {
        if case .value(let value) = self { return value }
        return nil
    }

    var isUnknown: Bool { value?.isUnknown ?? false }

    /// The arguments of an action, by their names.
    static func arguments(of action: DecidedAction) -> AnswerPart {
        let fields = action.arguments.map { Field(names: [$0.name], part: .value($0.value)) }
        return .fields(fields, shown: action.description)
    }

    /// An action as one of several.
    static func choice(of action: DecidedAction) -> AnswerPart {
        .choice(Field(names: [action.name], part: arguments(of: action)), shown: action.description)
    }
}

extension PolicyValue {
    fileprivate var entries: [AnswerPart.Field]? {
        switch (datum, type) {
        case (.record(let values), .record(let id)): entries(writer.model[id].fields, values)
        case (.variant(let index, let values), .variant(let id)):
            [entry(writer.model[id].cases[index], values)]
        default: nil
        }
    }

    private func entry(_ variantCase: VariantCase, _ values: [Datum]) -> AnswerPart.Field {
        let fields = entries(variantCase.fields, values)
        return AnswerPart.Field(
            names: [variantCase.wireName, variantCase.name], part: .fields(fields, shown: description))
    }

    private func entries(_ slots: [Slot], _ values: [Datum]) -> [AnswerPart.Field] {
        zip(slots, values).map { slot, datum in
            AnswerPart.Field(
                names: [slot.wireName, slot.name], part: .value(PolicyValue(datum, slot.type, writer)))
        }
    }
}
