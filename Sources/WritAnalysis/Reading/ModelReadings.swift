import WritSemantics

/// What a policy's declarations read of one another: by rules, promises and what tests expect. What a test only sets is not read.
struct ModelReadings {
    private(set) var facts: Set<FactID> = []
    private(set) var params: Set<ParamID> = []
    private(set) var defines: Set<DefineID> = []
    private(set) var actions: Set<ActionID> = []
    private(set) var variants: Set<VariantID> = []
    private(set) var records: Set<RecordID> = []
    private(set) var calendars: Set<CalendarID> = []
    /// The policies of which another policy reads something.
    private(set) var sharedPolicies: Set<String> = []

    private let model: CheckedModel
    /// The policy whose declaration is being gone through.
    private var reader = ""

    init(_ model: CheckedModel) {
        self.model = model
        calendars = model.namedCalendars
        readDeclarations()
        readDecisions()
        for promise in model.promises {
            reader = promise.heading.policy
            read(promise.condition)
        }
        readTests()
    }

    // MARK: Declarations

    private mutating func readDeclarations() {
        for fact in model.facts { read(fact.slot, by: fact.heading) }
        for param in model.params {
            read(param.slot, by: param.heading)
            read(param.value)
        }
        for variant in model.variants {
            for slot in variant.cases.flatMap(\.fields) { read(slot, by: variant.heading) }
        }
        for record in model.records { for slot in record.fields { read(slot, by: record.heading) } }
        for action in model.actions { for slot in action.parameters { read(slot, by: action.heading) } }
        for define in model.defines {
            reader = define.heading.policy
            for parameter in define.parameters { read(model[parameter].type) }
            read(define.body)
        }
    }

    private mutating func readDecisions() {
        for decision in model.decisions {
            reader = decision.heading.policy
            read(decision.type)
            for slot in decision.parameterSlots { read(slot.type) }
            decision.forEachReadingTerm { read($0) }
            let conclusions =
                decision.rules.lazy.map(\.conclusion) + [decision.otherwise, decision.undetermined].compactMap(\.self)
            for conclusion in conclusions { for call in conclusion.actions { read(call.action) } }
        }
    }

    private mutating func readTests() {
        // Tests have no policy of their own in the model; what they expect makes nothing shared.
        reader = ""
        for test in model.tests {
            for expectation in test.expectations {
                switch expectation.kind {
                case .holds(let condition): read(condition)
                case .outcome(_, let arguments, let value): for term in arguments + [value] { read(term) }
                case .status(_, let arguments, _): for term in arguments { read(term) }
                }
            }
        }
    }

    // MARK: Marks

    private mutating func read(_ slot: Slot, by heading: Heading) {
        reader = heading.policy
        read(slot.type)
    }

    private mutating func read(_ action: ActionID) {
        actions.insert(action)
        share(model[action].heading)
    }

    private mutating func read(_ type: WritType) {
        switch type {
        case .variant(let id):
            variants.insert(id)
            share(model[id].heading)
        case .record(let id):
            records.insert(id)
            share(model[id].heading)
        case .list(let element): read(element)
        default: break
        }
    }

    private mutating func share(_ heading: Heading) {
        // What every policy finds already declared belongs to none.
        if heading.policy != reader, !reader.isEmpty, !heading.policy.isEmpty { sharedPolicies.insert(heading.policy) }
    }

    private mutating func read(_ term: Term) {
        read(term.type)
        switch term.kind {
        case .fact(let id):
            facts.insert(id)
            share(model[id].heading)
        case .param(let id):
            params.insert(id)
            share(model[id].heading)
        case .define(let id, _):
            defines.insert(id)
            share(model[id].heading)
        case .decision(let id, _): share(model[id].heading)
        case .constant(.variant(let index, _)) where term.type == .calendar:
            calendars.insert(CalendarID(index))
            share(model.calendars[index].heading)
        case .constant(.list(let elements)) where term.type == .list(.calendar):
            for case .variant(let index, _) in elements { calendars.insert(CalendarID(index)) }
        default: break
        }
        term.forEachOperand { read($0) }
    }

    /// Whether a host may name a calendar: then each of them may be the one.
    var hostsChooseCalendars: Bool {
        let slots =
            model.facts.map(\.slot) + model.params.map(\.slot) + model.records.flatMap(\.fields)
            + model.variants.flatMap(\.cases).flatMap(\.fields) + model.decisions.flatMap(\.parameterSlots)
        return slots.contains { $0.type == .calendar || $0.type == .list(.calendar) }
    }
}
