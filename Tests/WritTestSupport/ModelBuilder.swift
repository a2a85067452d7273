import WritSemantics
import WritSource
import WritValues

/// Makes checked models by hand, without syntax: every term and declaration gets a place of its own.
public final class ModelBuilder {
    public var model = CheckedModel(name: "test", digest: "")
    private let file = SourceFile(path: "test.writ", bytes: Array(repeating: 0x2E, count: 1 << 16))
    private var offset = 0

    public init() {}

    /// A place that nothing else has.
    public func here() -> SourceLocation {
        offset += 1
        return SourceLocation(file, SourceRange(offset, offset + 1))
    }

    public func heading(_ name: String) -> Heading { Heading(name: name, location: here(), policy: "test") }

    public func slot(
        _ name: String, _ type: WritType, optional: Bool = false, bounds: ClosedRange<Int128>? = nil
    ) -> Slot {
        Slot(name: name, type: type, isOptional: optional, bounds: bounds, location: here())
    }

    // MARK: Declarations

    public func enumeration(_ name: String, _ cases: [String]) -> VariantID {
        variant(name, cases.map { ($0, []) })
    }

    public func variant(_ name: String, _ cases: [(String, [Slot])]) -> VariantID {
        let cases = cases.map { VariantCase(name: $0.0, fields: $0.1, location: here()) }
        model.variants.append(VariantType(heading: heading(name), cases: cases))
        return VariantID(model.variants.count - 1)
    }

    public func record(_ name: String, _ fields: [Slot]) -> RecordID {
        model.records.append(RecordType(heading: heading(name), fields: fields))
        return RecordID(model.records.count - 1)
    }

    public func action(_ name: String, _ parameters: [Slot]) -> ActionID {
        model.actions.append(Action(heading: heading(name), parameters: parameters))
        return ActionID(model.actions.count - 1)
    }

    public func calendar(_ calendar: WorkingCalendar) -> Term {
        model.calendars.append(CalendarDeclaration(heading: heading(calendar.name), calendar: calendar))
        return term(.constant(.variant(model.calendars.count - 1, [])), .calendar)
    }

    /// Declares a fact; the term reads it.
    public func fact(
        _ name: String, _ type: WritType, optional: Bool = false, bounds: ClosedRange<Int128>? = nil
    ) -> Term {
        let slot = slot(name, type, optional: optional, bounds: bounds)
        model.facts.append(Fact(heading: heading(name), slot: slot))
        return term(.fact(FactID(model.facts.count - 1)), type)
    }

    public func param(_ name: String, _ value: Term) -> Term {
        model.params.append(Param(heading: heading(name), slot: slot(name, value.type), value: value, source: .house))
        return term(.param(ParamID(model.params.count - 1)), value.type)
    }

    public func local(_ name: String, _ type: WritType) -> LocalID {
        model.locals.append(Local(name: name, type: type))
        model.localCount = model.locals.count
        return LocalID(model.locals.count - 1)
    }

    public func read(_ local: LocalID) -> Term { term(.local(local), model[local].type) }

    /// Declares a define; the result calls it.
    public func define(_ name: String, parameters: [LocalID] = [], _ body: Term) -> ([Term]) -> Term {
        model.defines.append(Define(heading: heading(name), parameters: parameters, body: body))
        let id = DefineID(model.defines.count - 1)
        return { self.term(.define(id, $0), body.type) }
    }

    public func decision(
        _ name: String, _ mode: Decision.Mode, _ type: WritType, parameters: [LocalID] = [],
        columns: [TableColumn] = [],
        _ rules: [Rule], otherwise: Conclusion? = nil, undetermined: Conclusion? = nil
    ) -> DecisionID {
        let slots = parameters.map { slot(model[$0].name, model[$0].type) }
        model.decisions.append(
            Decision(
                heading: heading(name), parameters: parameters, parameterSlots: slots, type: type, mode: mode,
                columns: columns,
                rules: rules, otherwise: otherwise, undetermined: undetermined))
        return DecisionID(model.decisions.count - 1)
    }

    public func rule(_ name: String, when condition: Term, _ conclusion: Conclusion) -> Rule {
        Rule(name: name, location: here(), condition: condition, conclusion: conclusion)
    }

    public func rule(_ name: String, when condition: Term, then value: Term?) -> Rule {
        rule(name, when: condition, then(value))
    }

    public func then(
        _ value: Term?, do actions: [ActionCall] = [], because: MessageTemplate? = nil, source: SourceNote? = nil
    ) -> Conclusion {
        Conclusion(value: value, actions: actions, because: because, source: source, location: here())
    }

    public func call(_ action: ActionID, _ arguments: [Term?]) -> ActionCall {
        ActionCall(action: action, arguments: arguments, location: here())
    }

    public func promise(_ name: String, never: Bool = false, _ condition: Term) {
        model.promises.append(Promise(heading: heading(name), isNever: never, condition: condition))
    }

    // MARK: Terms

    public func term(_ kind: Term.Kind, _ type: WritType) -> Term { Term(kind, type, here()) }
}
