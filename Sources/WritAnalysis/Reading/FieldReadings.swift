import WritSemantics

/// Which fields of records a policy reads, by type: a field that is read of one value of its record is read.
struct FieldReadings {
    private struct Field: Hashable {
        var record: RecordID
        var index: Int
    }

    private let model: CheckedModel
    private var read: Set<Field> = []
    /// Types of which a value is used as it is, with everything in it.
    private var whole: Set<WritType> = []

    init(_ model: CheckedModel) {
        self.model = model
        // What a define gives is used where it is called.
        for define in model.defines { visit(define.body, isWhole: false) }
        for param in model.params { visit(param.value, isWhole: false) }
        for decision in model.decisions { decision.forEachReadingTerm { visit($0, isWhole: true) } }
        for promise in model.promises { visit(promise.condition, isWhole: true) }
        for expectation in model.tests.flatMap(\.expectations) {
            if case .holds(let condition) = expectation.kind { visit(condition, isWhole: true) }
        }
    }

    func isRead(_ index: Int, of record: RecordID) -> Bool { read.contains(Field(record: record, index: index)) }

    // MARK: Terms

    /// - Parameter isWhole: whether whoever takes the value may look at everything in it.
    private mutating func visit(_ term: Term, isWhole: Bool) {
        if isWhole { use(term.type) }
        switch term.kind {
        case .field(let base, let index):
            if case .record(let id) = base.type { read.insert(Field(record: id, index: index)) }
            visit(base, isWhole: false)
        case .caseField(let base, _), .isKnown(let base), .isCase(let base, _): visit(base, isWhole: false)
        case .define(_, let arguments), .decision(_, let arguments):
            for argument in arguments { visit(argument, isWhole: false) }
        case .orElse(let first, let second):
            visit(first, isWhole: isWhole)
            visit(second, isWhole: isWhole)
        case .conditional(let test, let first, let second):
            visit(test, isWhole: true)
            visit(first, isWhole: isWhole)
            visit(second, isWhole: isWhole)
        case .quantifier, .count, .aggregate, .map, .first: visitList(term.kind, isWhole)
        default: term.forEachOperand { visit($0, isWhole: true) }
        }
    }

    /// Of the list itself only its elements are looked at, one by one.
    private mutating func visitList(_ kind: Term.Kind, _ isWhole: Bool) {
        switch kind {
        case .quantifier(_, _, let list, let body): visit(list, [body])
        case .count(_, let list, let filter): visit(list, [filter])
        case .aggregate(_, _, let list, let filter, let value): visit(list, [filter, value])
        case .map(_, let list, let filter, let value):
            visit(list, [filter])
            visit(value, isWhole: isWhole)
        case .first(_, let list, let filter, let key, _): visit(list, [filter, key])
        default: break
        }
    }

    private mutating func visit(_ list: Term, _ uses: [Term?]) {
        visit(list, isWhole: false)
        for case let term? in uses { visit(term, isWhole: true) }
    }

    // MARK: Types

    private mutating func use(_ type: WritType) {
        switch type {
        case .record(let id):
            guard whole.insert(type).inserted else { return }
            for (index, slot) in model[id].fields.enumerated() {
                read.insert(Field(record: id, index: index))
                use(slot.type)
            }
        case .variant(let id):
            guard whole.insert(type).inserted else { return }
            for slot in model[id].cases.flatMap(\.fields) { use(slot.type) }
        case .list(let element): use(element)
        default: break
        }
    }
}
