import WritSemantics

/// What terms read, in the order of first use, as long as that is the same in every case.
struct StaticReads {
    /// A fact or a field of one, however deep.
    struct Read: Hashable, Sendable {
        var path: FactPath
        var type: WritType
        /// The fields on the way, by number.
        var fields: [Int] = []
    }

    let model: CheckedModel
    /// The columns of the decision's tables.
    var columns: [LocalID: Term] = [:]
    private(set) var facts = FirstUses<Read>()
    private(set) var params = FirstUses<ParamID>()
    /// The records whose fields are read: of an unknown one it is the whole that was read.
    private(set) var records = FirstUses<Read>()

    init(_ decision: Decision, in model: CheckedModel) {
        self.model = model
        for column in decision.columns { columns[column.local] = column.value }
    }

    /// Adds what the terms of a conclusion read; false when that depends on the case.
    mutating func visit(_ conclusion: Conclusion) -> Bool { conclusion.terms.allSatisfy { visit($0) } }

    /// Adds what a term reads; false when that depends on the case.
    mutating func visit(_ term: Term) -> Bool {
        switch term.kind {
        case .constant: return true
        case .fact, .field: return visitPart(term)
        case .param(let id):
            guard case .constant = model[id].value.kind else { return false }
            params.append(id)
            return true
        case .define(let id, let arguments): return arguments.isEmpty && visit(model[id].body)
        case .local(let id): return columns[id].map { visit($0) } ?? false
        case .not, .and, .or, .isKnown, .compare, .equal, .isCase, .memberOf, .text, .like, .textLength, .plainText,
            .rescale, .negate, .add, .subtract, .multiply, .divide, .round, .extreme, .bounded, .shift, .between,
            .atTime, .part, .localPart, .edge, .isWorkingDay, .rollToWorkingDay, .makeCase, .makeRecord, .makeList:
            return term.operands.allSatisfy { visit($0) }
        case .decision, .caseField, .orElse, .conditional, .quantifier, .count, .aggregate, .map, .first, .message:
            return false
        }
    }

    private mutating func visitPart(_ term: Term) -> Bool {
        switch term.type {
        case .record, .list: return false
        default: break
        }
        guard let read = part(term) else { return false }
        facts.append(read)
        return true
    }

    /// The way to a fact or a field of one; nil when it is a field of something else.
    private mutating func part(_ term: Term) -> Read? {
        switch term.kind {
        case .fact(let id): return Read(path: FactPath(fact: id, name: model[id].heading.name), type: term.type)
        case .field(let record, let index):
            guard case .record(let id) = record.type, let whole = part(record) else { return nil }
            records.append(whole)
            let path = whole.path.appending(.field(model[id].fields[index].name))
            return Read(path: path, type: term.type, fields: whole.fields + [index])
        default: return nil
        }
    }
}

extension FactSet {
    /// What stands at a place; an unknown whole has unknown parts.
    subscript(read: StaticReads.Read) -> Datum {
        read.fields.reduce(self[read.path.fact]) { whole, index in
            if case .record(let fields) = whole { fields[index] } else { whole }
        }
    }
}
