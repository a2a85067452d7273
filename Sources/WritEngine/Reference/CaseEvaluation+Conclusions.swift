import WritSemantics

extension CaseEvaluation {
    /// The value with its actions; unknown when a part that must be known is not.
    func conclude(_ conclusion: Conclusion, _ rule: RuleReference, _ locals: Locals) -> Concluded {
        let value = conclusion.value.map { wholeDatum($0, locals) }
        let actions = conclusion.actions.map { call in
            AnsweredAction(action: call.action, arguments: call.arguments.map { $0.map { wholeDatum($0, locals) } })
        }
        var causes = value.map { blocking($0, conclusion.value!.type) } ?? []
        for action in actions { causes += blocking(action) }
        return Concluded(
            rule: rule, value: value, actions: actions, because: conclusion.because.map { render($0, locals) },
            source: conclusion.source, cause: Cause.merging(causes))
    }

    private func blocking(_ action: AnsweredAction) -> [Cause] {
        zip(action.arguments, model[action.action].parameters).flatMap { argument, slot in
            argument.map { blocking($0, slot) } ?? []
        }
    }

    /// An optional part may be unknown, unless a calculation went wrong.
    private func blocking(_ part: Datum, _ slot: Slot) -> [Cause] {
        if slot.isOptional, case .unknown(let cause) = part { return cause.fault == nil ? [] : [cause] }
        return blocking(part, slot.type)
    }

    /// Why the parts that must be known are not, in order.
    private func blocking(_ datum: Datum, _ type: WritType) -> [Cause] {
        switch (datum, type) {
        case (.unknown(let cause), _): [cause]
        case (.record(let parts), .record(let id)): zip(parts, model[id].fields).flatMap { blocking($0, $1) }
        case (.variant(let index, let parts), .variant(let id)):
            zip(parts, model[id].cases[index].fields).flatMap { blocking($0, $1) }
        case (.list(let elements), .list(let type)): elements.flatMap { blocking($0, type) }
        default: []
        }
    }
}
